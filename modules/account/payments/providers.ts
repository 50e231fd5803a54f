/**
 * Who takes deposits, a strategy that an operator chooses (`paymentProvider`). `id` is the idempotency key: however
 * often it is sent, at most one charge happens, and the answer stays the same.
 */
export type PaymentProvider = {
  /** Charges. Throws when the outcome is not known; asking again with the same id then tells it. */
  charge(charge: { id: string; amount: number; from: string }): Promise<ChargeOutcome>;
};
export type ChargeOutcome = { outcome: "captured" } | { outcome: "declined" };

/** Who pays sellers out (`payoutProvider`). The same rules hold. */
export type PayoutProvider = {
  pay(payout: {
    id: string;
    amount: number;
    bankAccount: string;
  }): Promise<{ outcome: "paid" } | { outcome: "failed" }>;
};

/** The outcome is not known: a provider did not answer in time. */
export class ProviderTimeout extends Error {
  override name = "ProviderTimeout";
}

/**
 * A payment provider for development and tests. What it does is told by `from`: `decline` declines, `timeout` charges
 * but does not answer the first time, anything else is captured.
 */
export function fakePaymentProvider(): PaymentProvider {
  const silentOnce = new Set<string>();
  return {
    async charge({ id, from }) {
      if (from === "decline") return { outcome: "declined" };
      if (from === "timeout" && !silentOnce.has(id)) {
        silentOnce.add(id);
        throw new ProviderTimeout("the payment provider did not answer");
      }
      return { outcome: "captured" };
    },
  };
}

/** A payout provider for development and tests: fails for a bank account that says `fail`, pays otherwise. */
export function fakePayoutProvider(): PayoutProvider {
  return {
    async pay({ bankAccount }) {
      return bankAccount === "fail" ? { outcome: "failed" } : { outcome: "paid" };
    },
  };
}
