import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * Sends a route's good responses only at multiples of so many milliseconds after the request came, whatever was to be done
 * for it: so nobody reads from the time whether an email is known. Refusals, which do not depend on that, leave at once.
 */
export function sendAtMultiplesOf(stepMs: number) {
  return async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (reply.statusCode >= 400) return;
    const waitMs = stepMs - (reply.elapsedTime % stepMs);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  };
}
