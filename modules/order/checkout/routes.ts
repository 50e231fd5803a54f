import { newId } from "@jangteo/kernel/database/new-id.ts";
import { idempotencyScope, requestHash } from "@jangteo/kernel/http/idempotency.ts";
import { Id, Points } from "@jangteo/kernel/http/list.ts";
import { languageOf } from "@jangteo/kernel/http/problem.ts";
import { oldRequestHash } from "@jangteo/kernel/http/request-hash.ts";
import { keyed } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import { Type } from "typebox";
import { Quantity } from "../cart/routes.ts";
import { Order } from "../orders/order-view.ts";
import type { Checkout } from "./checkout.ts";

const strict = { additionalProperties: false } as const;

/** Paying for the cart, or for named items. */
export function checkoutRoutes(http: HttpServer, checkout: Checkout, settings: Settings): void {
  keyed(http, {
    method: "POST",
    url: "/customer/orders",
    summary: "Buy the cart, or the items named, with points",
    tag: "Orders",
    roles: ["CUSTOMER"],
    body: Type.Object(
      {
        expectedTotal: Points,
        items: Type.Optional(
          Type.Array(Type.Object({ itemId: Id, quantity: Quantity }, strict), {
            minItems: 1,
            maxItems: settings.checkoutLinesMax,
          }),
        ),
      },
      strict,
    ),
    answers: { 201: Order },
    errors: [
      "IDEMPOTENCY_KEY_REQUIRED",
      "IDEMPOTENCY_KEY_REUSED",
      "IDEMPOTENCY_KEY_IN_FLIGHT",
      "CHECKOUT_IN_FLIGHT",
      "CART_EMPTY",
      "NOT_FOUND_ITEM",
      "PRICE_CHANGED",
      "ITEM_COUNT_NOT_ENOUGH",
      "PURCHASE_LIMIT",
      "NOT_ENOUGH_BALANCE",
      "OWN_PRODUCT",
      "TOTAL_TOO_LARGE",
      "SELLER_NOT_ACTIVE",
      "BALANCE_LIMIT",
      "NOT_FOUND_USER",
      "ORDER_VOIDED",
      "OVERLOADED",
    ],
    handle: async ({ principal, body, request, idempotencyKey }) => {
      const answer = await checkout.buy({
        orderId: newId(),
        buyerId: principal.id,
        scope: idempotencyScope(request),
        key: idempotencyKey,
        requestHash: requestHash(request),
        oldRequestHash: () => oldRequestHash(request),
        expectedTotal: body.expectedTotal,
        items: body.items,
        language: languageOf(request.headers["accept-language"]),
      });
      return answer.kind === "paid"
        ? { status: 201, body: answer.order, replayed: answer.replayed }
        : { status: answer.status, body: answer.body, replayed: true };
    },
  });
}
