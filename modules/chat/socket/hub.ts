import type { RoomEvent } from "@jangteo/contracts/chat/frames.ts";
import type { Database } from "@jangteo/kernel/database/database.ts";
import type { Worker } from "@jangteo/kernel/module/job.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import { editedBy, roomEvent, type StoredEvent, withoutText } from "../messages/event.ts";
import { readAfterMany, readHeads, readHistory } from "../messages/read-events.ts";
import { type Connection, type Frame, frameOf, hasRoomForPage, push } from "./connection.ts";

/** An event as it is remembered: its JSON is what pages of events are made of. One text is light on the collector. */
type LiveEvent = {
  readonly seq: number;
  readonly json: string;
  /** The message whose new text it holds: not for members who came after that message. */
  readonly edits: number | undefined;
  /** Who is no member from here on. */
  readonly left: string | undefined;
};

function liveEvent(event: StoredEvent): LiveEvent {
  return {
    seq: event.seq,
    json: JSON.stringify(roomEvent(event)),
    edits: editedBy(event),
    left: leftBy(event),
  };
}

/** The account that is no member after this event. */
export function leftBy({ kind, body }: StoredEvent): string | undefined {
  return kind === "member" && typeof body.left === "string" ? body.left : undefined;
}

/** The event as a member reads it who sees what happened after `fromSeq`. */
function seenAfter(fromSeq: number, event: LiveEvent): LiveEvent {
  if (event.edits === undefined || event.edits > fromSeq) return event;
  return { ...event, json: JSON.stringify(withoutText(JSON.parse(event.json) as RoomEvent)) };
}

function eventFrame(room: string, { json }: LiveEvent): Frame {
  return { text: `{"type":"event","room":"${room}",${json.slice(1)}` };
}

function roomFrame(room: string, head: number, events: readonly string[], more: boolean, reset: boolean): Frame {
  const end = `"more":${more}${reset ? ',"reset":true' : ""}}`;
  return { text: `{"type":"room","room":"${room}","head":${head},"events":[${events.join(",")}],${end}` };
}

/** A room that somebody here listens to, or did a moment ago. */
export type LiveRoom = {
  readonly id: string;
  /** The number of the last event that was pushed; -1 until it is known. */
  head: number;
  /** The highest number that was heard of. */
  wanted: number;
  /** The last events up to `head`, without gaps. */
  recent: LiveEvent[];
  recentChars: number;
  readonly subscriptions: Set<Subscription>;
  /** Told once `head` is known. */
  waiting: (() => void)[];
  emptySince: number;
};

export type Subscription = {
  readonly connection: Connection;
  readonly room: LiveRoom;
  /** Its member reads what happened after this number. */
  fromSeq: number;
  /** It is known to be a member's up to this number; what came later may say that the member has left. */
  memberAt: number;
  /** The last number that was sent to it; -1: nothing yet, it goes on from the head. */
  cursor: number;
  /** The room is open: typing, reads and presence are wanted too. */
  attentive: boolean;
  /** So many times older events are being fetched; new ones are not pushed meanwhile. */
  fetching: number;
  /** Events went by while it could not take them: it has to open the room again. */
  missed: boolean;
  typedAt: number;
};

export type HubOptions = {
  database: Database;
  log: Logger;
  /** Rooms are looked at this often, in case a live push was lost. */
  sweepMs: number;
};

export type Hub = {
  /** Events that this copy has just committed, in the order of their numbers. */
  committed(events: readonly StoredEvent[]): void;
  /** Another copy says that rooms have come this far. */
  heard(room: string, head: number): void;
  /** It is not known what was missed: look everywhere. */
  lookEverywhere(): void;
  /** Events from now on for a member; `membership` is how the database had it when the room had come to its `head`. */
  subscribe(
    connection: Connection,
    membership: { room: string; fromSeq: number; head: number },
    after: number,
    attentive: boolean,
  ): Subscription;
  /**
   * Answers with a `room` frame: what came after `after`, as far as its member may read it. Where that says that the
   * member has left, nothing more.
   */
  open(subscription: Subscription, after: number): void;
  unsubscribe(subscription: Subscription): void;
  /** Its person has left with the event `seq`; unless the person is known to have been a member after it. */
  end(subscription: Subscription, seq: number): void;
  find(room: string): LiveRoom | undefined;
  /** Called for each event before it is pushed. */
  beforePush: ((event: StoredEvent) => void) | undefined;
  /** Called for each event after it was pushed. */
  afterPush: ((event: StoredEvent) => void) | undefined;
  /** Begins to compare with the database now and then. */
  start(): Worker;
};

