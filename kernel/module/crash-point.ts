import { readFileSync, writeFileSync } from "node:fs";

const file = process.env.NODE_ENV === "production" ? undefined : process.env.JANGTEO_CRASH_FILE;
let armed: string | undefined;

/** SIGUSR2 arms a running process with one of the points in the file, so that a test chooses the time. Empty disarms it. */
if (file)
  process.on("SIGUSR2", () => {
    const points = readFileSync(file, "utf8").split(",").filter(Boolean);
    armed = points[Math.floor(Math.random() * points.length)];
    // A signal is heard some time after it was sent: who sent it can wait for this.
    writeFileSync(`${file}.${process.pid}`, "");
  });

/**
 * A named place where the tests may kill this process with SIGKILL, or suspend it with SIGSTOP (`stop:` before the name),
 * once it was armed with the name. Does nothing otherwise, and nothing at all in production.
 */
export function crashPoint(name: CrashPointName): void {
  if (armed === undefined) return;
  if (armed === name) process.kill(process.pid, "SIGKILL");
  if (armed !== `stop:${name}`) return;
  // Once: after SIGCONT it goes on.
  armed = undefined;
  process.kill(process.pid, "SIGSTOP");
}

/** All the places, so that the crash walk can visit each. */
export const crashPoints = [
  "checkout.before-reserve",
  "checkout.before-reserve-commit",
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
  "covered-refund.before-call",
  "covered-refund.after-call",
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
