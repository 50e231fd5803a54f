import { httpStatus, isErrorCode } from "@jangteo/contracts/errors.ts";
import { type AccountService, PurchaseOutcome } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { type Batcher, createBatcher, isWorthRetryingAlone, type Outcome } from "@jangteo/kernel/batch/batcher.ts";
import type { Database } from "@jangteo/kernel/database/database.ts";
import type { Language } from "@jangteo/kernel/http/problem.ts";
import { crashPoint } from "@jangteo/kernel/module/crash-point.ts";
import { fail, ServiceError } from "@jangteo/kernel/rpc/service-error.ts";
import type { Client } from "@jangteo/kernel/rpc/types.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { CatalogCaches } from "../catalog/catalog-caches.ts";
import { asFirstAnswered, findOrder, type OrderView, paidOrderView } from "../orders/order-view.ts";
import type { CheckoutCommand, KnownKey, NewOrder, NewPart } from "./decide-checkouts.ts";
import { type RenderRefusal, type Reservation, reserve } from "./reserve.ts";
import { type PaidOrder, settleOrders } from "./settle-order.ts";

/** What a checkout came to: the order, or an answer that was given before. */
export type CheckoutAnswer =
  | { kind: "paid"; order: OrderView; replayed: boolean }
  | { kind: "stored"; status: number; body: unknown };

export type Checkout = {
  /** Buys. Throws a ServiceError with the refusal; UNAVAILABLE when the outcome is not known yet. */
  buy(command: CheckoutCommand): Promise<CheckoutAnswer>;
  /** Takes up orders that were left half-way; true where more may be left. */
  resume(): Promise<boolean>;
  idle(): Promise<void>;
};

export type CheckoutParts = {
  database: Database;
  accounts: Client<typeof AccountService>;
  caches: CatalogCaches;
  settings: Settings;
  nudgeRelay: () => void;
  renderRefusal: RenderRefusal;
};

/** An order on its way to the ledger. */
type Purchase = {
  orderId: string;
  buyerId: string;
  total: number;
  parts: readonly Pick<NewPart, "partId" | "sellerId" | "subtotal" | "productIds">[];
};

/** Orders that are still PENDING after this are called off rather than paid: their buyer has gone. */
const giveUpAfterMinutes = 5;

/**
 * Checkout in three steps, each for many orders at once: reserve (orders PENDING, stock taken), purchase (one call to
 * the ledger, key = order id), settle (PAID, or CANCELLED with the stock put back). The steps form a pipeline: while
 * one batch is being paid, the next is being reserved. Any copy takes up an order whose lease ran out.
 */
