import { OrderPartMoved } from "@jangteo/contracts/events.ts";
import type { Transaction } from "@jangteo/kernel/database/database.ts";
import { outboxEvent, publish } from "@jangteo/kernel/events/outbox.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { returnStock } from "../checkout/settle-order.ts";
import type { PartStatus } from "./order-view.ts";

export type Action = "cancel" | "confirm" | "prepare" | "ship" | "deliver" | "refund";

type Move = {
  from: readonly PartStatus[];
  to: PartStatus;
  /** What the ledger has to do because of it. */
  money?: "refund" | "settle";
};

/** The life of an order part: who may do what is settled by the routes, when by this table. */
export const moves: Record<Action, Move> = {
  cancel: { from: ["PAID"], to: "CANCELLED", money: "refund" },
  prepare: { from: ["PAID"], to: "PREPARING" },
  ship: { from: ["PREPARING"], to: "SHIPPED" },
  deliver: { from: ["SHIPPED"], to: "DELIVERED" },
  confirm: { from: ["DELIVERED"], to: "CONFIRMED", money: "settle" },
  refund: { from: ["PAID", "PREPARING", "SHIPPED", "DELIVERED", "CONFIRMED"], to: "REFUNDED", money: "refund" },
};

/** Goods that have not left yet go back into stock when their part is called off. */
const stillHere: readonly PartStatus[] = ["PAID", "PREPARING"];

export type LockedPart = {
  id: string;
  order_id: string;
  buyer_id: string;
  seller_id: string;
  status: PartStatus;
  money_due: MoneyDue | null;
  refund_ref: string | null;
};

/**
 * What the ledger still has to do for a part. `covered_refund` is asked for before the part moves: the ledger refuses it
 * when the seller cannot cover it.
 */
export type MoneyDue = "refund" | "settle" | "covered_refund";

/** Locks the parts of a paid order that the caller has to do with; none is NOT_FOUND_ORDER. */
export async function lockParts(
  transaction: Transaction,
  orderId: string,
  who: { buyerId: string; sellerId?: string | undefined } | { sellerId: string },
): Promise<LockedPart[]> {
  const parts = await transaction.query<LockedPart>(
    `SELECT p.id, p.order_id, o.buyer_id, p.seller_id, p.status, p.money_due, p.refund_ref
     FROM order_part p JOIN orders o ON o.id = p.order_id
     WHERE p.order_id = $1 AND o.status = 'PAID' AND ($2::uuid IS NULL OR o.buyer_id = $2) AND ($3::uuid IS NULL OR p.seller_id = $3)
     ORDER BY p.id FOR UPDATE OF p`,
    [orderId, "buyerId" in who ? who.buyerId : null, who.sellerId ?? null],
    "lock-parts",
  );
  if (parts.length === 0) throw fail("NOT_FOUND_ORDER");
  return parts;
}

export type MoveOptions = {
  reason?: string | undefined;
  carrier?: string;
  trackingNumber?: string;
  /** Who moves it; left out, the marketplace does. */
  by?: string;
  /** The request that asks for a refund. */
  refundRef?: string;
  /** The ledger has refunded what it was asked to cover (`covered_refund`): nothing is due any more. */
  alreadyRefunded?: true;
  leaseMs: number;
};

/**
 * Moves those of the locked parts (of one order) that the action may move; throws ILLEGAL_TRANSITION if there is none.
 * Returns the parts whose money is to be moved next. Locks parts, then disputes, then items.
 */
export async function moveParts(
  transaction: Transaction,
  parts: readonly LockedPart[],
  action: Action,
  options: MoveOptions,
): Promise<LockedPart[]> {
  const { from, to, money } = moves[action];
  // What the ledger has refunded is refunded, whatever else was due.
  const isFree = (part: LockedPart) => options.alreadyRefunded || part.money_due === null;
  const moving = parts.filter((part) => from.includes(part.status) && isFree(part));
  const due = options.alreadyRefunded ? undefined : money;
  if (moving.length === 0) throw fail("ILLEGAL_TRANSITION", { status: parts[0]!.status });
  await transaction.query(
    `WITH moved AS (
       UPDATE order_part SET status = $2, money_due = $3, refund_ref = coalesce($8, refund_ref),
         money_due_since = CASE WHEN $3::text IS NULL THEN NULL ELSE now() END,
         lease_until = CASE WHEN $3::text IS NULL THEN NULL ELSE now() + $4 * interval '1 millisecond' END,
         carrier = coalesce($5, carrier), tracking_number = coalesce($6, tracking_number),
         delivered_at = CASE WHEN $2 = 'DELIVERED' THEN now() ELSE delivered_at END
       WHERE id = ANY ($1::uuid[]) RETURNING id)
     INSERT INTO order_part_event (part_id, status, reason) SELECT id, $2, $7 FROM moved`,
    [
      moving.map((part) => part.id),
      to,
      due ?? null,
      options.leaseMs,
      options.carrier ?? null,
      options.trackingNumber ?? null,
      options.reason ?? null,
      options.refundRef ?? null,
    ],
    "move-parts",
  );
  if (to === "CONFIRMED" || to === "CANCELLED" || to === "REFUNDED")
    await transaction.query(
      "UPDATE dispute SET state = $2, decided_at = now() WHERE part_id = ANY ($1::uuid[]) AND state = 'OPEN'",
      [moving.map((part) => part.id), to === "CONFIRMED" ? "WITHDRAWN" : "REFUNDED"],
      "settle-disputes",
    );
  if (to === "CANCELLED" || to === "REFUNDED")
    await returnStock(transaction, {
      orderIds: [parts[0]!.order_id],
      partIds: moving.filter((part) => stillHere.includes(part.status)).map((part) => part.id),
      reason: to,
      authorId: options.by,
    });
  await publish(
    transaction,
    moving.map((part) =>
      outboxEvent(OrderPartMoved, part.order_id, {
        orderId: part.order_id,
        partId: part.id,
        buyerId: part.buyer_id,
        sellerId: part.seller_id,
        status: to,
      }),
    ),
  );
  return due ? moving : [];
}
