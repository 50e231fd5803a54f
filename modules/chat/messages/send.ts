import { PriceAgreed } from "@jangteo/contracts/events.ts";
import { type Batcher, createBatcher, isWorthRetryingAlone, type Outcome } from "@jangteo/kernel/batch/batcher.ts";
import type { Database, Transaction } from "@jangteo/kernel/database/database.ts";
import { outboxEvent, publish } from "@jangteo/kernel/events/outbox.ts";
import { crashPoint } from "@jangteo/kernel/module/crash-point.ts";
import { ServiceError } from "@jangteo/kernel/rpc/service-error.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import {
  decideSends,
  type Offer,
  type SendCommand,
  type SendContext,
  type SendOutcome,
  type SendPlan,
  type Standing,
  type Target,
  targetName,
} from "./decide-sends.ts";
import { appendEvents, lockRooms, type StoredEvent } from "./event.ts";

/** Where a message ended up; `again` when the same clientId was sent before. */
export type Sent = { seq: number; at: string; again: boolean };

export type SendParts = {
  database: Database;
  settings: Settings;
  nudgeRelay: () => void;
  /** Called after the commit, before the senders have their answer. */
  committed: (events: readonly StoredEvent[]) => void;
};

/**
 * The one way of messages into rooms: many at once in one transaction. A room always takes the same lane, where batches
 * follow each other, so that its messages keep the order in which they came; while one lane waits for the database, the
 * other works.
 */
export function createSender(parts: SendParts): Batcher<SendCommand, Sent> {
  const lanes = Array.from({ length: parts.settings.chatLanes }, () => createLane(parts));
  return {
    submit: (command) => lanes[laneOf(command.room, lanes.length)]!.submit(command),
    idle: async () => void (await Promise.all(lanes.map((lane) => lane.idle()))),
  };
}

/** By the end of the room's id, which is random. */
function laneOf(room: string, lanes: number): number {
  return Number.parseInt(room.slice(-6), 16) % lanes;
}

function createLane({ database, settings, nudgeRelay, committed }: SendParts): Batcher<SendCommand, Sent> {
  const offerLifeMs = settings.chatOfferHours * 3_600_000;
  return createBatcher({
    name: "send",
    max: settings.chatBatchMax,
    queueMax: settings.chatQueueMax,
    retryAlone: isWorthRetryingAlone,
    run: async (commands) => {
      const { plan, stored } = await database.transaction(async (transaction) => {
        const { rooms } = await lockRooms(
          transaction,
          commands.map((command) => command.room),
        );
        const context: SendContext = {
          rooms,
          ...(await readStandings(transaction, commands)),
          ...(await readSubjects(transaction, commands)),
          offerLifeMs,
        };
        const plan = decideSends(commands, context);
        const stored = await appendEvents(transaction, rooms, plan.events, context.at);
        await applyEffects(transaction, plan, stored, context.at);
        crashPoint("send.before-commit");
        return { plan, stored };
      });
      crashPoint("send.after-commit");
      committed(stored);
      if (plan.accepted.length > 0) nudgeRelay();
      crashPoint("send.after-push");
      return plan.outcomes.map((outcome) => toOutcome(outcome, plan, stored));
    },
  });
}

function toOutcome(outcome: SendOutcome, plan: SendPlan, stored: readonly StoredEvent[]): Outcome<Sent> {
  switch (outcome.kind) {
    case "known":
      return { ok: true, answer: { seq: outcome.seq, at: outcome.at.toISOString(), again: true } };
    case "event":
      return { ok: true, answer: { seq: stored[outcome.index]!.seq, at: stored[outcome.index]!.at, again: false } };
    case "same": {
      const first = toOutcome(plan.outcomes[outcome.command]!, plan, stored);
      return first.ok ? { ok: true, answer: { ...first.answer, again: true } } : first;
    }
    case "refused":
      return { ok: false, error: new ServiceError(outcome.code, outcome.details) };
  }
}

type StandingRow =
  | { is: "person"; position: number; role: string | null; blocked: boolean; seq: null; at: Date }
  | { is: "known"; position: number; role: null; blocked: null; seq: number; at: Date };

/**
 * In the order of the commands; and the time that their events bear, read after the rooms were locked. People are looked
 * up once each, and of the clientIds only those come back that are known.
 */
async function readStandings(
  transaction: Transaction,
  commands: readonly SendCommand[],
): Promise<{ standings: Standing[]; at: Date }> {
  const people = new Map<string, number>();
  const rooms: string[] = [];
  const senders: string[] = [];
  const personOf = commands.map(({ room, sender }) => {
    const name = room + sender;
    const known = people.get(name);
    if (known !== undefined) return known;
    people.set(name, rooms.length);
    senders.push(sender);
    return rooms.push(room) - 1;
  });
  const rows = await transaction.query<StandingRow>(
    // Each row is looked up by index, whatever the planner thinks of the tables' sizes. Hardly anybody is blocked: that
    // is asked first.
    `SELECT 'person' AS is, p.position::int - 1 AS position, m.role,
       EXISTS (SELECT 1 FROM (SELECT blocker FROM block WHERE blocked = p.sender_id OFFSET 0) b
               JOIN member o ON o.room_id = p.room_id AND o.account_id = b.blocker) AS blocked,
       NULL::bigint AS seq, CASE WHEN p.position = 1 THEN clock_timestamp() END AS at
     FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS p (room_id, sender_id, position)
     LEFT JOIN LATERAL (SELECT role FROM member
       WHERE room_id = p.room_id AND account_id = p.sender_id AND left_at IS NULL LIMIT 1) m ON true
     UNION ALL
     SELECT 'known', c.position::int - 1, NULL, NULL, e.seq, e.at
     FROM unnest($3::int[], $4::text[]) WITH ORDINALITY AS c (person, client_id, position)
     CROSS JOIN LATERAL (SELECT seq, at FROM event
       WHERE room_id = ($1::uuid[])[c.person] AND sender_id = ($2::uuid[])[c.person] AND client_id = c.client_id LIMIT 1) e`,
    [rooms, senders, personOf.map((person) => person + 1), commands.map((command) => command.clientId)],
    "read-standings",
  );
  const standing = new Map<number, { role: string | null; blocked: boolean }>();
  const known = new Map<number, { seq: number; at: Date }>();
  let at: Date | undefined;
  for (const row of rows)
    if (row.is === "known") known.set(row.position, { seq: row.seq, at: row.at });
    else {
      standing.set(row.position, { role: row.role, blocked: row.blocked });
      at ??= row.at ?? undefined;
    }
  return {
    standings: personOf.map((person, index) => ({ ...standing.get(person)!, known: known.get(index) ?? null })),
    at: at!,
  };
}

