import type { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import type { Database } from "@jangteo/kernel/database/database.ts";
import { crashPoint } from "@jangteo/kernel/module/crash-point.ts";
import type { Client } from "@jangteo/kernel/rpc/types.ts";
import { type LockedPart, lockParts, moveParts } from "./move-part.ts";

export type MoneyMover = {
  /** Moves the money of a part whose status asks for it, and notes that it is done. Both are idempotent. */
  finish(partId: string, due: "refund" | "settle"): Promise<void>;
  /** Takes up parts whose money was left half-way; true where more may be left. */
  resume(): Promise<boolean>;
};

const resumeBatch = 100;

/** Moves money after order parts have moved: the ledger is called with the part's id as the key until it answers. */
export function createMoneyMover(
  database: Database,
  accounts: Client<typeof AccountService>,
  leaseMs: number,
): MoneyMover {
  async function finish(partId: string, due: "refund" | "settle"): Promise<void> {
    crashPoint(due === "refund" ? "refund.after-move" : "settlement.after-move");
    if (due === "refund") await accounts.refund({ partId, memo: "" });
    else await accounts.settle({ partId });
    crashPoint(due === "refund" ? "refund.after-call" : "settlement.after-call");
    await database.query(
      "UPDATE order_part SET money_due = NULL, lease_until = NULL WHERE id = $1 AND money_due = $2",
      [partId, due],
      "money-moved",
    );
  }

  return {
    finish,
    async resume() {
      const due = await database.query<{ id: string; money_due: "refund" | "settle" }>(
        `UPDATE order_part SET lease_until = now() + $1 * interval '1 millisecond'
         WHERE id IN (SELECT id FROM order_part WHERE money_due IS NOT NULL AND lease_until < now()
                      ORDER BY lease_until LIMIT ${resumeBatch} FOR UPDATE SKIP LOCKED)
         RETURNING id, money_due`,
        [leaseMs],
      );
      await Promise.allSettled(due.map((part) => finish(part.id, part.money_due)));
      return due.length === resumeBatch;
    },
  };
}

/** Confirms parts that were delivered long ago (구매확정 by itself), unless they are in dispute. True where more may be left. */
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
      if (parts[0]!.status !== "DELIVERED") return [];
      return moveParts(transaction, parts, "confirm", { reason: "auto", leaseMs });
    });
    await Promise.allSettled(moved.map((part) => money.finish(part.id, "settle")));
  }
  return due.length === 50;
}
