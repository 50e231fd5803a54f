import { createBatcher, isWorthRetryingAlone, type Outcome } from "@jangteo/kernel/batch/batcher.ts";
import type { Database } from "@jangteo/kernel/database/database.ts";
import type { CheckedToken } from "@jangteo/kernel/http/access-token.ts";

export type Question = {
  account: string;
  /** Rooms that the client holds, whatever their age. */
  held: readonly string[];
  token: Pick<CheckedToken, "sessionId" | "issuedAt">;
};
/** A room of which somebody is a member when it has come to `head`, who reads what happened after `fromSeq`. */
export type Membership = { room: string; account: string; fromSeq: number; head: number };
export type Welcome = {
  /** The rooms held of which the account is a member, and its latest ones. */
  rooms: Membership[];
  /** There may be more rooms than these. */
  more: boolean;
  /** The token's sign-in has ended. */
  ended: boolean;
};

export type Welcomes = {
  ask(question: Question): Promise<Welcome>;
  /** The members of a room now. */
  members(room: string): Promise<Membership[]>;
  /** The memberships of these accounts in these rooms. */
  among(rooms: readonly string[], accounts: readonly string[]): Promise<Membership[]>;
  /** The rooms that these accounts came into in the last ten minutes. */
  joinedLately(accounts: readonly string[]): Promise<Pick<Membership, "account" | "room">[]>;
};

const roomsMax = 200;

/** What the database has to say to clients that arrive; many that come at once are one question. */
export function createWelcomes(database: Database): Welcomes {
  const welcomes = createBatcher<Question, Welcome>({
    name: "hello",
    max: 200,
    queueMax: 20_000,
    retryAlone: isWorthRetryingAlone,
    run: async (questions) => {
      const held = questions.flatMap(({ account, held }) => held.map((room) => ({ account, room })));
      const accounts = [...new Set(questions.map((question) => question.account))];
      const rows = await database.query<Membership>(
        `SELECT m.account_id AS account, m.room_id AS room, m.from_seq AS "fromSeq", room.head
         FROM unnest($1::uuid[], $2::uuid[]) AS h (account_id, room_id) JOIN member m USING (account_id, room_id)
         JOIN room ON room.id = m.room_id WHERE m.left_at IS NULL
         UNION
         SELECT a.id, r.room_id, r.from_seq, r.head FROM unnest($3::uuid[]) AS a (id) CROSS JOIN LATERAL (
           SELECT m.room_id, m.from_seq, room.head FROM member m JOIN room ON room.id = m.room_id
           WHERE m.account_id = a.id AND m.left_at IS NULL ORDER BY room.last_at DESC LIMIT ${roomsMax}) r`,
        [held.map((each) => each.account), held.map((each) => each.room), accounts],
        "rooms-at-hello",
      );
      const ends = await database.query<{ key: string; at: Date }>(
        "SELECT key, at FROM ended_session WHERE key = ANY ($1::text[])",
        [[...accounts, ...questions.flatMap(({ token }) => token.sessionId ?? [])]],
        "ended-at-hello",
      );
      const endedAt = new Map(ends.map(({ key, at }) => [key, at.getTime()]));
      const rooms = Map.groupBy(rows, (row) => row.account);
      return questions.map(
        ({ account, token }): Outcome<Welcome> => ({
          ok: true,
          answer: {
            rooms: rooms.get(account) ?? [],
            more: (rooms.get(account)?.length ?? 0) >= roomsMax,
            ended: isEnded(token, account, endedAt),
          },
        }),
      );
    },
  });

  const members = createBatcher<string, Membership[]>({
    name: "members",
    max: 200,
    queueMax: 20_000,
    retryAlone: isWorthRetryingAlone,
    run: async (rooms) => {
      const rows = await database.query<Membership>(
        `SELECT m.room_id AS room, m.account_id AS account, m.from_seq AS "fromSeq", room.head
         FROM member m JOIN room ON room.id = m.room_id WHERE m.room_id = ANY ($1::uuid[]) AND m.left_at IS NULL`,
        [[...new Set(rooms)]],
        "members-of-rooms",
      );
      const byRoom = Map.groupBy(rows, (row) => row.room);
      return rooms.map((room) => ({ ok: true, answer: byRoom.get(room) ?? [] }));
    },
  });

  return {
    ask: welcomes.submit,
    members: members.submit,
    among: (rooms, accounts) =>
      database.query(
        `SELECT m.room_id AS room, m.account_id AS account, m.from_seq AS "fromSeq", room.head
         FROM member m JOIN room ON room.id = m.room_id
         WHERE m.room_id = ANY ($1::uuid[]) AND m.account_id = ANY ($2::uuid[]) AND m.left_at IS NULL`,
        [rooms, accounts],
        "members-among",
      ),
    joinedLately: (accounts) =>
      database.query(
        `SELECT account_id AS account, room_id AS room FROM member
         WHERE account_id = ANY ($1::uuid[]) AND left_at IS NULL AND joined_at > now() - interval '10 minutes'`,
        [accounts],
        "joined-lately",
      ),
  };
}

/** By its session; or, when all of the account's ended, unless it was made after that. */
function isEnded(token: Question["token"], account: string, endedAt: ReadonlyMap<string, number>): boolean {
  if (token.sessionId !== undefined && endedAt.has(token.sessionId)) return true;
  const all = endedAt.get(account);
  // Tokens are dated in whole seconds.
  return all !== undefined && token.issuedAt + 1_000 <= all;
}
