/**
 * Who takes deposits, a strategy that an operator chooses (`paymentProvider`). `id` is the idempotency key: however
 * often it is sent, at most one charge happens, and the answer stays the same.
 */
export type PaymentProvider = {
  /**
   * Charges. Throws when the outcome is not known; asking again with the same id then tells it. A provider that also
   * tells outcomes by itself calls `report`, before its answer, after it, or instead of it.
   */
  charge(
    charge: { id: string; amount: number; from: string },
    report: (outcome: ChargeOutcome) => Promise<void>,
  ): Promise<ChargeOutcome>;
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
 * but does not answer the first time, `twice` reports the capture and then answers it as well, anything else is captured.
 */
function fakePaymentProvider(): PaymentProvider {
  const silentOnce = new Set<string>();
  return {
    async charge({ id, from }, report) {
      if (from === "decline") return { outcome: "declined" };
      if (from === "timeout" && !silentOnce.has(id)) {
        silentOnce.add(id);
        throw new ProviderTimeout("the payment provider did not answer");
      }
      if (from === "twice") await report({ outcome: "captured" });
      return { outcome: "captured" };
    },
  };
}

/**
 * A payout provider for development and tests: fails for the bank account `fail`, pays but does not respond the first time
 * for `timeout`, pays otherwise.
 */
function fakePayoutProvider(): PayoutProvider {
  const silentOnce = new Set<string>();
  return {
    async pay({ id, bankAccount }) {
      if (bankAccount === "timeout" && !silentOnce.has(id)) {
        silentOnce.add(id);
        throw new ProviderTimeout("the payout provider did not respond");
      }
      return bankAccount === "fail" ? { outcome: "failed" } : { outcome: "paid" };
    },
  };
}

/**
 * The providers that an operator can name; a new one is added here and to `oneOf` in the settings. With `none`, deposits and
 * payouts are refused.
 */
export const paymentProviders: Record<string, () => PaymentProvider | undefined> = {
  none: () => undefined,
  fake: fakePaymentProvider,
};
export const payoutProviders: Record<string, () => PayoutProvider | undefined> = {
  none: () => undefined,
  fake: fakePayoutProvider,
};
