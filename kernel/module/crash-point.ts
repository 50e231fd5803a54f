const isTest = process.env.NODE_ENV !== "production";
let armed = isTest ? process.env.JANGTEO_CRASH_POINT : undefined;

/** A running process is armed by SIGUSR2 with one of these, so that a test chooses the time and chance the place. */
const onSignal = isTest ? process.env.JANGTEO_CRASH_POINTS_ON_SIGNAL?.split(",") : undefined;
if (onSignal)
  process.on("SIGUSR2", () => {
    armed = onSignal[Math.floor(Math.random() * onSignal.length)];
  });

/**
 * A named place where the tests may kill this process with SIGKILL (`JANGTEO_CRASH_POINT=name`). Does nothing
 * otherwise, and nothing at all in production.
 */
export function crashPoint(name: CrashPointName): void {
  if (armed === name) process.kill(process.pid, "SIGKILL");
}

/** All the places, so that the crash walk can visit each. */
export const crashPoints = [
  "checkout.before-reserve",
  "checkout.after-reserve",
  "checkout.after-purchase",
  "checkout.before-settle",
  "checkout.after-settle",
  "purchase.before-commit",
  "purchase.after-commit",
  "deposit.after-claim",
  "deposit.after-charge",
  "deposit.before-commit",
  "deposit.after-commit",
  "payout.after-debit",
  "payout.after-transfer",
  "refund.after-move",
  "refund.before-commit",
  "refund.after-commit",
  "refund.after-call",
  "settlement.after-move",
  "settlement.before-commit",
  "settlement.after-commit",
  "settlement.after-call",
  "send.before-commit",
  "send.after-commit",
  "send.after-push",
  "relay.before-deliver",
  "relay.after-deliver",
  "relay.after-delete",
  "inbox.before-commit",
  "inbox.after-commit",
] as const;
export type CrashPointName = (typeof crashPoints)[number];
