import { setImmediate, setTimeout } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * A timer counts whole milliseconds from when the event loop last looked at the clock, so it ends the earlier the more was
 * done just before: its last milliseconds are waited for by looking at the clock.
 */
const timerErrorMs = 4;

/**
 * Sends a route's good responses only at multiples of so many milliseconds after the request came, whatever was to be done
 * for it: so nobody reads from the time whether an email is known. Refusals, which do not depend on that, leave at once.
 */
export function sendAtMultiplesOf(stepMs: number) {
  return async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (reply.statusCode >= 400) return;
    const sendAtMs = Math.ceil(reply.elapsedTime / stepMs) * stepMs;
    const timerMs = sendAtMs - reply.elapsedTime - timerErrorMs;
    if (timerMs >= 1) await setTimeout(timerMs);
    while (reply.elapsedTime < sendAtMs) await setImmediate();
  };
}
