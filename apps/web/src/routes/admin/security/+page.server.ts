import { formAction } from "#lib/server/form.ts";
import { factorActions, loadFactor } from "#lib/server/second-factor.ts";
import { answerOf, Refusal } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("ADMIN");
  const factor = await loadFactor(event, "ADMIN");
  return { factor, locked: factor.active && (await isLocked(visit)) };
};

/** Whether the second factor is active, but this sign-in, from before, has given no code. */
async function isLocked(visit: App.Locals["visit"]): Promise<boolean> {
  try {
    await answerOf(visit.api("ADMIN").GET("/accounts/admin/waiting"));
    return false;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return refusal.problem.code === "SECOND_FACTOR_REQUIRED";
  }
}

export const actions: Actions = {
  ...factorActions("ADMIN"),
  // The fields of the form are those that every form may have: see `formAction`.
  confirm: formAction("ADMIN", async () => ({ factor: {} })),
};
