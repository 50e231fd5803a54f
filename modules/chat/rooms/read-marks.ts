import type { Database } from "@jangteo/kernel/database/database.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";

export type ReadMark = { room: string; who: string; seq: number };

export type ReadMarks = {
  /** Notes that somebody has read so far; stored within a moment, many together. */
  mark(mark: ReadMark): void;
  /** Stores what is noted. */
  flush(): Promise<void>;
};

const flushMs = 50;
const waitingMax = 50_000;

/**
 * How far members have read. A mark only grows and never passes the room's head. `moved` is told of the marks that
 * moved, after the commit.
 */
export function createReadMarks(database: Database, log: Logger, moved: (marks: ReadMark[]) => void): ReadMarks {
  let waiting = new Map<string, ReadMark>();
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> | undefined;

  function later(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void flush();
    }, flushMs);
  }

  function flush(): Promise<void> {
    flushing ??= store().finally(() => {
      flushing = undefined;
      if (waiting.size > 0) later();
    });
    return flushing;
  }

  async function store(): Promise<void> {
    const marks = [...waiting.values()];
    waiting = new Map();
    if (marks.length === 0) return;
    try {
      moved(await storeReadMarks(database, marks));
    } catch (error) {
      // A lost mark costs a reader nothing but an unread count: the next one brings it up to date.
      log.debug({ err: error }, "read marks could not be stored");
    }
  }

  return {
    mark(mark) {
      const key = `${mark.room} ${mark.who}`;
      const known = waiting.get(key);
      if (known ? known.seq >= mark.seq : waiting.size >= waitingMax) return;
      waiting.set(key, mark);
      later();
    },
    flush,
  };
}

/** Stores marks and answers those that moved. */
export async function storeReadMarks(database: Database, marks: readonly ReadMark[]): Promise<ReadMark[]> {
  return database.query<ReadMark>(
    `WITH mark AS (
       SELECT m.room_id, m.account_id, least(t.seq, r.head) AS seq
       FROM unnest($1::uuid[], $2::uuid[], $3::bigint[]) AS t (room_id, account_id, seq)
       JOIN member m USING (room_id, account_id) JOIN room r ON r.id = t.room_id
       WHERE m.left_at IS NULL AND m.read_seq < least(t.seq, r.head)
       ORDER BY m.room_id, m.account_id FOR UPDATE OF m)
     UPDATE member SET read_seq = mark.seq FROM mark
     WHERE member.room_id = mark.room_id AND member.account_id = mark.account_id
     RETURNING member.room_id AS room, member.account_id AS who, member.read_seq AS seq`,
    [marks.map((mark) => mark.room), marks.map((mark) => mark.who), marks.map((mark) => mark.seq)],
    "store-read-marks",
  );
}
