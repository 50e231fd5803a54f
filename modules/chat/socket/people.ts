import type { Worker } from "@jangteo/kernel/module/job.ts";
import { type Connection, frameOf, pushIfQuick } from "./connection.ts";
import type { Hub } from "./hub.ts";

/** A person with sockets here. */
export type Here = {
  readonly connections: Set<Connection>;
  /** Others were told that the person is here. */
  isAnnounced: boolean;
};

export type People = {
  /** From here on it is one of the person's connections. */
  add(connection: Connection): void;
  /** Its rooms are known: others may be told that the person is here. */
  arrived(connection: Connection): void;
  remove(connection: Connection): void;
  connectionsOf(account: string): Iterable<Connection>;
  /** Everybody with sockets here. */
  accounts(): Iterable<string>;
  count(account: string): number;
  isOnline(account: string): boolean;
  /** Another copy says who came or went there; `rooms` are those that the person listens to. */
  heard(copy: string, account: string, online: boolean, rooms: readonly string[]): void;
  /** A sign of life of another copy. */
  heardFrom(copy: string): void;
  /** Begins to tell the other copies of this one. */
  start(): Worker;
};

export type PeopleOptions = {
  hub: Hub;
  /** Tells the other copies. */
  announce: (account: string, online: boolean, rooms: readonly string[]) => void;
  /** A sign of life for the other copies. */
  announceCopy: () => void;
};

/** Someone whose last socket went is still online for a moment: reconnecting is not leaving. */
const graceMs = 3_000;
const elsewhereMax = 200_000;
const roomsToldMax = 100;
const signOfLifeMs = 10_000;

/**
 * Who is connected: here exactly, elsewhere as far as the other copies tell. Presence is never stored, and may be wrong
 * for half a minute after a copy died.
 */
export function createPeople({ hub, announce, announceCopy }: PeopleOptions): People {
  const here = new Map<string, Here>();
  const leaving = new Map<string, NodeJS.Timeout>();
  /** The copies that a person is connected to. */
  const elsewhere = new Map<string, Set<string>>();
  const copies = new Map<string, number>();

  function isOnline(account: string): boolean {
    return here.get(account)?.isAnnounced === true || leaving.has(account) || elsewhere.has(account);
  }

  /** Tells those who have a room with this person open. */
  function tell(account: string, rooms: Iterable<string>, online: boolean): void {
    for (const id of rooms) {
      const room = hub.find(id);
      if (!room) continue;
      const frame = frameOf({ type: "presence", room: id, who: account, online });
      for (const { attentive, connection } of room.subscriptions)
        if (attentive && connection.account !== account) pushIfQuick(connection, frame);
    }
  }

  function roomsOf(connections: Iterable<Connection>): string[] {
    const rooms = new Set<string>();
    for (const connection of connections) for (const room of connection.subscriptions.keys()) rooms.add(room);
    return [...rooms].slice(0, roomsToldMax);
  }

  function signOfLife(): void {
    announceCopy();
    const now = performance.now();
    for (const [copy, at] of copies) {
      if (now - at < signOfLifeMs * 3) continue;
      copies.delete(copy);
      for (const [account, on] of elsewhere) if (on.delete(copy) && on.size === 0) elsewhere.delete(account);
    }
  }

  function heardFrom(copy: string): void {
    const known = copies.has(copy);
    copies.set(copy, performance.now());
    if (known) return;
    // It has just started, or so have we: it does not know who is here.
    announceCopy();
    for (const [account, { isAnnounced, connections }] of here)
      if (isAnnounced) announce(account, true, roomsOf(connections));
  }

  return {
    add(connection) {
      const { account } = connection;
      const person = here.get(account) ?? { connections: new Set(), isAnnounced: false };
      person.connections.add(connection);
      here.set(account, person);
    },
    arrived(connection) {
      const { account } = connection;
      const person = here.get(account);
      if (!person || person.isAnnounced) return;
      person.isAnnounced = true;
      const wasLeaving = leaving.has(account);
      clearTimeout(leaving.get(account));
      leaving.delete(account);
      if (wasLeaving) return;
      const rooms = roomsOf([connection]);
      announce(account, true, rooms);
      if (!elsewhere.has(account)) tell(account, rooms, true);
    },
    remove(connection) {
      const { account } = connection;
      const person = here.get(account);
      if (!person?.connections.delete(connection) || person.connections.size > 0) return;
      here.delete(account);
      if (!person.isAnnounced) return;
      const rooms = roomsOf([connection]);
      const timer = setTimeout(() => {
        leaving.delete(account);
        announce(account, false, rooms);
        if (!isOnline(account)) tell(account, rooms, false);
      }, graceMs);
      leaving.set(account, timer);
    },
    connectionsOf: (account) => here.get(account)?.connections ?? [],
    accounts: () => here.keys(),
    count: (account) => here.get(account)?.connections.size ?? 0,
    isOnline,
    heardFrom,
    heard(copy, account, online, rooms) {
      heardFrom(copy);
      const wasOnline = isOnline(account);
      const on = elsewhere.get(account) ?? new Set();
      if (online) {
        if (elsewhere.size >= elsewhereMax && !elsewhere.has(account)) return;
        elsewhere.set(account, on.add(copy));
      } else if (on.delete(copy) && on.size === 0) elsewhere.delete(account);
      if (wasOnline !== isOnline(account)) tell(account, rooms, online);
    },
    start() {
      announceCopy();
      const timer = setInterval(signOfLife, signOfLifeMs);
      return {
        async stop() {
          clearInterval(timer);
          for (const each of leaving.values()) clearTimeout(each);
        },
      };
    },
  };
}
