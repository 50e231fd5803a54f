import { loadMessages } from "#lib/messages/messages.ts";
import { formAction } from "#lib/server/form.ts";
import { answerOf, answerOrExplain, needed, newKey } from "#lib/server/visit.ts";
import type { Actions, PageServerLoad } from "./$types.d.ts";

const statuses = [
  "PAID",
  "PREPARING",
  "SHIPPED",
  "DELIVERED",
  "CONFIRMED",
  "CANCELLED",
  "REFUNDED",
  "DISPUTED",
] as const;

export const load: PageServerLoad = async (event) => {
  const { visit } = event.locals;
  await visit.requireSession("SELLER");
  const { searchParams } = event.url;
  const status = statuses.find((each) => each === searchParams.get("status"));
  const query = { limit: 20, cursor: searchParams.get("cursor") ?? undefined, status };
  const orders = await needed(event, "SELLER", visit.api("SELLER").GET("/seller/orders", { params: { query } }));
  return { orders, status, statuses, key: newKey() };
};

export const actions: Actions = {
  /** The next step of a part: which one, the button says. */
  move: formAction("SELLER", async ({ text, api, visit }) => {
    const params = { path: { id: text("orderId") }, header: { "idempotency-key": text("key") } };
    const reason = text("reason") ? { reason: text("reason") } : {};
    switch (text("step")) {
      case "prepare":
        return void (await answerOf(api.POST("/seller/orders/{id}/prepare", { params, body: reason })));
      case "ship": {
        const body = { carrier: text("carrier"), trackingNumber: text("trackingNumber") };
        return void (await answerOf(api.POST("/seller/orders/{id}/ship", { params, body })));
      }
      case "deliver":
        return void (await answerOf(api.POST("/seller/orders/{id}/deliver", { params, body: reason })));
      case "refund": {
        const asked = api.POST("/seller/orders/{id}/refund", { params, body: reason });
        const explain = async () => (await loadMessages(visit.language)).sell.refundNotCovered;
        return void (await answerOrExplain(asked, "NOT_ENOUGH_BALANCE", explain));
      }
    }
  }),
  /** What the seller says to a dispute. */
  answer: formAction("SELLER", async ({ text, api }) => {
    const params = { path: { id: text("orderId") }, header: { "idempotency-key": text("key") } };
    await answerOf(api.POST("/seller/orders/{id}/dispute", { params, body: { answer: text("answer") } }));
  }),
};
