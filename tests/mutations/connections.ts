import type { Guard } from "./guard.ts";

const database = "kernel/database/database.ts";
const connections = "tests/database/connections.test.ts";

/** What keeps an instance that is suspended, or a server that changes its role, from blocking the others. */
export const connectionGuards: readonly Guard[] = [
  {
    name: "A transaction that stays idle is ended and releases its locks",
    edits: [
      {
        file: database,
        find: "      `-c idle_in_transaction_session_timeout=${options.idleTransactionTimeoutMs}`,\n",
        replace: "",
      },
    ],
    test: { file: connections, only: "stays idle longer than its timeout" },
  },
  {
    name: "A wait for a lock has a limit",
    edits: [
      {
        file: database,
        find: "      `-c lock_timeout=${Math.ceil(options.idleTransactionTimeoutMs * lockShare)}`,\n",
        replace: "",
      },
    ],
    test: { file: connections, only: "waits behind another one of its own" },
  },
  {
    name: "A wait for a lock ends before idle transactions are ended",
    edits: [{ file: database, find: "const lockShare = 0.8;", replace: "const lockShare = 1.2;" }],
    test: { file: connections, only: "waits behind another one of its own" },
  },
  {
    name: "A connection to a server that stops or takes no writes is not used again",
    edits: [{ file: database, find: "if (endsConnection(error)) broken = error as Error;", replace: "" }],
    test: { file: connections, only: "drop the connection" },
  },
  {
    name: "Connections that were made before a server refused a write are not used again",
    edits: [
      {
        file: database,
        find: "if (openedAt.get(client)! >= trustedSince) return client;",
        replace: "if (openedAt.get(client)! >= 0) return client;",
      },
    ],
    test: { file: connections, only: "once one write has met a read-only server" },
  },
];
