import { AccountChanged } from "@jangteo/contracts/events.ts";
import type { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import type { Queryable } from "@jangteo/kernel/database/database.ts";
import { type Consumer, consume } from "@jangteo/kernel/events/inbox.ts";
import { eraseResponses } from "@jangteo/kernel/http/idempotency.ts";
import { Id } from "@jangteo/kernel/http/list.ts";
import type { Client } from "@jangteo/kernel/rpc/types.ts";
import { Type } from "typebox";

/** What everyone may know of a person: never an email, a phone number or a birthday. */
export const PublicCard = Type.Object({ id: Id, role: Type.String(), name: Type.String() });

export type Person = { id: string; role: string; name: string; version: number };
/** A person with the age of the account, as the account module knows them. */
export type KnownPerson = Person & { createdAt: Date };

export type Accounts = Client<typeof AccountService>;

/** Keeps names up to date with the account module's events. What someone who left had set up is forgotten. */
export function personConsumer(accounts: Accounts): Consumer {
  return consume(
    AccountChanged,
    async (events, transaction, people: KnownPerson[]) => {
      await storePeople(transaction, people);
      const gone = events.filter(({ status }) => status === "CLOSED").map(({ accountId }) => accountId);
      if (gone.length === 0) return;
      await transaction.query("DELETE FROM quick_reply WHERE account_id = ANY ($1::uuid[])", [gone], "forget-replies");
      await transaction.query("DELETE FROM block WHERE blocker = ANY ($1::uuid[])", [gone], "forget-blocks");
      await eraseResponses(transaction, gone);
    },
    (events) => peopleWithIds(accounts, [...new Set(events.map(({ accountId }) => accountId))]),
  );
}

/** An older version never replaces a newer one. */
export async function storePeople(queryable: Queryable, people: readonly Person[]): Promise<void> {
  const sorted = people.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  await queryable.query(
    `INSERT INTO person AS p (id, role, name, version) SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[])
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, version = excluded.version WHERE p.version < excluded.version`,
    [sorted.map((p) => p.id), sorted.map((p) => p.role), sorted.map((p) => p.name), sorted.map((p) => p.version)],
    "store-people",
  );
}

const idsMax = 1_000;

/** The people with these ids, asked of the account module. */
export async function peopleWithIds(accounts: Accounts, ids: readonly string[]): Promise<KnownPerson[]> {
  const pages: KnownPerson[][] = [];
  for (let from = 0; from < ids.length; from += idsMax) {
    const { accounts: found } = await accounts.getAccounts({ ids: ids.slice(from, from + idsMax) });
    pages.push(found.map(toPerson));
  }
  return pages.flat();
}

type FoundAccount = { id: string; role: string; name: string; version: number; createdAtMs: bigint };

export function toPerson({ id, role, name, version, createdAtMs }: FoundAccount): KnownPerson {
  return { id, role, name, version, createdAt: new Date(Number(createdAtMs)) };
}
