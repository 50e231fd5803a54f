import type { Logger } from "../telemetry/logger.ts";
import type { Worker } from "./job.ts";
import { createPause } from "./pause.ts";

export type PollOptions = {
  /** What is polled, for the log: "access keys", say. */
  name: string;
  everyMs: number;
  log: Logger;
  /** Whether the first load has succeeded already. */
  isLoaded: boolean;
  load: () => Promise<void>;
};

/** After a failure, and before the first success, the next load follows sooner. */
const retryMs = 500;

/** Loads something again every `everyMs` until it is stopped. The first failure after a success is logged. */
export function startPoll({ name, everyMs, log, isLoaded, load }: PollOptions): Worker {
  let stopped = false;
  let isAvailable = isLoaded;
  const pause = createPause();

  async function loop(): Promise<void> {
    while (!stopped) {
      await pause.wait(isAvailable ? everyMs : Math.min(everyMs, retryMs));
      if (stopped) return;
      try {
        await load();
        if (!isAvailable) log.info(`${name}: read again`);
        isAvailable = true;
      } catch (error) {
        if (isAvailable) log.warn({ err: error }, `${name}: cannot be read`);
        isAvailable = false;
      }
    }
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
