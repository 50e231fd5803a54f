import type { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import type { Database } from "@jangteo/kernel/database/database.ts";
import { crashPoint } from "@jangteo/kernel/module/crash-point.ts";
import { fail, isServiceError } from "@jangteo/kernel/rpc/service-error.ts";
import type { Client } from "@jangteo/kernel/rpc/types.ts";
import { type LockedPart, lockParts, type MoneyDue, moveParts } from "./move-part.ts";

export type MoneyMover = {
  /** Moves the money of a part whose status asks for it, and records that it is done. Both are idempotent. */
  finish(partId: string, due: "refund" | "settle"): Promise<void>;
  /**
   * Asks the ledger for a refund that the seller must cover (`covered_refund`), then moves the part to REFUNDED, or leaves
   * it as it was: `false`. Throws when the outcome is not known yet; then the job resumes it.
   */
  finishCoveredRefund(part: CoveredRefund): Promise<boolean>;
  /** Resumes parts whose money was left half-way; true where more may be left. */
  resume(): Promise<boolean>;
};

/** A seller order, and the request for its refund. */
export type CoveredRefund = { partId: string; orderId: string; sellerId: string; ref: string };

export type MoneyMoverDependencies = {
  database: Database;
  accounts: Client<typeof AccountService>;
  leaseMs: number;
  /** Parts have moved, so events are in the outbox. */
  nudgeRelay: () => void;
};

const resumeBatch = 100;

/** Moves money after order parts have moved: the ledger is called with the part's id as the key until it answers. */
export function createMoneyMover({ database, accounts, leaseMs, nudgeRelay }: MoneyMoverDependencies): MoneyMover {
  async function finish(partId: string, due: "refund" | "settle"): Promise<void> {
    crashPoint(due === "refund" ? "refund.after-move" : "settlement.after-move");
    if (due === "refund") await accounts.refund({ partId, memo: "" });
    else await accounts.settle({ partId });
    crashPoint(due === "refund" ? "refund.after-call" : "settlement.after-call");
    await clearDue(partId, due);
  }

  /** Of one request, where money is due because of one. */
  async function clearDue(partId: string, due: MoneyDue, ref: string | null = null): Promise<void> {
    await database.query(
      `UPDATE order_part SET money_due = NULL, money_due_since = NULL, lease_until = NULL
       WHERE id = $1 AND money_due = $2 AND ($3::uuid IS NULL OR refund_ref = $3)`,
      [partId, due, ref],
      "money-moved",
    );
  }

  const finishCoveredRefund: MoneyMover["finishCoveredRefund"] = async ({ partId, orderId, sellerId, ref }) => {
    crashPoint("covered-refund.before-call");
    try {
      await accounts.refund({ partId, memo: "", coveredRef: ref });
    } catch (error) {
      if (!isServiceError(error) || error.code !== "NOT_ENOUGH_BALANCE") throw error;
      await clearDue(partId, "covered_refund", ref);
      return false;
    }
    crashPoint("covered-refund.after-call");
    await database.transaction(async (transaction) => {
      const [part] = await lockParts(transaction, orderId, { sellerId });
      if (part!.status === "REFUNDED") return;
      const [asked] = await transaction.query<{ refund_reason: string | null }>(
        "SELECT refund_reason FROM order_part WHERE id = $1",
        [partId],
        "read-refund-reason",
      );
      await moveParts(transaction, [part!], "refund", {
        reason: asked!.refund_reason ?? undefined,
        by: sellerId,
        alreadyRefunded: true,
        leaseMs,
      });
    });
    nudgeRelay();
    return true;
  };

  return {
    finish,
    finishCoveredRefund,
    async resume() {
      const due = await database.query<{
        id: string;
        order_id: string;
        seller_id: string;
        money_due: MoneyDue;
        refund_ref: string;
      }>(
        `UPDATE order_part SET lease_until = now() + $1 * interval '1 millisecond'
         WHERE id IN (SELECT id FROM order_part WHERE money_due IS NOT NULL AND lease_until < now()
                      ORDER BY lease_until LIMIT ${resumeBatch} FOR UPDATE SKIP LOCKED)
         RETURNING id, order_id, seller_id, money_due, refund_ref`,
        [leaseMs],
      );
      await Promise.allSettled(
        due.map(({ id: partId, order_id: orderId, seller_id: sellerId, refund_ref: ref, money_due }) =>
          money_due === "covered_refund"
            ? finishCoveredRefund({ partId, orderId, sellerId, ref })
            : finish(partId, money_due),
        ),
      );
      return due.length === resumeBatch;
    },
  };
}

/**
 * A seller asks for the refund of the own part of an order, under the request's `ref`. Before confirmation it always
 * succeeds: the part moves, its money follows. After it, the part moves once the ledger has found it covered. A request
 * that comes again goes on where it was. Throws NOT_FOUND_ORDER, ILLEGAL_TRANSITION, NOT_ENOUGH_BALANCE.
 */
export async function refundBySeller(
  database: Database,
  money: MoneyMover,
  request: { orderId: string; sellerId: string; ref: string; reason: string | undefined; leaseMs: number },
): Promise<void> {
  const { orderId, sellerId, ref, reason, leaseMs } = request;
  const part = await database.transaction(async (transaction) => {
    const [locked] = await lockParts(transaction, orderId, { sellerId });
    if (locked!.refund_ref === ref) return locked!;
    if (locked!.status !== "CONFIRMED" || locked!.money_due !== null) {
      await moveParts(transaction, [locked!], "refund", { reason, by: sellerId, refundRef: ref, leaseMs });
      return { ...locked!, status: "REFUNDED" as const, money_due: "refund" as const };
    }
    await transaction.query(
      `UPDATE order_part SET money_due = 'covered_refund', money_due_since = now(), refund_ref = $2, refund_reason = $3,
         lease_until = now() + $4 * interval '1 millisecond' WHERE id = $1`,
      [locked!.id, ref, reason ?? null, leaseMs],
      "ask-covered-refund",
    );
    return { ...locked!, money_due: "covered_refund" as const };
  });
  // The money of a part that has moved follows at once; if that fails half-way, the job resumes it.
  if (part.money_due === "refund") await Promise.allSettled([money.finish(part.id, "refund")]);
  else if (part.money_due === "covered_refund") {
    if (!(await money.finishCoveredRefund({ partId: part.id, orderId, sellerId, ref })))
      throw fail("NOT_ENOUGH_BALANCE");
  } else if (part.status === "CONFIRMED") throw fail("NOT_ENOUGH_BALANCE");
}

/** Confirms parts that were delivered long ago (자동 구매확정), unless they are in dispute. True where more may be left. */
export async function confirmDelivered(
  database: Database,
  afterHours: number,
  money: MoneyMover,
  leaseMs: number,
): Promise<boolean> {
  const due = await database.query<{ order_id: string; seller_id: string }>(
    `SELECT order_id, seller_id FROM order_part
     WHERE status = 'DELIVERED' AND delivered_at <= now() - $1 * interval '1 hour'
       AND NOT EXISTS (SELECT 1 FROM dispute d WHERE d.part_id = order_part.id AND d.state = 'OPEN') ORDER BY delivered_at LIMIT 50`,
    [afterHours],
  );
  for (const { order_id: orderId, seller_id: sellerId } of due) {
    const moved = await database.transaction(async (transaction): Promise<LockedPart[]> => {
      const parts = await lockParts(transaction, orderId, { sellerId });
      if (parts[0]!.status !== "DELIVERED" || parts[0]!.money_due !== null) return [];
      // Asked again under the lock: a dispute is opened under it too, and may have been opened since the list was read.
      const disputed = await transaction.query(
        "SELECT FROM dispute WHERE part_id = $1 AND state = 'OPEN'",
        [parts[0]!.id],
        "find-open-dispute",
      );
      if (disputed.length > 0) return [];
      return moveParts(transaction, parts, "confirm", { reason: "auto", leaseMs });
    });
    await Promise.allSettled(moved.map((part) => money.finish(part.id, "settle")));
  }
  return due.length === 50;
}
