import type { Database } from "../database/database.ts";
import { startJob, type Worker } from "../module/job.ts";
import { createPause } from "../module/pause.ts";
import { isServiceError } from "../rpc/service-error.ts";
import type { Settings } from "../settings/settings.ts";
import type { Logger } from "../telemetry/logger.ts";
import { retentionBehind, retentionRows } from "../telemetry/metrics.ts";
import { chunkMin, nextChunkSize } from "./chunk-size.ts";
import type { RetentionRule } from "./rule.ts";

/** A chunk should take this long at most, or a tenth of the statement timeout if that is less. */
const chunkTargetMs = 200;
/** Between two chunks a rule pauses for as long as the last one took, and at least this long. */
const pauseMinMs = 10;

export type RetentionOptions = {
  database: Database;
  rules: readonly RetentionRule[];
  settings: Settings;
  log: Logger;
};

/**
 * Runs a module's retention rules in rounds, on one instance of the module at a time. In a round each rule has an equal
 * share of the round's time and removes rows chunk by chunk, each chunk a transaction. Rounds follow each other at once
 * while rows are left. A rule that fails is logged, does not stop the others, and runs again in the next round.
 */
export function startRetention({ database, rules, settings, log }: RetentionOptions): Worker {
  const { retentionEveryMs, retentionChunkMax, statementTimeoutMs, leaseMs } = settings;
  const targetMs = Math.min(chunkTargetMs, statementTimeoutMs / 10);
  const shareMs = retentionEveryMs / rules.length;
  const sizes = new Map<RetentionRule, number>();
  const pause = createPause();
  let stopped = false;

  /** One rule's share of a round; `true` when rows that are due may be left. */
  async function runRule(rule: RetentionRule): Promise<boolean> {
    const max = Math.min(retentionChunkMax, rule.chunkMax ?? retentionChunkMax);
    const endsAt = performance.now() + shareMs;
    let size = sizes.get(rule) ?? max;
    let position: string | undefined;
    for (;;) {
      const startedAt = performance.now();
      let more = true;
      try {
        const chunk = await rule.removeChunk(database, size, position);
        retentionRows.labels(database.module, rule.name).inc(chunk.removed);
        ({ more, position } = chunk);
      } catch (error) {
        if (!isServiceError(error) || error.code !== "DEADLINE_EXCEEDED" || size <= chunkMin) throw error;
      }
      const tookMs = performance.now() - startedAt;
      size = nextChunkSize(size, tookMs, targetMs, max);
      sizes.set(rule, size);
      if (!more) return false;
      await pause.wait(Math.max(pauseMinMs, tookMs));
      if (stopped || performance.now() > endsAt) return true;
    }
  }

  const job = startJob({
    name: "retention",
    everyMs: retentionEveryMs,
    leaseMs,
    database,
    log,
    async run() {
      let more = false;
      let failed = false;
      for (const rule of rules) {
        if (stopped) return;
        const behind = retentionBehind.labels(database.module, rule.name);
        try {
          if (await runRule(rule)) {
            more = true;
            behind.inc();
          } else behind.set(0);
        } catch (error) {
          failed = true;
          behind.inc();
          log.error(
            { err: error, module: database.module, rule: rule.name },
            `the retention rule ${rule.name} failed; it runs again in the next round`,
          );
        }
      }
      return more && !failed;
    },
  });
  return {
    async stop() {
      stopped = true;
      pause.end();
      await job.stop();
    },
  };
}
