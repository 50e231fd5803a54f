import type { Transaction } from "@jangteo/kernel/database/database.ts";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { appendEvents, clockOf, type LockedRoom, lockRooms, type StoredEvent } from "../messages/event.ts";
import { type Person, storePeople } from "../people/person.ts";

export type Invitation = {
  by: Person;
  name: string | null;
  productId: string | null;
  others: readonly Person[];
  membersMax: number;
};

/** What a change of a room's people came to: the room, and what has to be pushed after the commit. */
export type Changed = { roomId: string; created: boolean; events: StoredEvent[] };

type CardOf = { id: string; role: string; name: string };
const cardOf = ({ id, role, name }: Person): CardOf => ({ id, role, name });

/** The name by which a 1:1 room is found again: its two people, in whatever order, and its product. */
export function pairName(a: string, b: string, productId: string | null): string {
  return `${a < b ? `${a} ${b}` : `${b} ${a}`} ${productId ?? "-"}`;
}

/**
 * Makes a room. With one other person it is 1:1 and found again for the same product; who had left it is back in. Throws
 * BLOCKED when one of the others wants to hear no more of the inviter, NOT_ROOM_OWNER for somebody whom the room's maker has
 * taken out unless the maker invites, ROOM_FULL.
 */
export async function invite(transaction: Transaction, invitation: Invitation): Promise<Changed> {
  const { by, others, name, productId } = invitation;
  if (others.length + 1 > invitation.membersMax) throw fail("ROOM_FULL", { max: invitation.membersMax });
  await storePeople(transaction, [by, ...others]);
  await refuseBlocked(
    transaction,
    by.id,
    others.map(({ id }) => id),
  );
  const pair = others.length === 1 ? pairName(by.id, others[0]!.id, productId) : null;
  const roomId = newId();
  const made = await transaction.query(
    `INSERT INTO room (id, name, product_id, created_by, pair, last_at)
     VALUES ($1, $2, $3, $4, $5, date_trunc('milliseconds', now())) ON CONFLICT (pair) DO NOTHING RETURNING id`,
    [roomId, name, productId, by.id, pair],
    "make-room",
  );
  if (made.length > 0) {
    const { rooms } = await lockRooms(transaction, [roomId]);
    return { roomId, created: true, events: await join(transaction, rooms.get(roomId)!, by, [by, ...others]) };
  }
  const [known] = await transaction.query<{ id: string }>("SELECT id FROM room WHERE pair = $1", [pair], "find-pair");
  if (!known) throw fail("UNAVAILABLE");
  const { rooms } = await lockRooms(transaction, [known.id]);
  const room = rooms.get(known.id)!;
  // Somebody else came in between the look and the lock: it is no room of two any more.
  if (!room.direct) throw fail("UNAVAILABLE");
  if (room.createdBy !== by.id) await refuseRemoved(transaction, room.id, [by, ...others]);
  return { roomId: room.id, created: false, events: await join(transaction, room, by, [by, ...others]) };
}

/**
 * Adds people to a room of which `by` is a member. A 1:1 room becomes one of several. They read what happens from now on.
 * Throws NOT_ROOM_OWNER for somebody whom the room's maker has taken out, unless `by` is the maker.
 */
export async function addParticipants(
  transaction: Transaction,
  roomId: string,
  by: string,
  others: readonly Person[],
  membersMax: number,
): Promise<Changed> {
  const room = await lockRoomOf(transaction, roomId, by);
  await storePeople(transaction, others);
  const members = await memberIds(transaction, roomId);
  // Of the members too: a third person does not bring back whom one of them wants to hear no more of.
  await refuseBlocked(transaction, by, [...others.map(({ id }) => id), ...members]);
  const fresh = others.filter((person) => !members.has(person.id));
  if (members.size + fresh.length > membersMax) throw fail("ROOM_FULL", { max: membersMax });
  if (room.createdBy !== by) await refuseRemoved(transaction, roomId, fresh);
  const events: StoredEvent[] = [];
  const strangers = room.direct ? await strangersTo(transaction, roomId, fresh) : fresh;
  if (strangers.length > 0) {
    // Before the others come, who are not to know what was offered. From now on no invitation reopens the
    // room: a member who had left would read messages that were meant for others.
    events.push(...(await withdrawOffers(transaction, room, by)));
    room.direct = false;
    room.askedAt = null;
    await transaction.query("UPDATE room SET pair = NULL, asked_at = NULL WHERE id = $1", [roomId]);
  }
  return { roomId, created: false, events: [...events, ...(await join(transaction, room, { id: by }, fresh))] };
}

/** Takes a member out: oneself, or as the room's maker somebody else. */
export async function removeParticipant(
  transaction: Transaction,
  roomId: string,
  by: string,
  who: string,
): Promise<Changed> {
  const room = await lockRoomOf(transaction, roomId, by);
  if (by !== who && room.createdBy !== by) throw fail("NOT_ROOM_OWNER");
  const gone = await transaction.query(
    `UPDATE member SET left_at = now(), removed = $3 WHERE room_id = $1 AND account_id = $2 AND left_at IS NULL
     RETURNING account_id`,
    [roomId, who, by !== who],
    "leave-room",
  );
  if (gone.length === 0) throw fail("NOT_FOUND_USER");
  const event = { room: roomId, kind: "member", sender: by, clientId: null, body: { left: who } } as const;
  const events = await appendEvents(transaction, new Map([[roomId, room]]), [event], await clockOf(transaction));
  return { roomId, created: false, events: [...events, ...(await withdrawOffers(transaction, room, by))] };
}

