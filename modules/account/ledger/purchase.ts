import { type Database, isDataError } from "@jangteo/kernel/database/database.ts";
import { crashPoint } from "@jangteo/kernel/module/crash-point.ts";
import { isServiceError } from "@jangteo/kernel/rpc/service-error.ts";
import { lockBalances } from "./balances.ts";
import {
  decidePurchases,
  type PurchaseCommand,
  type PurchaseDecision,
  type PurchaseEffects,
  type PurchasePolicy,
} from "./decide-purchases.ts";
import { transferColumns } from "./transfer.ts";

/**
 * Pays orders in one transaction: locks the balances in id order, decides each purchase alone, writes all of them.
 * An order that was decided before gets its answer again. When a batch fails for any reason but an unavailable database,
 * each of its purchases is tried alone. One that cannot be stored because of what it holds is voided: it ends with a
 * definite answer and cannot fail others again. Any other error is thrown, since the outcome is not known.
 */
export async function purchase(
  database: Database,
  policy: PurchasePolicy,
  commands: readonly PurchaseCommand[],
): Promise<PurchaseDecision[]> {
  const valid = commands.filter(hasIds);
  if (valid.length < commands.length) {
    const decisions = new Map((await purchase(database, policy, valid)).map((each) => [each.orderId, each]));
    // Without ids it was never stored, and never will be.
    return commands.map(
      ({ orderId }) => decisions.get(orderId) ?? { orderId, outcome: "REFUSED", reason: "INVALID_INPUT" },
    );
  }
  if (commands.length === 0) return [];
  try {
    return await purchaseTogether(database, policy, commands);
  } catch (error) {
    if (isServiceError(error)) throw error;
    if (commands.length > 1) {
      const decisions: PurchaseDecision[] = [];
      for (const command of commands) decisions.push(...(await purchase(database, policy, [command])));
      return decisions;
    }
    if (isDataError(error)) return voidPurchases(database, [commands[0]!.orderId]);
    throw error;
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function hasIds({ orderId, buyerId, parts }: PurchaseCommand): boolean {
  return [orderId, buyerId, ...parts.flatMap(({ partId, sellerId }) => [partId, sellerId])].every((id) =>
    uuid.test(id),
  );
}

async function purchaseTogether(
  database: Database,
  policy: PurchasePolicy,
  commands: readonly PurchaseCommand[],
): Promise<PurchaseDecision[]> {
  const decisions = await database.transaction(async (transaction) => {
    const balances = await lockBalances(
      transaction,
      commands.flatMap(({ buyerId, parts }) => [buyerId, ...parts.map((part) => part.sellerId)]),
    );
    // After the locks: whoever decided one of these orders before us has committed by now.
    const known = await transaction.query<PurchaseDecision>(
      `SELECT order_id AS "orderId", outcome, coalesce(reason, '') AS reason FROM purchase WHERE order_id = ANY ($1::uuid[])`,
      [commands.map((command) => command.orderId)],
      "find-purchases",
    );
    const effects = decidePurchases(commands, balances, new Map(known.map((row) => [row.orderId, row])), policy);
    if (effects.fresh.length > 0) await transaction.query(writeSql, writeColumns(effects), "write-purchases");
    crashPoint("purchase.before-commit");
    return effects.decisions;
  });
  crashPoint("purchase.after-commit");
  return decisions;
}

const writeSql = `
  WITH decided AS (
    INSERT INTO purchase (order_id, outcome, reason, any_part)
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $20::uuid[]) ORDER BY 1
  ), money AS (
    INSERT INTO order_money (order_part, order_id, buyer_id, seller_id, paid, fee, settled)
    SELECT * FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::bigint[], $9::bigint[], $10::bigint[])
  )
  INSERT INTO transfer (id, debit_id, credit_id, amount, kind, order_id, order_part, memo, for_id)
  SELECT * FROM unnest($11::uuid[], $12::uuid[], $13::uuid[], $14::bigint[], $15::text[], $16::uuid[], $17::uuid[], $18::text[], $19::uuid[])`;

function writeColumns({ fresh, money, transfers }: PurchaseEffects): unknown[][] {
  const anyPart = new Map(money.map((row) => [row.orderId, row.partId]));
  return [
    fresh.map((decision) => decision.orderId),
    fresh.map((decision) => decision.outcome),
    fresh.map((decision) => decision.reason || null),
    money.map((row) => row.partId),
    money.map((row) => row.orderId),
    money.map((row) => row.buyerId),
    money.map((row) => row.sellerId),
    money.map((row) => row.paid),
    money.map((row) => row.fee),
    money.map((row) => row.settled),
    ...transferColumns(transfers),
    fresh.map((decision) => anyPart.get(decision.orderId) ?? null),
  ];
}

/**
 * Makes sure that orders are never paid: writes a tombstone, which a purchase that arrives later meets. An order that
 * is already paid stays paid and is answered so.
 */
export async function voidPurchases(database: Database, orderIds: readonly string[]): Promise<PurchaseDecision[]> {
  await database.query(
    `INSERT INTO purchase (order_id, outcome) SELECT id, 'VOIDED' FROM unnest($1::uuid[]) AS id
     ON CONFLICT (order_id) DO NOTHING`,
    [[...orderIds].sort()],
  );
  const rows = await database.query<PurchaseDecision>(
    `SELECT order_id AS "orderId", outcome, coalesce(reason, '') AS reason FROM purchase WHERE order_id = ANY ($1::uuid[])`,
    [orderIds],
    "find-purchases",
  );
  const byOrder = new Map(rows.map((row) => [row.orderId, row]));
  return orderIds.map((orderId) => byOrder.get(orderId)!);
}