export function createCheckout(parts: CheckoutParts): Checkout {
  const { database, accounts, caches, settings, nudgeRelay } = parts;
  // The bound is at the door (`buy`): what was let in is finished, so no later step may refuse it for want of room.
  const limits = {
    max: settings.checkoutBatchMax,
    queueMax: Number.POSITIVE_INFINITY,
    retryAlone: isWorthRetryingAlone,
  };
  let underWay = 0;

  const reservations: Batcher<CheckoutCommand, Reservation> = createBatcher({
    name: "reserve",
    ...limits,
    run: async (commands) => {
      const results = await reserve(database, settings.stepLeaseMs, commands, parts.renderRefusal);
      for (const result of results)
        if (result.kind === "reserved") caches.stockChanged(productsOf(result.order), result.order.tookTheLast);
      return results.map((answer) => ({ ok: true, answer }));
    },
  });

  const purchases: Batcher<Purchase, PaidOrder> = createBatcher({
    name: "purchase",
    ...limits,
    run: async (batch) => {
      const { results } = await accounts.purchase({
        purchases: batch.map(({ orderId, buyerId, parts }) => ({
          orderId,
          buyerId,
          parts: parts.map(({ partId, sellerId, subtotal }) => ({ partId, sellerId, amount: BigInt(subtotal) })),
        })),
      });
      crashPoint("checkout.after-purchase");
      return results.map(
        (result, index): Outcome<PaidOrder> => ({ ok: true, answer: paidOrder(batch[index]!, result) }),
      );
    },
  });

  const settlements: Batcher<PaidOrder, void> = createBatcher({
    name: "settle",
    ...limits,
    run: async (batch) => {
      await settleOrders(database, batch);
      nudgeRelay();
      return batch.map((): Outcome<void> => ({ ok: true, answer: undefined }));
    },
  });

  /** Steps 2 and 3. Both are idempotent under the order's id. */
  async function payAndSettle(purchase: Purchase): Promise<PaidOrder> {
    const paid = await purchases.submit(purchase);
    await settlements.submit(paid);
    return paid;
  }

  async function buy(command: CheckoutCommand): Promise<CheckoutAnswer> {
    if (underWay >= settings.checkoutQueueMax) throw fail("OVERLOADED");
    underWay++;
    try {
      return await buyOne(command);
    } finally {
      underWay--;
    }
  }

  async function buyOne(command: CheckoutCommand): Promise<CheckoutAnswer> {
    const reservation = await reservations.submit(command);
    if (reservation.kind === "refused") throw new ServiceError(reservation.code, reservation.details);
    if (reservation.kind === "known") return answerAgain({ known: reservation.known, language: command.language });
    const { order } = reservation;
    const { refusal } = await payAndSettle(order);
    if (refusal !== undefined) {
      caches.stockChanged(productsOf(order), true);
      throw refusalOf(refusal);
    }
    return { kind: "paid", order: paidOrderView(order, reservation.createdAt), replayed: false };
  }

  async function answerAgain({ known, language }: { known: KnownKey; language: Language }): Promise<CheckoutAnswer> {
    if (known.status !== null) return { kind: "stored", status: known.status, body: known.body };
    const order = await findOrder(database, known.orderId);
    if (!order || order.status === "PENDING") throw fail("IDEMPOTENCY_KEY_IN_FLIGHT");
    if (order.refusal) return { kind: "stored", ...parts.renderRefusal(refusalOf(order.refusal), language) };
    return { kind: "paid", order: asFirstAnswered(order), replayed: true };
  }

  async function resume(): Promise<boolean> {
    const due = await takeLeases(database, settings.stepLeaseMs);
    await Promise.allSettled(due.filter((order) => !order.giveUp).map(payAndSettle));
    await giveUp(due.filter((order) => order.giveUp));
    if (due.length > 0) caches.everythingChanged();
    return due.length === resumeBatch;
  }

  /** Stock goes back only once the ledger promises that these orders are never paid. */
  async function giveUp(orders: readonly Purchase[]): Promise<void> {
    if (orders.length === 0) return;
    const { results } = await accounts.voidPurchases({ orderIds: orders.map((order) => order.orderId) });
    await settleOrders(
      database,
      results.map((result, index) => paidOrder(orders[index]!, result)),
    );
    nudgeRelay();
  }

  return {
    buy,
    resume,
    idle: async () => {
      await reservations.idle();
      await purchases.idle();
      await settlements.idle();
    },
  };
}

function productsOf(order: NewOrder): Iterable<string> {
  return new Set(order.lines.map((line) => line.productId));
}

function paidOrder(
  purchase: Purchase,
  result: { orderId: string; outcome: PurchaseOutcome; reason: string },
): PaidOrder {
  if (result.orderId !== purchase.orderId) throw new Error("the ledger answered for another order");
  const { orderId, buyerId, total } = purchase;
  const { parts } = purchase;
  if (result.outcome === PurchaseOutcome.PURCHASED) return { orderId, buyerId, total, parts };
  const refusal = result.outcome === PurchaseOutcome.VOIDED ? "ORDER_VOIDED" : result.reason;
  return { orderId, buyerId, total, parts, refusal };
}

function refusalOf(code: string): ServiceError {
  return fail(isErrorCode(code) && httpStatus(code) < 500 ? code : "ORDER_VOIDED");
}

const resumeBatch = 100;

async function takeLeases(database: Database, leaseMs: number): Promise<(Purchase & { giveUp: boolean })[]> {
  return database.query<Purchase & { giveUp: boolean }>(
    `UPDATE orders o SET lease_until = now() + $1 * interval '1 millisecond'
     WHERE id IN (SELECT id FROM orders WHERE status = 'PENDING' AND lease_until < now()
                  ORDER BY lease_until LIMIT ${resumeBatch} FOR UPDATE SKIP LOCKED)
     RETURNING id AS "orderId", buyer_id AS "buyerId", total, created_at < now() - interval '${giveUpAfterMinutes} minutes' AS "giveUp",
       (SELECT json_agg(json_build_object('partId', p.id, 'sellerId', p.seller_id, 'subtotal', p.subtotal, 'productIds',
           (SELECT json_agg(DISTINCT l.product_id) FROM order_line l WHERE l.order_id = o.id AND l.part_id = p.id)) ORDER BY p.id)
        FROM order_part p WHERE p.order_id = o.id) AS parts`,
    [leaseMs],
  );
}
