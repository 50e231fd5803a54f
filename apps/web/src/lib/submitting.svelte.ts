import { texts } from "#lib/texts.ts";
import type { SubmitFunction } from "$app/forms";

/**
 * For `use:enhance`: knows whether the form is under way, does not let it be sent twice at once, and keeps what was typed
 * when the way to the server is broken or nobody answers there.
 */
export function createSubmitting(afterRefusal?: () => Promise<void>) {
  let busy = $state(false);
  let away = $state<string>();
  const submit: SubmitFunction = ({ cancel }) => {
    if (busy) return cancel();
    busy = true;
    away = undefined;
    return async ({ result, update }) => {
      busy = false;
      if (result.type === "success" || result.type === "redirect") return update({ reset: false });
      if (result.type === "failure") {
        await update({ reset: false });
        return afterRefusal?.();
      }
      const { offline, awayHint } = texts().problem;
      away = navigator.onLine ? awayHint : offline;
    };
  };
  return {
    submit,
    get busy() {
      return busy;
    },
    /** Said while there is no connection, or no answer. */
    get away() {
      return away;
    },
  };
}
