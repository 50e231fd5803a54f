import { createReconcile } from "@jangteo/kernel/database/checks.ts";
import type { Database } from "@jangteo/kernel/database/database.ts";
import { agreements } from "./agreements.ts";
import { items, products, stockMoves } from "./catalog.ts";
import { disputes } from "./disputes.ts";
import { orderLines, orderParts, orders } from "./orders.ts";

/** The invariants of products, stock and orders. */
export function createOrderReconcile(database: Database, stepLeaseMs: number) {
  return createReconcile(database, [
    products,
    items,
    stockMoves,
    orders(stepLeaseMs),
    orderParts(stepLeaseMs),
    orderLines,
    agreements,
    disputes,
  ]);
}
