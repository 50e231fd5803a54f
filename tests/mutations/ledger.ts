import type { Guard } from "./guard.ts";

const decide = "modules/account/ledger/decide-purchases.ts";
const decideTest = "modules/account/ledger/decide-purchases.test.ts";
const purchase = "modules/account/ledger/purchase.ts";
const moveMoney = "modules/account/ledger/move-order-money.ts";
const tables = "modules/account/migrations/0002_ledger.sql";
const rules = "modules/account/migrations/0004_ledger_rules.sql";
const rulesTest = "tests/database/rules.test.ts";
const ledgerTest = "tests/database/ledger.test.ts";
const repeatedTest = "tests/database/repeated-calls.test.ts";
const voidTest = "tests/database/void.test.ts";
const orders = "tests/acceptance/orders.test.ts";
const moneyRaces = "tests/races/money.test.ts";

const transferOnce: Guard["edits"][number] = {
  file: tables,
  find: "CREATE UNIQUE INDEX transfer_once_per_part",
  replace: "CREATE INDEX transfer_once_per_part",
};

export const ledgerGuards: readonly Guard[] = [
  {
    name: "A suspended or closed buyer does not buy",
    edits: [{ file: decide, find: 'if (buyer.status !== "ACTIVE")', replace: "if (buyer.status === undefined)" }],
    test: { file: decideTest },
  },
  {
    name: "Nobody buys from a suspended or closed seller",
    edits: [
      { file: decide, find: 'sellers.some((seller) => seller!.status !== "ACTIVE")', replace: "sellers.length === 0" },
    ],
    test: { file: decideTest },
  },
  {
    name: "Nobody buys from themselves",
    edits: [
      {
        file: decide,
        find: "sellers.some((seller) => seller!.email === buyer.email)",
        replace: "sellers.length === 0",
      },
    ],
    test: { file: decideTest },
  },
  {
    name: "A buyer pays no more than the balance",
    edits: [{ file: decide, find: "if (total > left.get(command.buyerId)!)", replace: "if (total < 0)" }],
    test: { file: decideTest },
  },
  {
    name: "A purchase raises no balance beyond the limit",
    edits: [{ file: decide, find: "left.get(part.sellerId)! + total > balanceMax", replace: "part.amount < 0" }],
    test: { file: decideTest },
  },
  {
    name: "Earlier purchases of a batch take points from later ones",
    edits: [{ file: decide, find: "    left.set(buyerId, left.get(buyerId)! - amount);\n", replace: "" }],
    test: { file: decideTest },
  },
  {
    name: "An order is decided once in the ledger, and a void stays a void",
    edits: [
      {
        file: decide,
        find: "let decision = decided.get(command.orderId);",
        replace: "let decision: PurchaseDecision | undefined;",
      },
    ],
    test: { file: decideTest },
  },
  {
    name: "What was decided before is found after the locks",
    edits: [
      {
        file: purchase,
        find: "new Map(known.map((row) => [row.orderId, row]))",
        replace: "new Map(known.slice(0, 0).map((row) => [row.orderId, row]))",
      },
      {
        file: purchase,
        find: "$20::uuid[]) ORDER BY 1\n",
        replace: "$20::uuid[]) ORDER BY 1 ON CONFLICT DO NOTHING\n",
      },
    ],
    test: { file: voidTest, only: "a purchase that arrives after its void" },
    together: "the look for the decision, its primary key",
  },
  {
    name: "A void is stored, so that a purchase that arrives later is refused",
    edits: [
      {
        file: purchase,
        find: "FROM unnest($1::uuid[]) AS id\n     ON CONFLICT (order_id) DO NOTHING",
        replace: "FROM unnest($1::uuid[]) AS id WHERE false\n     ON CONFLICT (order_id) DO NOTHING",
      },
      {
        file: purchase,
        find: "byOrder.get(orderId)!",
        replace: 'byOrder.get(orderId) ?? { orderId, outcome: "VOIDED", reason: "" }',
      },
    ],
    test: { file: voidTest, only: "a purchase that arrives after its void" },
  },
  {
    name: "A void of a paid order is answered as paid",
    edits: [
      {
        file: purchase,
        find: "byOrder.get(orderId)!",
        replace: '({ ...byOrder.get(orderId)!, outcome: "VOIDED" })',
      },
    ],
    test: { file: voidTest, only: "a purchase that arrives after its void" },
  },
  {
    name: "A purchase that cannot be stored does not fail others of its batch",
    edits: [
      {
        file: purchase,
        find: "    if (isServiceError(error)) throw error;\n    if (commands.length > 1)",
        replace: "    throw error;\n    if (commands.length > 1)",
      },
    ],
    test: { file: ledgerTest, only: "a purchase that cannot be stored" },
  },
  {
    name: "Points that are decided on do not move meanwhile (balances are locked)",
    edits: [
      {
        file: rules,
        find: "  PERFORM 1 FROM balance b WHERE b.account_id = ANY (account_ids) ORDER BY b.account_id FOR UPDATE;\n",
        replace: "",
      },
    ],
    test: { file: moneyRaces, only: "closing against a purchase" },
  },
  {
    name: "Balances are locked in the order of their ids",
    edits: [
      {
        file: rules,
        find: "PERFORM 1 FROM balance b WHERE b.account_id = ANY (account_ids) ORDER BY b.account_id FOR UPDATE",
        replace: "PERFORM 1 FROM balance b WHERE b.account_id = ANY (account_ids) ORDER BY random() FOR UPDATE",
      },
    ],
    test: { file: moneyRaces, only: "orders of two sellers are bought" },
  },
  {
    name: "No balance falls below its floor (constraint)",
    edits: [
      {
        file: tables,
        find: "CONSTRAINT balance_floor CHECK (posted >= floor)",
        replace: "CONSTRAINT balance_floor CHECK (true)",
      },
    ],
    test: { file: rulesTest, only: "overdraft" },
  },
  {
    name: "No balance grows beyond what clients can read (constraint)",
    edits: [{ file: rules, find: "CHECK (posted <= 9000000000000000)", replace: "CHECK (true)" }],
    test: { file: ledgerTest, only: "a balance beyond its ceiling" },
  },
  {
    name: "A payout takes no points of sales that are not confirmed (trigger)",
    edits: [{ file: rules, find: "AND posted < unconfirmed_points(account_id)", replace: "AND false" }],
    test: { file: ledgerTest, only: "a payout of sales that are not confirmed" },
  },
  {
    name: "Each transfer of a seller order happens once (unique index)",
    edits: [transferOnce],
    test: { file: rulesTest, only: "an order part is bought, settled and refunded once" },
  },
  {
    name: "No more is refunded and settled than was paid (constraint)",
    edits: [{ file: tables, find: "CHECK (refunded + settled <= paid)", replace: "CHECK (true)" }],
    test: { file: rulesTest, only: "an order part is bought, settled and refunded once" },
  },
  {
    name: "A payout is reversed once (unique index)",
    edits: [
      {
        file: rules,
        find: "CREATE UNIQUE INDEX transfer_reversal_once",
        replace: "CREATE INDEX transfer_reversal_once",
      },
    ],
    test: { file: ledgerTest, only: "two reversals of a payout" },
  },
  {
    name: "Points in suspense have an owner (constraint)",
    edits: [
      {
        file: rules,
        find: "CHECK ((credit_id = '00000000-0000-7000-8000-000000000004') = (for_id IS NOT NULL))",
        replace: "CHECK (true)",
      },
    ],
    test: { file: ledgerTest, only: "points in suspense without an owner" },
  },
  {
    name: "Both ends of a transfer exist",
    edits: [
      {
        file: rules,
        find: "WHERE id = ANY (account_ids)) <> cardinality(account_ids)",
        replace: "WHERE id = ANY (account_ids)) < 0",
      },
    ],
    test: { file: rulesTest, only: "overdraft" },
  },
  {
    name: "Transfers and entries are never changed (triggers)",
    edits: [
      {
        file: tables,
        find: "RAISE EXCEPTION 'transfers are never changed or deleted' USING ERRCODE = '42501';",
        replace: "RETURN NULL;",
      },
    ],
    test: { file: rulesTest, only: "not even the owner" },
  },
  {
    name: "Entries are never changed (trigger)",
    edits: [
      {
        file: rules,
        find: "BEFORE UPDATE OR DELETE OR TRUNCATE ON entry",
        replace: "BEFORE TRUNCATE ON entry",
      },
    ],
    test: { file: ledgerTest, only: "entries are written by the database alone" },
  },
  {
    name: "The program cannot write balances (privileges)",
    edits: [
      {
        file: tables,
        find: "GRANT SELECT ON balance TO jangteo_account;",
        replace: "GRANT SELECT, UPDATE ON balance TO jangteo_account;",
      },
    ],
    test: { file: rulesTest, only: "transfers and balances cannot be changed" },
  },
  {
    name: "Each entry of a statement holds the balance after it",
    edits: [{ file: rules, find: "l.posted + (sum(e.change) OVER w)::bigint", replace: "l.posted + e.change" }],
    test: { file: ledgerTest, only: "many purchases of one batch" },
  },
  {
    name: "A refund after confirmation is covered by what the seller can withdraw",
    edits: [
      {
        file: moveMoney,
        find: "if (coveredRef !== undefined && money.confirmed_at !== null)",
        replace: "if (coveredRef !== undefined && money.paid === 0)",
      },
    ],
    test: { file: orders, only: "a refund after confirmation needs points" },
  },
  {
    name: "A seller who is gone owes nothing: the marketplace pays",
    edits: [
      {
        file: moveMoney,
        find: '  if (seller?.status !== "CLOSED" || money.settled === 0) return [];',
        replace: "  if (money.paid > 0) return [];",
      },
    ],
    test: { file: "tests/database/verify.test.ts", only: "a healthy marketplace" },
  },
  {
    name: "A part is refunded once",
    edits: [
      { file: moveMoney, find: "    if (money.refunded > 0) return money.refunded;\n", replace: "" },
      transferOnce,
    ],
    test: { file: repeatedTest, only: "refunds it once" },
    together: "the look at the row, the unique index of transfers",
  },
  {
    name: "A part that was refunded is not settled",
    edits: [
      {
        file: moveMoney,
        find: "money.confirmed_at !== null || money.refunded > 0",
        replace: "money.confirmed_at !== null",
      },
      { file: tables, find: "CHECK (refunded + settled <= paid)", replace: "CHECK (true)" },
    ],
    test: { file: repeatedTest, only: "refunds it once" },
    together: "the look at the row, its constraint",
  },
  {
    name: "A part is settled once",
    edits: [
      { file: moveMoney, find: "money.confirmed_at !== null || money.refunded > 0", replace: "money.refunded > 0" },
      { file: moveMoney, find: "if (money.settled === 0) await addTransfers", replace: "await addTransfers" },
      transferOnce,
    ],
    test: { file: repeatedTest, only: "settles it once" },
    together: "the look at the confirmation, the look at what is settled, the unique index of transfers",
  },
  {
    name: "Refunds and settlements of one part wait for each other (its row is locked)",
    edits: [
      {
        file: moveMoney,
        find: "FROM order_money WHERE order_part = $1 FOR UPDATE`",
        replace: "FROM order_money WHERE order_part = $1`",
      },
      transferOnce,
    ],
    test: { file: repeatedTest, only: "refunds it once" },
    together: "the lock, the unique index of transfers",
  },
  {
    name: "Points for a closed account go to the suspense account",
    edits: [
      {
        file: "modules/account/ledger/balances.ts",
        find: 'balance && balance.status !== "CLOSED" && ',
        replace: "balance && ",
      },
    ],
    test: { file: moneyRaces, only: "a refund for a buyer who has left" },
  },
  {
    name: "Points beyond the ceiling of a balance go to the suspense account",
    edits: [
      {
        file: "modules/account/ledger/balances.ts",
        find: " && balance.posted + amount <= balanceCeiling",
        replace: "",
      },
    ],
    test: { file: ledgerTest, only: "beyond its ceiling goes to the suspense account" },
  },
];
