import { formAction } from "#lib/server/form.ts";
import { answerOf, needed, newKey } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("SELLER");
  const api = visit.api("SELLER");
  const query = { limit: 20, cursor: event.url.searchParams.get("cursor") ?? undefined };
  const [balance, entries] = await Promise.all([
    needed(event, "SELLER", api.POST("/accounts/seller/balance/check", { body: {} })),
    needed(event, "SELLER", api.GET("/accounts/balance/entries", { params: { query } })),
  ]);
  return { balance, entries, key: newKey() };
};

export const actions: Actions = {
  payOut: formAction("SELLER", async ({ text, api }) => {
    const params = { header: { "idempotency-key": text("key") } };
    const body = { amount: Number(text("amount")), bankAccount: text("bankAccount") };
    const payout = await answerOf(api.POST("/accounts/seller/payouts", { params, body }));
    return { paidOut: payout.amount, to: payout.bankAccount };
  }),
};
