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
