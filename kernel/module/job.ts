import { randomUUID } from "node:crypto";
import type { Database } from "../database/database.ts";
import { releaseLease, takeLease } from "../database/lease.ts";
import type { Logger } from "../telemetry/logger.ts";
import { createPause } from "./pause.ts";

export type Worker = { stop(): Promise<void> };

export type JobOptions = {
  name: string;
  everyMs: number;
  /** After this long without a sign of life, another copy takes the job over; at least three rounds of it. */
  leaseMs: number;
  database: Database;
  log: Logger;
  /** Does some of the work; `true` when more is left, so that it is called again at once. */
  run: () => Promise<boolean | void>;
};

/** Runs a job again and again, on one copy of the module at a time (a lease), until it is stopped. */
export function startJob(options: JobOptions): Worker {
  const holder = randomUUID();
  let stopped = false;
  const pause = createPause();

  async function loop(): Promise<void> {
    while (!stopped) {
      let more: boolean | void = false;
      try {
        const ttlMs = Math.max(options.everyMs * 3, options.leaseMs);
        if (await takeLease(options.database, `job ${options.name}`, holder, ttlMs)) more = await options.run();
      } catch (error) {
        options.log.warn({ err: error }, `the job ${options.name} will try again`);
      }
      if (!more && !stopped) await pause.wait(options.everyMs);
    }
    await releaseLease(options.database, `job ${options.name}`, holder).catch(() => undefined);
  }

  const running = loop();
  return {
    async stop() {
      stopped = true;
      pause.end();
      await running;
    },
  };
}
