import type { Guard } from "./guard.ts";

const inbox = "kernel/events/inbox.ts";
const relay = "kernel/events/relay.ts";
const eventsTest = "tests/database/events.test.ts";

export const eventGuards: readonly Guard[] = [
  {
    name: "An event that is delivered twice has one effect",
    edits: [
      {
        file: inbox,
        find: "ON CONFLICT DO NOTHING RETURNING event_id",
        replace: "ON CONFLICT (event_id) DO UPDATE SET event_id = excluded.event_id RETURNING event_id",
      },
    ],
    test: { file: eventsTest, only: "events arrive in order, once each" },
  },
  {
    name: "Later events of a key wait behind one that failed",
    edits: [{ file: inbox, find: "WHERE key = ANY($1::text[])", replace: "WHERE key = ANY($1::text[]) AND false" }],
    test: { file: eventsTest, only: "an event that keeps failing|an event that fails for a while" },
  },
  {
    name: "Events of a key are retried in their order",
    edits: [{ file: inbox, find: "WHERE before.key = w.key AND before.id < w.id", replace: "WHERE false" }],
    test: { file: eventsTest, only: "an event that keeps failing|an event that fails for a while" },
  },
  {
    name: "Events of a batch that failed are taken one by one, and none is lost",
    edits: [{ file: inbox, find: "        for (const event of wanted) await takeAlone(event);", replace: "" }],
    test: { file: eventsTest, only: "an event that keeps failing|an event that fails for a while" },
  },
  {
    name: "An event becomes a dead letter after its last try, and is not lost",
    edits: [{ file: inbox, find: "event.attempts + 1 >= attemptsMax", replace: "event.attempts < 0" }],
    test: { file: eventsTest, only: "an event that keeps failing" },
  },
  {
    name: "The outbox keeps what a consumer has not received",
    edits: [{ file: relay, find: "left.has(id) ? [] : [id]", replace: "[id]" }],
    test: { file: eventsTest, only: "an event that was not delivered" },
  },
  {
    name: "What one consumer has not received waits for it, while others go on",
    edits: [
      {
        file: relay,
        find: "await takeFromOutbox(database, taken, postponed);",
        replace: "await takeFromOutbox(database, taken, []);",
      },
    ],
    test: { file: eventsTest, only: "a consumer that is away" },
  },
  {
    name: "Later events of a key wait behind one that was not delivered",
    edits: [
      {
        file: relay,
        find: "return behind || performance.now() < retryAt;",
        replace: "return performance.now() < retryAt;",
      },
    ],
    test: { file: "tests/database/relay.test.ts", only: "what a destination missed arrives" },
  },
  {
    name: "One relay of a module is active, and one instance does each job (lease)",
    edits: [
      {
        file: "kernel/database/lease.ts",
        find: "WHERE l.holder = excluded.holder OR l.until < now()",
        replace: "WHERE true",
      },
    ],
    test: { file: eventsTest, only: "a lease has one holder" },
  },
  {
    name: "An event goes out only if its transaction commits",
    edits: [
      {
        file: "kernel/database/database.ts",
        find: 'if (!endsConnection(error)) await client.query("ROLLBACK")',
        replace: 'if (!endsConnection(error)) await client.query("COMMIT")',
      },
    ],
    test: { file: eventsTest, only: "an event of a transaction that rolls back" },
  },
];