/** What a room keeps in memory, so that clients that come back at once need no database. */
const recentMax = 64;
const recentMaxChars = 32_768;
const pageMax = 200;
/** Who missed more than this starts anew from the newest. */
const missedMax = 1_000;
const pullRoomsMax = 200;
const emptyRoomsMax = 2_000;
const emptyRoomMs = 60_000;
const emptyTrustMs = 3_000;

/**
 * Pushes the events of rooms to those who listen here. What this copy commits arrives in memory; of what others commit
 * only numbers arrive, and the events are read from the database, which is the truth: an event is pushed exactly when
 * all before it were. Each client has a cursor of its own, so what it fetches and what is pushed fit without gaps.
 */
export function createHub({ database, log, sweepMs }: HubOptions): Hub {
  const rooms = new Map<string, LiveRoom>();
  let behind = new Set<LiveRoom>();
  let pulling = false;
  let stopped = false;

  function liveRoom(id: string): LiveRoom {
    let room = rooms.get(id);
    // Nobody listened for a while: what is remembered may be old. Clients that come back at once still find it.
    if (room && room.subscriptions.size === 0 && performance.now() - room.emptySince > emptyTrustMs) room = undefined;
    if (!room) {
      room = {
        id,
        head: -1,
        wanted: 0,
        recent: [],
        recentChars: 0,
        subscriptions: new Set(),
        waiting: [],
        emptySince: 0,
      };
      rooms.set(id, room);
      pullSoon(room);
    }
    return room;
  }

  function emit(room: LiveRoom, event: StoredEvent): void {
    hub.beforePush?.(event);
    const live = liveEvent(event);
    const frame = eventFrame(room.id, live);
    room.head = event.seq;
    if (event.seq > room.wanted) room.wanted = event.seq;
    patch(room, event);
    room.recent.push(live);
    room.recentChars += live.json.length;
    while (room.recent.length > recentMax || (room.recentChars > recentMaxChars && room.recent.length > 1))
      room.recentChars -= room.recent.shift()!.json.length;
    for (const subscription of room.subscriptions) {
      if (subscription.fetching > 0 || subscription.cursor >= event.seq || subscription.fromSeq >= event.seq) continue;
      if (subscription.missed || subscription.connection.behind) {
        subscription.missed = true;
        continue;
      }
      subscription.cursor = event.seq;
      const seen = seenAfter(subscription.fromSeq, live);
      push(subscription.connection, seen === live ? frame : eventFrame(room.id, seen));
    }
    hub.afterPush?.(event);
  }

  /** An edited or deleted message is remembered as it is now, as the database has it. */
  function patch(room: LiveRoom, { kind, body }: StoredEvent): void {
    if (kind !== "edit" && kind !== "delete") return;
    const index = room.recent.findIndex(({ seq }) => seq === body.seq);
    const before = room.recent[index];
    if (!before) return;
    const { seq: _, ...changed } = body;
    const event = { ...(JSON.parse(before.json) as RoomEvent), body: kind === "delete" ? { deleted: true } : changed };
    room.recent[index] = { ...before, json: JSON.stringify(event) };
    room.recentChars += room.recent[index].json.length - before.json.length;
  }

  function committed(events: readonly StoredEvent[]): void {
    for (const event of events) {
      let room = rooms.get(event.room);
      // Nobody listens, and what is remembered is old.
      if (room && room.subscriptions.size === 0 && room.head !== event.seq - 1) {
        rooms.delete(event.room);
        room = undefined;
      }
      if (!room) {
        // Nobody listens here, but who was just invited may: see beforePush.
        hub.beforePush?.(event);
        hub.afterPush?.(event);
        continue;
      }
      if (room.head === event.seq - 1) emit(room, event);
      else heard(event.room, event.seq);
    }
  }

  function heard(id: string, head: number): void {
    const room = rooms.get(id);
    if (!room || head <= room.head) return;
    // Nobody listens: whoever comes next reads it anew.
    if (room.subscriptions.size === 0) return void rooms.delete(id);
    if (head > room.wanted) room.wanted = head;
    if (room.head >= 0 && room.wanted - room.head > missedMax) jump(room);
    else pullSoon(room);
  }

  /** Far more happened than was told: nobody is dragged through all of it, each client asks for what it wants. */
  function jump(room: LiveRoom): void {
    room.head = room.wanted;
    room.recent = [];
    room.recentChars = 0;
    for (const subscription of room.subscriptions) {
      // What went by may say that its person has left.
      subscription.attentive = false;
      if (subscription.fetching > 0) continue;
      subscription.missed = true;
      push(subscription.connection, frameOf({ type: "behind", rooms: [room.id] }));
    }
  }

  function pullSoon(room: LiveRoom): void {
    behind.add(room);
    if (pulling) return;
    pulling = true;
    setImmediate(() => void pullAll());
  }

  async function pullAll(): Promise<void> {
    while (behind.size > 0 && !stopped) {
      const all = [...behind];
      const batch = all.slice(0, pullRoomsMax);
      behind = new Set(all.slice(pullRoomsMax));
      try {
        await pull(batch);
      } catch (error) {
        for (const room of batch) behind.add(room);
        log.debug({ err: error }, "rooms could not be read and will be tried again");
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
    pulling = false;
  }

  async function pull(wanted: readonly LiveRoom[]): Promise<void> {
    const batch = wanted.filter((room) => rooms.get(room.id) === room && room.subscriptions.size > 0);
    // Nobody listens any more: whoever comes next reads the room anew.
    for (const room of wanted) if (room.subscriptions.size === 0 && rooms.get(room.id) === room) rooms.delete(room.id);
    const unknown = batch.filter((room) => room.head < 0);
    if (unknown.length > 0) {
      const heads = await readHeads(
        database,
        unknown.map((room) => room.id),
      );
      for (const room of unknown) begin(room, heads.get(room.id) ?? 0);
    }
    const late = batch.filter((room) => room.head < room.wanted);
    if (late.length === 0) return;
    const events = await readAfterMany(
      database,
      late.map((room) => ({ room: room.id, after: room.head })),
      pageMax,
    );
    for (const event of events) {
      const room = rooms.get(event.room);
      // What was committed here meanwhile has been pushed already.
      if (room && event.seq === room.head + 1) emit(room, event);
    }
    const found = new Set(events.map((event) => event.room));
    for (const room of late) {
      // Announced but not there: the announcement was wrong, or of a database that is gone.
      if (room.head < room.wanted && !found.has(room.id)) room.wanted = room.head;
      if (room.head < room.wanted) behind.add(room);
    }
  }

  function begin(room: LiveRoom, head: number): void {
    if (room.head >= 0) return;
    room.head = head;
    for (const subscription of room.subscriptions) if (subscription.cursor < 0) beginAt(subscription, head);
    const waiting = room.waiting;
    room.waiting = [];
    for (const resume of waiting) resume();
  }

  function subscribe(
    connection: Connection,
    { room: id, fromSeq, head }: { room: string; fromSeq: number; head: number },
    after: number,
    attentive: boolean,
  ): Subscription {
    const room = liveRoom(id);
    const subscription: Subscription = {
      connection,
      room,
      fromSeq,
      memberAt: head,
      cursor: after < 0 ? -1 : Math.max(after, fromSeq),
      attentive,
      fetching: 0,
      missed: false,
      typedAt: 0,
    };
    // First listen, then fetch: the other way round loses what happens in between.
    room.subscriptions.add(subscription);
    connection.subscriptions.set(id, subscription);
    if (after < 0 && room.head >= 0) beginAt(subscription, room.head);
    return subscription;
  }

  /** Goes on from the head of the room; unless that is further than where its person is known to be a member. */
  function beginAt(subscription: Subscription, head: number): void {
    subscription.cursor = Math.max(head, subscription.fromSeq);
    if (head > subscription.memberAt) doubt(subscription);
  }

  /** Its person may have left meanwhile: nothing more before the client opens the room, which asks the database. */
  function doubt(subscription: Subscription): void {
    subscription.missed = true;
    subscription.attentive = false;
    push(subscription.connection, frameOf({ type: "behind", rooms: [subscription.room.id] }));
  }

  function open(subscription: Subscription, after: number): void {
    if (!hasRoomForPage(subscription.connection)) {
      subscription.missed = true;
      return;
    }
    subscription.fetching++;
    subscription.missed = false;
    const { room } = subscription;
    const go = () => {
      void fetchMissed(subscription, after).catch((error: unknown) => {
        subscription.fetching--;
        subscription.missed = true;
        log.debug({ err: error }, "what a client missed could not be read");
        push(subscription.connection, frameOf({ type: "behind", rooms: [room.id] }));
      });
    };
    if (room.head < 0) room.waiting.push(go);
    else go();
  }

  async function fetchMissed(subscription: Subscription, wanted: number): Promise<void> {
    const { room } = subscription;
    if (wanted > room.head) await catchUpWith(room, wanted);
    // What is read is judged by the membership that was known before.
    const membership = { fromSeq: subscription.fromSeq, memberAt: subscription.memberAt };
    const { fromSeq, memberAt } = membership;
    // Whatever the client claims to hold: all since it was known to be a member's is looked at.
    const after = Math.min(wanted, Math.max(memberAt, fromSeq));
    // What a client holds, or would expect next, may be from before its member came.
    const reset = wanted > room.head || room.head - after > missedMax || after < fromSeq;
    const known = reset ? undefined : fromMemory(room, after);
    if (known) return finish(subscription, membership, known, after, false);
    const events = reset
      ? await readHistory(database, room.id, { before: Number.MAX_SAFE_INTEGER }, pageMax, fromSeq)
      : (await readTogether(room.id, after)).filter((event) => event.seq > after);
    finish(subscription, membership, events.map(liveEvent), after, reset);
  }

  /** A client that comes from another copy may know more than this one does yet. */
  async function catchUpWith(room: LiveRoom, after: number): Promise<void> {
    const head = (await readHeads(database, [room.id])).get(room.id) ?? 0;
    if (head < after) return;
    heard(room.id, head);
    const events = await readAfterMany(database, [{ room: room.id, after: room.head }], pageMax);
    for (const event of events) if (event.seq === room.head + 1) emit(room, event);
  }

  type Membership = Pick<Subscription, "fromSeq" | "memberAt">;

  function finish(
    subscription: Subscription,
    { fromSeq, memberAt }: Membership,
    events: readonly LiveEvent[],
    after: number,
    reset: boolean,
  ): void {
    const { room, connection } = subscription;
    subscription.fetching--;
    const oldest = events[0]?.seq ?? 0;
    if (reset && oldest > Math.max(fromSeq, memberAt) + 1) return doubt(subscription);
    if (!hasRoomForPage(connection)) {
      subscription.missed = true;
      return;
    }
    const leaving = events.find((event) => event.left === connection.account && event.seq > memberAt);
    if (leaving) return farewell(subscription, leaving, reset);
    const last = events.at(-1)?.seq ?? (reset ? 0 : after);
    // The room may have been read further than it was pushed so far; or it has moved on while it was read.
    const more = last < room.head && !fromMemory(room, last);
    subscription.cursor = last;
    subscription.missed = more;
    // What is on the next page may say that its person has left.
    if (more) subscription.attentive = false;
    const texts = events.map((event) => seenAfter(fromSeq, event).json);
    push(connection, roomFrame(room.id, Math.max(room.head, last), texts, more, reset));
    if (more || subscription.fetching > 0) return;
    for (const event of room.recent) {
      if (event.seq <= subscription.cursor) continue;
      subscription.cursor = event.seq;
      push(connection, eventFrame(room.id, seenAfter(fromSeq, event)));
      if (event.left === connection.account && event.seq > memberAt) return end(subscription, event.seq);
    }
  }

  /** The leaving alone: messages before it are read as they are now, which may be as they were edited after it. */
  function farewell(subscription: Subscription, leaving: LiveEvent, reset: boolean): void {
    const { room, connection } = subscription;
    push(connection, roomFrame(room.id, leaving.seq, [leaving.json], false, reset));
    end(subscription, leaving.seq);
  }

  /** Its person has left with this number; unless the person is known to have been a member after it. */
  function end(subscription: Subscription, seq: number): void {
    if (seq > subscription.memberAt) unsubscribe(subscription);
  }

  /** The events after a number, if memory holds them all. */
  function fromMemory(room: LiveRoom, after: number): LiveEvent[] | undefined {
    if (after === room.head) return [];
    const oldest = room.recent[0];
    if (!oldest || oldest.seq > after + 1 || after > room.head) return undefined;
    return room.recent.filter(({ seq }) => seq > after);
  }

  // Many clients that come back at once ask with one statement.
  let asked: { room: string; after: number; resolve: (events: StoredEvent[]) => void; reject: (e: unknown) => void }[] =
    [];
  let asking = false;

  function readTogether(room: string, after: number): Promise<StoredEvent[]> {
    return new Promise((resolve, reject) => {
      asked.push({ room, after, resolve, reject });
      if (asking) return;
      asking = true;
      setImmediate(() => void readAsked());
    });
  }

  async function readAsked(): Promise<void> {
    while (asked.length > 0) {
      // One number of each room: a page from a lower one may end before it reaches what others want.
      const afterOf = new Map<string, number>();
      const [batch, later]: [typeof asked, typeof asked] = [[], []];
      for (const each of asked) {
        if (batch.length === pullRoomsMax || (afterOf.get(each.room) ?? each.after) !== each.after) later.push(each);
        else {
          afterOf.set(each.room, each.after);
          batch.push(each);
        }
      }
      asked = later;
      try {
        const wanted = [...afterOf].map(([room, after]) => ({ room, after }));
        const byRoom = Map.groupBy(await readAfterMany(database, wanted, pageMax), (event) => event.room);
        for (const each of batch) each.resolve(byRoom.get(each.room) ?? []);
      } catch (error) {
        for (const each of batch) each.reject(error);
      }
    }
    asking = false;
  }

  function unsubscribe(subscription: Subscription): void {
    const { room, connection } = subscription;
    room.subscriptions.delete(subscription);
    if (connection.subscriptions.get(room.id) === subscription) connection.subscriptions.delete(room.id);
    if (room.subscriptions.size === 0) room.emptySince = performance.now();
  }

  /** Rooms that nobody has listened to for a while are forgotten. */
  function forgetEmpty(): void {
    const now = performance.now();
    let empty = 0;
    for (const room of rooms.values()) {
      if (room.subscriptions.size > 0) continue;
      empty++;
      if (now - room.emptySince > emptyRoomMs || empty > emptyRoomsMax) rooms.delete(room.id);
    }
  }

  let sweepFrom = 0;
  const sweepMax = 5_000;

  /** Compares what was pushed with the database: what live push lost comes this late at most. */
  async function sweep(all: boolean): Promise<void> {
    forgetEmpty();
    const known = [...rooms.values()].filter((room) => room.subscriptions.size > 0 && room.head >= 0);
    if (sweepFrom >= known.length) sweepFrom = 0;
    const from = all ? 0 : sweepFrom;
    const until = all ? known.length : from + sweepMax;
    for (let at = from; at < until; at += sweepMax) await compare(known.slice(at, at + sweepMax));
    sweepFrom = until;
  }

  async function compare(batch: readonly LiveRoom[]): Promise<void> {
    if (batch.length === 0) return;
    const heads = await readHeads(
      database,
      batch.map((room) => room.id),
    );
    for (const [id, head] of heads) heard(id, head);
  }

  let sweeping = false;
  function sweepAlone(): void {
    if (sweeping) return;
    sweeping = true;
    sweep(false)
      .catch((error: unknown) => log.debug({ err: error }, "rooms could not be compared with the database"))
      .finally(() => (sweeping = false));
  }

  const hub: Hub = {
    committed,
    heard,
    lookEverywhere: () => void sweep(true).catch(() => undefined),
    subscribe,
    open,
    unsubscribe,
    end,
    find: (id) => rooms.get(id),
    beforePush: undefined,
    afterPush: undefined,
    start() {
      const timer = setInterval(sweepAlone, sweepMs);
      return {
        async stop() {
          stopped = true;
          clearInterval(timer);
        },
      };
    },
  };
  return hub;
}
