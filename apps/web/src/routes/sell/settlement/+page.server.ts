import { loadMessages } from "#lib/messages/messages.ts";
import { formAction } from "#lib/server/form.ts";
import { answerOf, answerOrExplain, needed, newKey } from "#lib/server/visit.ts";
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
  payOut: formAction("SELLER", async ({ text, api, visit }) => {
    const params = { header: { "idempotency-key": text("key") } };
    const body = { amount: Number(text("amount")), bankAccount: text("bankAccount") };
    const asked = api.POST("/accounts/seller/payouts", { params, body });
    const payout = await answerOrExplain(asked, "NOT_ENOUGH_BALANCE", async () => {
      const { withdrawable } = await answerOf(api.POST("/accounts/seller/balance/check", { body: {} }));
      const t = await loadMessages(visit.language);
      return t.sell.notWithdrawable(t.points(withdrawable));
    });
    return { paidOut: payout.amount, to: payout.bankAccount };
  }),
};
