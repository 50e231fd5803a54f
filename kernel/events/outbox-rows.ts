import type { Database } from "../database/database.ts";
import type { DeliveredEvent } from "./delivery.ts";

/** The first events of the outbox after a position, at most `limit`. */
export async function readOutbox(database: Database, after: string, limit: number): Promise<DeliveredEvent[]> {
  return database.query<DeliveredEvent>(
    `SELECT id, type, key, payload::text AS "payloadJson" FROM outbox WHERE id > $1 ORDER BY id LIMIT $2`,
    [after, limit],
    "read-outbox",
  );
}

/** The first events that wait for a destination after a position, at most `limit`. */
export async function readWaiting(
  database: Database,
  destination: string,
  after: string,
  limit: number,
): Promise<DeliveredEvent[]> {
  return database.query<DeliveredEvent>(
    `SELECT id, type, key, payload::text AS "payloadJson" FROM outbox_waiting WHERE destination = $1 AND id > $2 ORDER BY id LIMIT $3`,
    [destination, after, limit],
    "read-outbox-waiting",
  );
}

/** An event that a destination could not receive. */
export type Undelivered = { readonly destination: string; readonly id: string };

/** Takes events out of the outbox; those that are undelivered wait for their destinations from now on. */
export async function takeFromOutbox(
  database: Database,
  ids: readonly string[],
  undelivered: readonly Undelivered[],
): Promise<void> {
  if (undelivered.length === 0) {
    await database.query("DELETE FROM outbox WHERE id = ANY($1::uuid[])", [ids], "delete-delivered");
    return;
  }
  await database.query(
    `WITH gone AS (DELETE FROM outbox WHERE id = ANY($1::uuid[]) RETURNING id, type, key, payload, at)
     INSERT INTO outbox_waiting (destination, id, type, key, payload, at)
     SELECT u.destination, gone.id, type, key, payload, at
     FROM gone JOIN unnest($2::text[], $3::uuid[]) AS u (destination, id) ON u.id = gone.id
     ON CONFLICT DO NOTHING`,
    [ids, undelivered.map(({ destination }) => destination), undelivered.map(({ id }) => id)],
    "postpone-undelivered",
  );
}

/** Deletes events that a destination has received at last. */
export async function deleteWaiting(database: Database, destination: string, ids: readonly string[]): Promise<void> {
  await database.query(
    "DELETE FROM outbox_waiting WHERE destination = $1 AND id = ANY($2::uuid[])",
    [destination, ids],
    "delete-waiting",
  );
}

/** The destinations that events wait for. One step in the index for each: the number of events does not matter. */
export async function waitingDestinations(database: Database): Promise<string[]> {
  const rows = await database.query<{ destination: string }>(
    `WITH RECURSIVE found AS (
       (SELECT destination FROM outbox_waiting ORDER BY destination LIMIT 1)
       UNION ALL
       SELECT (SELECT w.destination FROM outbox_waiting w WHERE w.destination > found.destination
               ORDER BY w.destination LIMIT 1)
       FROM found WHERE found.destination IS NOT NULL
     )
     SELECT destination FROM found WHERE destination IS NOT NULL`,
    [],
    "waiting-destinations",
  );
  return rows.map((row) => row.destination);
}

/**
 * Puts events of a destination that is no more (in another stage, say) back into the outbox, at most `limit`. Resolves
 * their number.
 */
export async function returnToOutbox(database: Database, destination: string, limit: number): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `WITH gone AS (
       DELETE FROM outbox_waiting WHERE destination = $1
         AND id = ANY (ARRAY(SELECT id FROM outbox_waiting WHERE destination = $1 ORDER BY id LIMIT $2))
       RETURNING id, type, key, payload, at
     ), returned AS (
       INSERT INTO outbox (id, type, key, payload, at) SELECT * FROM gone ON CONFLICT DO NOTHING
     )
     SELECT count(*)::int AS count FROM gone`,
    [destination, limit],
    "return-to-outbox",
  );
  return row!.count;
}