/** Withdraws the open offers of a room, which is no longer one of their buyer and their seller alone. */
async function withdrawOffers(transaction: Transaction, room: LockedRoom, by: string): Promise<StoredEvent[]> {
  const offers = await transaction.query<{ offerId: string; itemId: string; quantity: number; price: number }>(
    `UPDATE offer SET state = 'WITHDRAWN' WHERE room_id = $1 AND state = 'OPEN'
     RETURNING id AS "offerId", item_id AS "itemId", quantity, price`,
    [room.id],
    "withdraw-offers",
  );
  const at = await clockOf(transaction);
  const sorted = offers.toSorted((a, b) => (a.offerId < b.offerId ? -1 : 1));
  const events = sorted.map(({ offerId, ...terms }) => ({
    room: room.id,
    kind: "answer" as const,
    sender: by,
    clientId: null,
    body: { offerId, answer: "WITHDRAWN", ...terms },
  }));
  return appendEvents(transaction, new Map([[room.id, room]]), events, at);
}

/** Locks a room for one of its members; for everybody else there is none. */
async function lockRoomOf(transaction: Transaction, roomId: string, account: string): Promise<LockedRoom> {
  const { rooms } = await lockRooms(transaction, [roomId]);
  const room = rooms.get(roomId);
  if (!room || !(await memberIds(transaction, roomId)).has(account)) throw fail("NOT_FOUND_ROOM");
  return room;
}

async function memberIds(transaction: Transaction, roomId: string): Promise<Set<string>> {
  const rows = await transaction.query<{ id: string }>(
    "SELECT account_id AS id FROM member WHERE room_id = $1 AND left_at IS NULL",
    [roomId],
    "member-ids",
  );
  return new Set(rows.map((row) => row.id));
}

async function refuseRemoved(transaction: Transaction, roomId: string, people: readonly Person[]): Promise<void> {
  const removed = await transaction.query(
    "SELECT 1 FROM member WHERE room_id = $1 AND account_id = ANY ($2::uuid[]) AND removed LIMIT 1",
    [roomId, people.map((person) => person.id)],
    "find-removed",
  );
  if (removed.length > 0) throw fail("NOT_ROOM_OWNER");
}

/** Those who are none of the two people of a 1:1 room. */
async function strangersTo(transaction: Transaction, roomId: string, people: readonly Person[]): Promise<Person[]> {
  const [room] = await transaction.query<{ pair: string }>(
    "SELECT pair FROM room WHERE id = $1",
    [roomId],
    "read-pair",
  );
  const [one, other] = room!.pair.split(" ");
  return people.filter(({ id }) => id !== one && id !== other);
}

async function refuseBlocked(transaction: Transaction, by: string, others: readonly string[]): Promise<void> {
  const blocks = await transaction.query(
    "SELECT 1 FROM block WHERE blocked = $1 AND blocker = ANY ($2::uuid[]) LIMIT 1",
    [by, others],
    "find-blocks",
  );
  if (blocks.length > 0) throw fail("BLOCKED");
}

/**
 * Makes these people members, as far as they are not, and says so in the room. They read what happens from then on; who
 * comes back into a 1:1 room finds all of it again.
 */
async function join(
  transaction: Transaction,
  room: LockedRoom,
  by: { id: string },
  people: readonly Person[],
): Promise<StoredEvent[]> {
  const sorted = people.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const joined = await transaction.query<{ id: string }>(
    `INSERT INTO member AS m (room_id, account_id, role, joined_at, from_seq, read_seq)
     SELECT $1, id, role, clock_timestamp(), $4, $4 FROM unnest($2::uuid[], $3::text[]) AS p (id, role)
     ON CONFLICT (room_id, account_id) DO UPDATE SET left_at = NULL, removed = false, joined_at = excluded.joined_at,
       from_seq = CASE WHEN $5 THEN m.from_seq ELSE excluded.from_seq END,
       read_seq = CASE WHEN $5 THEN m.read_seq ELSE greatest(m.read_seq, excluded.read_seq) END
     WHERE m.left_at IS NOT NULL RETURNING account_id AS id`,
    [room.id, sorted.map((person) => person.id), sorted.map((person) => person.role), room.head, room.direct],
    "join-room",
  );
  if (joined.length === 0) return [];
  const ids = new Set(joined.map((row) => row.id));
  const body = { joined: people.filter((person) => ids.has(person.id)).map(cardOf) };
  const event = { room: room.id, kind: "member", sender: by.id, clientId: null, body } as const;
  return appendEvents(transaction, new Map([[room.id, room]]), [event], await clockOf(transaction));
}
