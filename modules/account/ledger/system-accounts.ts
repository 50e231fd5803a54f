/** The ledger's own accounts, made by its first migration. A person's ledger account has the id of their account. */
export const systemAccounts = {
  /** The world outside: what came in less what went out, negated. */
  external: "00000000-0000-7000-8000-000000000001",
  /** Points of paid orders that wait for 구매확정. */
  escrow: "00000000-0000-7000-8000-000000000002",
  /** The marketplace's fees. */
  fee: "00000000-0000-7000-8000-000000000003",
  /** Points whose owner has closed the account, or whose balance could not hold them; `forId` names the owner. */
  suspense: "00000000-0000-7000-8000-000000000004",
} as const;
