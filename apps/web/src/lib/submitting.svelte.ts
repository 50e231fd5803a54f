import { pathOf, restoreFocus } from "#lib/guard-focus.ts";
import { texts } from "#lib/texts.ts";
import type { SubmitFunction } from "$app/forms";

/**
 * For `use:enhance`: knows whether the form is under way, does not let it be sent twice at once (its button is only
 * `aria-disabled` meanwhile: a disabled one would lose the focus), and keeps what was typed when the way to the server is
 * broken or nobody answers there.
 */
export function createSubmitting(afterRefusal?: () => Promise<void>) {
  let busy = $state(false);
  let away = $state<string>();
  const submit: SubmitFunction = ({ cancel, submitter, formElement }) => {
    if (busy) return cancel();
    busy = true;
    away = undefined;
    const path = pathOf(submitter ?? formElement);
    return async ({ result, update }) => {
      busy = false;
      if (result.type !== "error") {
        await update({ reset: false });
        // Without a definite response the same request is sent again, with the same key: nothing is loaded anew under it. Nor
        // when the sign-in has ended (401): loading the page would lead away from what was typed.
        if (result.type === "failure" && result.status < 500 && result.status !== 401) await afterRefusal?.();
        // The router takes the focus away after a form; it belongs where the form was.
        if (result.type !== "redirect") restoreFocus(path);
        return;
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
