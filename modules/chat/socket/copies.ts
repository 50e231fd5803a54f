import type { LivePush } from "@jangteo/kernel/events/live-push.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import type { StoredEvent } from "../messages/event.ts";
import type { ReadMark } from "../rooms/read-marks.ts";
import { frameOf, push, pushRead } from "./connection.ts";
import { type Hub, leftBy } from "./hub.ts";
import { chunks, type LiveMessage } from "./live-messages.ts";
import type { People } from "./people.ts";
import type { RoomsBeyond } from "./rooms-beyond.ts";
import { passTyping } from "./sockets.ts";
import type { Welcomes } from "./welcomes.ts";

/** So many are asked for with one statement. */
const accountsMax = 1_000;

export type Copies = {
  tell(message: LiveMessage): void;
  /** Pushes what was just committed to those who listen here, and tells the other copies. */
  committed(events: readonly StoredEvent[]): void;
  readMoved(marks: readonly ReadMark[]): void;
  sessionEnded(account: string, sessionId: string): void;
};

export type CopiesParts = {
  live: LivePush;
  log: Logger;
  welcomes: Pick<Welcomes, "joinedLately">;
  hub: Hub;
  people: () => People;
  roomsBeyond: RoomsBeyond;
  endSession: (account: string, sessionId: string) => void;
};

/** Makes several copies of the chat look like one: what happens on one is told to all. */
export function createCopies({ live, log, welcomes, hub, people, roomsBeyond, endSession }: CopiesParts): Copies {
  const tell = (message: LiveMessage) => live.publish(message);

  /**
   * Who comes into a room listens to it from the event that brought them on. Where they have left again before this was
   * heard of, what they are given ends with that.
   */
  function letIn(room: string, seq: number, joined: readonly string[]): void {
    for (const account of joined)
      for (const connection of people().connectionsOf(account)) {
        const known = connection.subscriptions.get(room);
        // One that has missed events may have missed that its person had left before.
        if (known && !known.missed) continue;
        if (known) hub.unsubscribe(known);
        hub.open(hub.subscribe(connection, { room, fromSeq: seq - 1, head: seq }, seq - 1, true), seq - 1);
      }
  }

  hub.beforePush = ({ kind, room, seq, body }) => {
    if (kind === "member" && Array.isArray(body.joined)) letIn(room, seq, joinedIn(body));
  };
  hub.afterPush = (event) => {
    const left = leftBy(event);
    if (left === undefined) return;
    for (const connection of people().connectionsOf(left)) {
      const subscription = connection.subscriptions.get(event.room);
      if (subscription) hub.end(subscription, event.seq);
    }
  };

  function pushReads(marks: readonly (readonly [room: string, who: string, seq: number])[]): void {
    for (const [room, who, seq] of marks) {
      const live = hub.find(room);
      if (!live) continue;
      const frame = frameOf({ type: "read", room, who, seq });
      for (const { attentive, connection } of live.subscriptions)
        if (attentive) pushRead(connection, `${room} ${who}`, frame);
    }
  }

  live.subscribe((heard) => {
    const message = heard as LiveMessage;
    if ("heads" in message)
      for (const [room, head] of message.heads) {
        hub.heard(room, head);
        roomsBeyond.heard(room, head);
      }
    else if ("joined" in message) letIn(message.joined.room, message.joined.seq, message.joined.people);
    else if ("typing" in message) passTyping(hub, ...message.typing);
    else if ("reads" in message) pushReads(message.reads);
    else if ("presence" in message) {
      const { copy, who, online, rooms } = message.presence;
      people().heard(copy, who, online, rooms);
    } else if ("copy" in message) people().heardFrom(message.copy);
    else if ("ended" in message) endSession(message.ended.account, message.ended.sessionId);
  });
  live.onGap(() => {
    hub.lookEverywhere();
    void lookForJoins();
  });

  /** Nobody listens to a room here whose people were told to us by a message that was lost: their clients are told to open it. */
  async function lookForJoins(): Promise<void> {
    try {
      for (const accounts of chunks([...people().accounts()], accountsMax))
        for (const { account, room } of await welcomes.joinedLately(accounts))
          for (const connection of people().connectionsOf(account))
            if (!connection.subscriptions.has(room)) push(connection, frameOf({ type: "behind", rooms: [room] }));
    } catch (error) {
      log.warn({ err: error }, "rooms that people came into meanwhile could not be read");
    }
  }

  return {
    tell,
    committed(events) {
      if (events.length === 0) return;
      hub.committed(events);
      const heads = new Map<string, number>();
      for (const event of events) {
        heads.set(event.room, event.seq);
        roomsBeyond.heard(event.room, event.seq);
      }
      for (const part of chunks([...heads])) tell({ heads: part });
      for (const { kind, room, seq, body } of events)
        if (kind === "member" && Array.isArray(body.joined))
          for (const part of chunks(joinedIn(body))) tell({ joined: { room, seq, people: part } });
    },
    readMoved(marks) {
      const moved = marks.map(({ room, who, seq }) => [room, who, seq] as [string, string, number]);
      pushReads(moved);
      for (const part of chunks(moved, 60)) tell({ reads: part });
    },
    sessionEnded(account, sessionId) {
      endSession(account, sessionId);
      tell({ ended: { account, sessionId } });
    },
  };
}

function joinedIn(body: Record<string, unknown>): string[] {
  return (body.joined as { id: string }[]).map((person) => person.id);
}
