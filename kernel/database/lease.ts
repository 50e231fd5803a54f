import { randomUUID } from "node:crypto";
import type { Queryable } from "./database.ts";

/**
 * Takes or keeps the lease `name` for `ttlMs`; false while another holder has it. The clock is the database's, so
 * copies with wrong clocks cannot both hold it.
 */
export async function takeLease(database: Queryable, name: string, holder: string, ttlMs: number): Promise<boolean> {
  const rows = await database.query(
    `INSERT INTO lease AS l (name, holder, until) VALUES ($1, $2, now() + $3 * interval '1 millisecond')
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
       WHERE l.holder = excluded.holder OR l.until < now()
     RETURNING name`,
    [name, holder, ttlMs],
    "take-lease",
  );
  return rows.length === 1;
}

/** Gives the lease back at once, so that another copy need not wait for it to run out. */
export async function releaseLease(database: Queryable, name: string, holder: string): Promise<void> {
  await database.query("DELETE FROM lease WHERE name = $1 AND holder = $2", [name, holder]);
}

/** A lease that is held over many steps, as its holder sees it. */
export type HeldLease = {
  /** Takes the lease, or renews it in the second half of its life; `kept` needs no query. */
  hold(): Promise<"kept" | "renewed" | "refused">;
  /** Whether it has not run out. */
  isHeld(): boolean;
  release(): Promise<void>;
};

/**
 * The holder judges the life of its lease by a monotonic clock, from before the request for it: a wall clock that is set
 * back does not prolong it.
 */
export function createHeldLease(database: Queryable, name: string, ttlMs: number): HeldLease {
  const holder = randomUUID();
  let until = 0;
  return {
    async hold() {
      const now = performance.now();
      if (now < until - ttlMs / 2) return "kept";
      until = (await takeLease(database, name, holder, ttlMs)) ? now + ttlMs : 0;
      return until > 0 ? "renewed" : "refused";
    },
    isHeld: () => performance.now() < until,
    async release() {
      if (until === 0) return;
      until = 0;
      await releaseLease(database, name, holder);
    },
  };
}
