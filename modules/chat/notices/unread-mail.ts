import { messageKinds } from "@jangteo/contracts/chat/frames.ts";
import type { Database } from "@jangteo/kernel/database/database.ts";
import { withoutLinks } from "@jangteo/kernel/text/names.ts";
import type { Accounts } from "../people/person.ts";

type Unread = { room: string; account: string; upTo: number; count: number; from: string };

const jobName = "unread mail";
const mailsMax = 200;
/** After a long stop only what became old in the last day is told. */
const lookBackHours = 24;

/**
 * Mails to those who left something unread for so long: one mail for each room and stretch, none again before they have
 * read. It walks the messages in the order of time; a mail that was asked for twice is sent once.
 */
export async function mailUnread(
  database: Database,
  accounts: Accounts,
  options: { unreadSeconds: number; publicUrl: string },
): Promise<boolean> {
  const { unreadSeconds, publicUrl } = options;
  const [window] = await database.query<{ from: Date; to: Date }>(
    `SELECT greatest(coalesce((SELECT at FROM progress WHERE job = $1), '-infinity'), now() - interval '${lookBackHours} hours') AS from,
       now() - $2 * interval '1 second' AS to`,
    [jobName, unreadSeconds],
  );
  const { from, to } = window!;
  const unread = await database.query<Unread>(
    `SELECT m.room_id AS room, m.account_id AS account, max(e.seq) AS "upTo", count(*)::int AS count,
       coalesce(string_agg(DISTINCT p.name, ', '), '') AS from
     FROM (SELECT room_id, max(seq) AS seq FROM event WHERE at > $1 AND at <= $2 AND kind = ANY ($3::text[]) GROUP BY room_id) w
     JOIN member m ON m.room_id = w.room_id AND m.left_at IS NULL AND m.read_seq < w.seq AND m.mailed_seq <= m.read_seq
     JOIN event e ON e.room_id = m.room_id AND e.seq > m.read_seq AND e.seq <= w.seq AND e.kind = ANY ($3::text[])
       AND e.sender_id <> m.account_id
     LEFT JOIN person p ON p.id = e.sender_id
     GROUP BY m.room_id, m.account_id ORDER BY 1, 2 LIMIT ${mailsMax}`,
    [from, to, messageKinds],
  );
  for (const each of unread) await mail(database, accounts, each, publicUrl);
  if (unread.length === mailsMax) return true;
  await database.query(
    "INSERT INTO progress (job, at) VALUES ($1, $2) ON CONFLICT (job) DO UPDATE SET at = excluded.at",
    [jobName, to],
  );
  return false;
}

async function mail(
  database: Database,
  accounts: Accounts,
  { room, account, upTo, count, from }: Unread,
  publicUrl: string,
): Promise<void> {
  const shown = withoutLinks(from);
  await accounts.sendMail(
    {
      accountId: account,
      subject: `[장터] ${shown}님의 메시지가 기다리고 있습니다`,
      paragraphs: [
        `${shown}님이 보낸 메시지 ${count}개를 아직 읽지 않으셨습니다.`,
        "내용은 대화방에서 볼 수 있습니다.",
        ...(publicUrl ? [`${publicUrl.replace(/\/$/, "")}/chat/rooms/${room}`] : []),
      ],
    },
    { idempotencyKey: `${room} ${account} ${upTo}`.slice(0, 128) },
  );
  await database.query(
    "UPDATE member SET mailed_seq = greatest(mailed_seq, $3) WHERE room_id = $1 AND account_id = $2",
    [room, account, upTo],
  );
}
