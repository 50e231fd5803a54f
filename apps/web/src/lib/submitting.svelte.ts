import { applyAction, type SubmitFunction } from "$app/forms";

/**
 * For `use:enhance`: knows whether the form is under way, keeps what was typed when the way to the server is broken, and
 * lets the same form not be sent twice at once.
 */
export function createSubmitting(offlineText: () => string, afterRefusal?: () => Promise<void>) {
  let busy = $state(false);
  let offline = $state<string>();
  const submit: SubmitFunction = ({ cancel }) => {
    if (busy) return cancel();
    busy = true;
    offline = undefined;
    return async ({ result, update }) => {
      busy = false;
      if (result.type === "error" && !navigator.onLine) offline = offlineText();
      else if (result.type === "error") await applyAction(result);
      else {
        await update({ reset: false });
        if (result.type === "failure") await afterRefusal?.();
      }
    };
  };
  return {
    submit,
    get busy() {
      return busy;
    },
    /** Said while there is no connection. */
    get offline() {
      return offline;
    },
  };
}
