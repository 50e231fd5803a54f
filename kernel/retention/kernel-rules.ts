import type { Settings } from "../settings/settings.ts";
import { deleteOldRows, type RetentionRule } from "./rule.ts";

/**
 * The rules of the tables that every module's schema holds for the kernel. `commandUnderWay` is a module's SQL condition
 * on a row of `idempotency`: whether what its key stands for has not ended yet, so that a retry must still find it.
 */
export function kernelRules(settings: Settings, commandUnderWay = "false"): RetentionRule[] {
  return [
    deleteOldRows({ name: "inbox", table: "inbox", since: "at", keepDays: settings.eventKeepDays }),
    deleteOldRows({
      name: "idempotency",
      table: "idempotency",
      since: "at",
      keepDays: settings.idempotencyKeepDays,
      where: `coalesce(lease_until < now(), true) AND NOT (${commandUnderWay})`,
    }),
  ];
}
