import { hash } from "node:crypto";
import type { Database, Queryable } from "@jangteo/kernel/database/database.ts";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import { startJob, type Worker } from "@jangteo/kernel/module/job.ts";
import { createSeal, isSealed } from "@jangteo/kernel/secrets/seal.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import type { Transporter } from "nodemailer";

export type Mail = { to: string; subject: string; text: string; html: string };

type Secrets = Pick<Settings, "secret" | "previousSecret">;

const attemptsMax = 20;

/** Writes a mail into the queue, in the transaction of what it tells of. Mails that hold a token: see `queueSecretMail`. */
export async function queueMail(transaction: Queryable, mail: Mail): Promise<void> {
  await insertMail(transaction, newId(), mail);
}

/** Writes a mail that holds a token into the queue, encrypted: whoever reads the database cannot use the token. */
export async function queueSecretMail(transaction: Queryable, mail: Mail, secrets: Secrets): Promise<void> {
  const id = newId();
  const seal = sealOf(secrets);
  await insertMail(transaction, id, { ...mail, text: seal.seal(mail.text, id), html: seal.seal(mail.html, id) });
}

async function insertMail(transaction: Queryable, id: string, mail: Mail): Promise<void> {
  await transaction.query(
    `INSERT INTO mail (id, recipient, subject, text_body, html_body, next_attempt_at, due_at)
     VALUES ($1, $2, $3, $4, $5, 'infinity', now())`,
    [id, mail.to, mail.subject, mail.text, mail.html],
    "queue-mail",
  );
}

/**
 * Takes one of the `perHour` mails that anybody can have sent to an address within an hour. Resolves to false when all are
 * taken: then no mail may be queued.
 */
export async function takeMailQuota(transaction: Queryable, to: string, perHour: number): Promise<boolean> {
  const taken = await transaction.query(
    `INSERT INTO mail_quota AS q (recipient_hash, hour, count) VALUES ($1, date_trunc('hour', now()), 1)
     ON CONFLICT (recipient_hash, hour) DO UPDATE SET count = q.count + 1 WHERE q.count < $2 RETURNING 1`,
    [hash("sha256", to), perHour],
    "take-mail-quota",
  );
  return taken.length > 0;
}

const sealOf = ({ secret, previousSecret }: Secrets) => createSeal({ purpose: "mails", secret, previousSecret });

type Bodies = { id: string; text_body: string; html_body: string };

/** What a mail says; `undefined` where it was sealed with a secret that is not at hand. */
function bodiesOf({ id, text_body, html_body }: Bodies, secrets: Secrets): Pick<Mail, "text" | "html"> | undefined {
  const seal = sealOf(secrets);
  const open = (value: string) => (isSealed(value) ? seal.open(value, id) : value);
  const [text, html] = [open(text_body), open(html_body)];
  return text === undefined || html === undefined ? undefined : { text, html };
}

/** The mails to one address, or to all, newest first: what /dev/mail shows where no mail server is set. */
export async function readMails(
  database: Database,
  to: string | undefined,
  secrets: Secrets,
): Promise<(Mail & { at: string })[]> {
  const rows = await database.query<Bodies & { recipient: string; subject: string; at: Date }>(
    "SELECT * FROM mail WHERE $1::text IS NULL OR recipient = $1 ORDER BY id DESC LIMIT 100",
    [to ?? null],
  );
  return rows.map((row) => ({
    to: row.recipient,
    subject: row.subject,
    ...(bodiesOf(row, secrets) ?? { text: "", html: "" }),
    at: row.at.toISOString(),
  }));
}

type DueMail = Bodies & { recipient: string; subject: string };

/** Sends what is in the queue through SMTP, with retries; a sent mail is deleted, since it may hold a token. */
export function startMailer(database: Database, settings: Settings, log: Logger): Worker {
  let transport: Transporter | undefined;
  const job = startJob({
    name: "mail",
    everyMs: 500,
    leaseMs: settings.leaseMs,
    database,
    log,
    run: async () => {
      const due = await database.query<DueMail>(
        `SELECT id, recipient, subject, text_body, html_body FROM mail
         WHERE sent_at IS NULL AND coalesce(due_at, next_attempt_at) <= now() AND attempts < $1 ORDER BY id LIMIT 20`,
        [attemptsMax],
      );
      for (const mail of due) await send(mail);
      return due.length === 20;
    },
  });

  async function send(mail: DueMail): Promise<void> {
    try {
      transport ??= (await import("nodemailer")).createTransport(settings.smtpUrl, { from: settings.mailFrom });
      const { recipient: to, subject } = mail;
      const bodies = bodiesOf(mail, settings);
      if (!bodies) throw new Error("it was sealed with another secret; JANGTEO_PREVIOUS_SECRET makes it readable");
      await transport.sendMail({ to, subject, ...bodies, messageId: `<${mail.id}@jangteo>` });
      await database.query("DELETE FROM mail WHERE id = $1", [mail.id]);
    } catch (error) {
      log.warn({ err: error, mail: mail.id }, "a mail could not be sent yet");
      await database.query(
        `UPDATE mail SET attempts = attempts + 1, last_error = $2,
           next_attempt_at = 'infinity', due_at = now() + least(3600, 2 ^ attempts) * interval '1 second' WHERE id = $1`,
        [mail.id, error instanceof Error ? error.message : "unknown"],
      );
    }
  }

  return {
    async stop() {
      await job.stop();
      transport?.close();
    },
  };
}