/** What edits, deletions and offers are about. Most batches hold none of them and ask nothing. */
async function readSubjects(
  transaction: Transaction,
  commands: readonly SendCommand[],
): Promise<Pick<SendContext, "targets" | "offers" | "people">> {
  const targets = new Map<string, Target>();
  const offers = new Map<string, Offer>();
  const people = new Map<string, { id: string; role: string }[]>();
  const seqs: { room: string; seq: number }[] = [];
  const offerIds: string[] = [];
  const rooms: string[] = [];
  for (const { room, action } of commands) {
    if (action.kind === "edit" || action.kind === "delete") seqs.push({ room, seq: action.seq });
    if (action.kind === "answer") offerIds.push(action.offerId);
    if (action.kind === "offer") {
      rooms.push(room);
      if (action.replyTo !== undefined) offerIds.push(action.replyTo);
    }
  }
  if (seqs.length > 0) {
    const rows = await transaction.query<Target & { room: string; seq: number }>(
      `SELECT e.room_id AS room, e.seq, e.kind, e.sender_id AS sender, e.body ? 'deleted' AS deleted
       FROM event e JOIN unnest($1::uuid[], $2::bigint[]) AS t (room_id, seq) USING (room_id, seq)`,
      [seqs.map((each) => each.room), seqs.map((each) => each.seq)],
      "read-targets",
    );
    for (const row of rows) targets.set(targetName(row.room, row.seq), row);
  }
  if (offerIds.length > 0) {
    const rows = await transaction.query<Offer>(
      `SELECT id, room_id AS room, buyer_id AS buyer, seller_id AS seller, offered_by AS "offeredBy", item_id AS "itemId",
         quantity, price, state, expires_at AS "expiresAt"
       FROM offer WHERE id = ANY ($1::uuid[])`,
      [offerIds],
      "read-offers",
    );
    for (const row of rows) offers.set(row.id, row);
  }
  if (rooms.length > 0) {
    const rows = await transaction.query<{ room: string; id: string; role: string }>(
      `SELECT room_id AS room, account_id AS id, role FROM member WHERE room_id = ANY ($1::uuid[]) AND left_at IS NULL`,
      [rooms],
      "read-people",
    );
    for (const { room, ...person } of rows) people.set(room, [...(people.get(room) ?? []), person]);
  }
  return { targets, offers, people };
}

async function applyEffects(
  transaction: Transaction,
  plan: SendPlan,
  stored: readonly StoredEvent[],
  at: Date,
): Promise<void> {
  const { edits, newOffers, offerStates, accepted, replyTimes } = plan;
  if (edits.length > 0)
    for (const { room, seq, body } of edits)
      await transaction.query(
        "UPDATE event SET body = $3 WHERE room_id = $1 AND seq = $2",
        [room, seq, JSON.stringify(body ?? { deleted: true })],
        "change-message",
      );
  if (newOffers.length > 0)
    await transaction.query(
      `INSERT INTO offer (id, room_id, seq, buyer_id, seller_id, offered_by, product_id, item_id, quantity, price, expires_at)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[],
         $9::int[], $10::bigint[], $11::timestamptz[])`,
      [
        newOffers.map((offer) => offer.id),
        newOffers.map((offer) => offer.room),
        newOffers.map((offer) => stored[offer.eventIndex]!.seq),
        newOffers.map((offer) => offer.buyer),
        newOffers.map((offer) => offer.seller),
        newOffers.map((offer) => offer.offeredBy),
        newOffers.map((offer) => offer.productId),
        newOffers.map((offer) => offer.itemId),
        newOffers.map((offer) => offer.quantity),
        newOffers.map((offer) => offer.price),
        newOffers.map((offer) => offer.expiresAt),
      ],
      "add-offers",
    );
  if (offerStates.size > 0)
    await transaction.query(
      `UPDATE offer SET state = s.state FROM unnest($1::uuid[], $2::text[]) AS s (id, state) WHERE offer.id = s.id`,
      [[...offerStates.keys()], [...offerStates.values()]],
      "move-offers",
    );
  if (replyTimes.length > 0)
    await transaction.query(
      "INSERT INTO reply_time (seller_id, seconds, at) SELECT s, n, $3 FROM unnest($1::uuid[], $2::int[]) AS r (s, n)",
      [replyTimes.map((each) => each.seller), replyTimes.map((each) => each.seconds), at],
      "add-reply-times",
    );
  await publish(
    transaction,
    accepted.map((offer) =>
      outboxEvent(PriceAgreed, offer.id, {
        offerId: offer.id,
        buyerId: offer.buyer,
        sellerId: offer.seller,
        itemId: offer.itemId,
        quantity: offer.quantity,
        price: BigInt(offer.price),
        expiresAtMs: BigInt(offer.expiresAt.getTime()),
      }),
    ),
  );
}
