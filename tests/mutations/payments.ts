import type { Guard } from "./guard.ts";

const deposit = "modules/account/payments/deposit.ts";
const payout = "modules/account/payments/payout.ts";
const close = "modules/account/profile/close-account.ts";
const suspendedTest = "tests/database/suspended.test.ts";
const repeatedTest = "tests/database/repeated-calls.test.ts";
const ledgerTest = "tests/database/ledger.test.ts";
const accounts = "tests/acceptance/accounts.test.ts";
const moneyRaces = "tests/races/money.test.ts";

export const paymentGuards: readonly Guard[] = [
  {
    name: "A suspended account deposits nothing",
    edits: [{ file: deposit, find: 'if (balance?.status !== "ACTIVE")', replace: "if (!balance)" }],
    test: { file: suspendedTest, only: "deposits nothing" },
  },
  {
    name: "A deposit raises no balance beyond the limit, pending deposits included",
    edits: [
      {
        file: deposit,
        find: "balance.posted + pending!.points + deposit.amount > balanceMax",
        replace: "balance.posted + deposit.amount > balanceMax",
      },
    ],
    test: { file: ledgerTest, only: "a deposit beyond it is refused" },
  },
  {
    name: "A deposit that was charged ends as what it became, whatever became of the account",
    edits: [{ file: deposit, find: "if (known.length === 0) await recordDeposit", replace: "await recordDeposit" }],
    test: { file: moneyRaces, only: "a deposit that was charged before" },
  },
  {
    name: "A capture that is reported twice is posted once",
    edits: [
      {
        file: deposit,
        find: "WHERE id = $1 AND state = 'PENDING' RETURNING id\",\n      [deposit.id, state]",
        replace: 'WHERE id = $1 RETURNING id",\n      [deposit.id, state]',
      },
      { file: deposit, find: "          id: deposit.id,\n          debitId", replace: "          debitId" },
    ],
    test: { file: accounts, only: "a provider that answers twice" },
    together: "the look at the state, the transfer's id",
  },
  {
    name: "A deposit that the provider declined is not posted",
    edits: [
      {
        file: deposit,
        find: 'if (first.length === 1 && answer.outcome === "captured")',
        replace: "if (first.length === 1)",
      },
    ],
    test: { file: accounts, only: "a declined deposit changes nothing" },
  },
  {
    name: "A payout takes no more than what can be withdrawn",
    edits: [
      {
        file: payout,
        find: "(await withdrawable(transaction, payout.accountId, balance.posted)) < payout.amount",
        replace: "payout.amount < 0",
      },
      {
        file: "modules/account/migrations/0004_ledger_rules.sql",
        find: "AND posted < unconfirmed_points(account_id)",
        replace: "AND false",
      },
    ],
    test: { file: moneyRaces, only: "points of a sale cannot be pumped out" },
    together: "the program's look, the database's trigger",
  },
  {
    name: "A suspended seller is not paid out",
    edits: [{ file: payout, find: 'if (balance?.status !== "ACTIVE")', replace: "if (!balance)" }],
    test: { file: suspendedTest, only: "is not paid out" },
  },
  {
    name: "A payout whose bank account cannot be read is not paid",
    edits: [{ file: payout, find: "payout is Payout => !!payout.bankAccount", replace: "payout is Payout => true" }],
    test: { file: "tests/database/personal-data.test.ts", only: "of another row" },
  },
  {
    name: "A sealed value opens in its own row alone",
    edits: [
      {
        file: "kernel/secrets/seal.ts",
        find: 'cipher = createCipheriv("aes-256-gcm", current.key, nonce).setAAD(Buffer.from(context));',
        replace: 'cipher = createCipheriv("aes-256-gcm", current.key, nonce);',
      },
      { file: "kernel/secrets/seal.ts", find: "      .setAAD(additionalData)\n", replace: "" },
    ],
    test: { file: "kernel/secrets/seal.test.ts", only: "opens in its own row alone" },
  },
  {
    name: "A payout that is repeated leaves the balance once",
    edits: [
      {
        file: payout,
        find: "ON CONFLICT DO NOTHING RETURNING id",
        replace: "ON CONFLICT (id) DO UPDATE SET lease_until = excluded.lease_until RETURNING id",
      },
      { file: payout, find: "        id: payout.id,\n        debitId", replace: "        debitId" },
    ],
    test: { file: repeatedTest, only: "a payout that comes again" },
    together: "the payout's row, the transfer's id",
  },
  {
    name: "A failed payout is returned once",
    edits: [
      {
        file: payout,
        find: "WHERE id = $1 AND state = 'PENDING' RETURNING id",
        replace: "WHERE id = $1 RETURNING id",
      },
      {
        file: "modules/account/migrations/0004_ledger_rules.sql",
        find: "CREATE UNIQUE INDEX transfer_reversal_once",
        replace: "CREATE INDEX transfer_reversal_once",
      },
    ],
    test: { file: repeatedTest, only: "a payout that comes again" },
    together: "the look at the state, the unique index of reversals",
  },
  {
    name: "A failed payout returns to the balance",
    edits: [
      {
        file: payout,
        find: 'first.length === 1 && outcome === "failed"',
        replace: 'first.length === 2 && outcome === "failed"',
      },
    ],
    test: { file: accounts, only: "a seller is paid out what was earned" },
  },
  {
    name: "An account closes only when no order of it is open (in the ledger)",
    edits: [
      {
        file: close,
        find: '  if (open!.orders > 0) throw fail("ORDERS_UNDER_WAY", { count: open!.orders });\n',
        replace: "",
      },
    ],
    test: { file: repeatedTest, only: "open in the ledger is not closed" },
  },
  {
    name: "An account closes only when no payment of it is pending",
    edits: [{ file: close, find: '  if (open!.payments) throw fail("PAYMENT_PENDING");\n', replace: "" }],
    test: { file: repeatedTest, only: "an account with a pending deposit" },
  },
  {
    name: "Points that are left are given up knowingly",
    edits: [{ file: close, find: "if (balance < 0 || !giveUp)", replace: "if (balance < 0)" }],
    test: { file: "tests/acceptance/closing.test.ts", only: "needs the password" },
  },
  {
    name: "A suspension waits for points of the account that are being moved",
    edits: [
      { file: "modules/account/members/routes.ts", find: "  await lockBalances(transaction, [id]);\n", replace: "" },
    ],
    test: { file: suspendedTest, only: "no decision about them is overtaken" },
  },
];
