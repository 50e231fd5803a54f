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
  money_due: string | null;
};

/** Locks the parts of a paid order that the caller has to do with; none is NOT_FOUND_ORDER. */
export async function lockParts(
  transaction: Transaction,
  orderId: string,
  who: { buyerId: string; sellerId?: string | undefined } | { sellerId: string },
): Promise<LockedPart[]> {
  const parts = await transaction.query<LockedPart>(
    `SELECT p.id, p.order_id, o.buyer_id, p.seller_id, p.status, p.money_due
     FROM order_part p JOIN orders o ON o.id = p.order_id
     WHERE p.order_id = $1 AND o.status = 'PAID' AND ($2::uuid IS NULL OR o.buyer_id = $2) AND ($3::uuid IS NULL OR p.seller_id = $3)
     ORDER BY p.id FOR UPDATE OF p`,
    [orderId, "buyerId" in who ? who.buyerId : null, who.sellerId ?? null],
    "lock-parts",
  );
  if (parts.length === 0) throw fail("NOT_FOUND_ORDER");
  return parts;
}

export type MoveOptions = { reason?: string | undefined; carrier?: string; trackingNumber?: string; leaseMs: number };

/**
 * Moves those of the locked parts that the action may move; throws ILLEGAL_TRANSITION if there is none. Answers the
 * parts whose money is to be moved next.
 */
export async function moveParts(
  transaction: Transaction,
  parts: readonly LockedPart[],
  action: Action,
  options: MoveOptions,
): Promise<LockedPart[]> {
  const { from, to, money } = moves[action];
  const moving = parts.filter((part) => from.includes(part.status) && part.money_due === null);
  if (moving.length === 0) throw fail("ILLEGAL_TRANSITION", { status: parts[0]!.status });
  await transaction.query(
    `WITH moved AS (
       UPDATE order_part SET status = $2, money_due = $3,
         lease_until = CASE WHEN $3::text IS NULL THEN NULL ELSE now() + $4 * interval '1 millisecond' END,
         carrier = coalesce($5, carrier), tracking_number = coalesce($6, tracking_number),
         delivered_at = CASE WHEN $2 = 'DELIVERED' THEN now() ELSE delivered_at END
       WHERE id = ANY ($1::uuid[]) RETURNING id)
     INSERT INTO order_part_event (part_id, status, reason) SELECT id, $2, $7 FROM moved`,
    [
      moving.map((part) => part.id),
      to,
      money ?? null,
      options.leaseMs,
      options.carrier ?? null,
      options.trackingNumber ?? null,
      options.reason ?? null,
    ],
    "move-parts",
  );
  if (to === "CANCELLED" || to === "REFUNDED")
    for (const part of moving.filter((each) => stillHere.includes(each.status)))
      await returnStock(transaction, { orderIds: [part.order_id], partId: part.id });
  if (to === "CONFIRMED" || to === "CANCELLED" || to === "REFUNDED")
    await transaction.query(
      "UPDATE dispute SET state = $2, decided_at = now() WHERE part_id = ANY ($1::uuid[]) AND state = 'OPEN'",
      [moving.map((part) => part.id), to === "CONFIRMED" ? "WITHDRAWN" : "REFUNDED"],
      "settle-disputes",
    );
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
  return money ? moving : [];
}
