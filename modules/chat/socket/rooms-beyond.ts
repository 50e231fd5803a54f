import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import type { Connection } from "./connection.ts";
import type { Hub } from "./hub.ts";
import type { Welcomes } from "./welcomes.ts";

export type RoomsBeyond = {
  /** Its person may be a member of more rooms than it listens to. */
  add(connection: Connection): void;
  remove(connection: Connection): void;
  /** Something happened in a room, with this number. */
  heard(room: string, seq: number): void;
};

const askedMax = 1_000;
const settledMax = 100_000;
const retryMs = 200;

/**
 * A socket listens to its person's latest rooms from its welcome. When something happens in a room beyond these, the database is
 * asked, once, which of such people are its members: their sockets listen to it from then on.
 */
export function createRoomsBeyond(parts: { hub: Hub; welcomes: Pick<Welcomes, "among">; log: Logger }): RoomsBeyond {
  const { hub, welcomes, log } = parts;
  const connections = new Set<Connection>();
  /** Rooms that were asked for: whoever is here and a member listens to them. */
  const settled = new Set<string>();
  /** The first number that was heard of each. */
  let waiting = new Map<string, number>();
  let asking = false;

  function listen(memberships: Awaited<ReturnType<Welcomes["among"]>>, firsts: ReadonlyMap<string, number>): void {
    const byAccount = Map.groupBy(memberships, ({ account }) => account);
    for (const connection of connections)
      for (const membership of byAccount.get(connection.account) ?? []) {
        if (connection.subscriptions.has(membership.room)) continue;
        const after = firsts.get(membership.room)! - 1;
        hub.open(hub.subscribe(connection, membership, after, false), after);
      }
  }

  async function ask(): Promise<void> {
    while (waiting.size > 0 && connections.size > 0) {
      const batch = new Map([...waiting].slice(0, askedMax));
      for (const room of batch.keys()) {
        waiting.delete(room);
        // Before the answer: a socket that comes meanwhile clears it again.
        if (settled.size >= settledMax) settled.clear();
        settled.add(room);
      }
      try {
        const accounts = [...new Set([...connections].map(({ account }) => account))];
        listen(await welcomes.among([...batch.keys()], accounts), batch);
      } catch (error) {
        log.debug({ err: error }, "members of rooms could not be read and will be asked for again");
        for (const [room, seq] of batch) {
          settled.delete(room);
          waiting.set(room, seq);
        }
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
    waiting = new Map();
    asking = false;
  }

  return {
    add(connection) {
      connections.add(connection);
      settled.clear();
    },
    remove: (connection) => void connections.delete(connection),
    heard(room, seq) {
      if (connections.size === 0 || settled.has(room) || waiting.has(room)) return;
      waiting.set(room, seq);
      if (asking) return;
      asking = true;
      setImmediate(() => void ask());
    },
  };
}
