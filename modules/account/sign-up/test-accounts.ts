import { Id } from "@jangteo/kernel/http/list.ts";
import { route, write } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { Type } from "typebox";
import { type AccountRow, accountFields, findAccountByEmail } from "../profile/account.ts";
import { createAccount } from "../profile/create-account.ts";
import type { SigningKeys } from "../sign-in/signing-key.ts";
import type { SignUpParts } from "./routes.ts";

const tag = "Test accounts";

/** The password that every test account has. They exist outside production only. */
export const testPassword = "jangteo-tester";

const testNames = { CUSTOMER: "테스터", SELLER: "테스트 상점", ADMIN: "테스트 관리자" };

const Answer = Type.Object({ id: Id, email: Type.String(), role: Type.String(), token: Type.String() });

/** Accounts for trying things out, verified and with a token at once: outside production, for clients on this machine. */
export function testAccountRoutes(http: HttpServer, parts: SignUpParts & { keys: SigningKeys }): void {
  const { database, passwords, settings, keys, nudgeRelay } = parts;
  if (settings.production) return;
  let passwordHash: Promise<string> | undefined;
  const answer = async (account: AccountRow) => ({
    id: account.id,
    email: account.email,
    role: account.role,
    token: await keys.sign(account, settings.testTokenSeconds),
  });

  for (const role of ["CUSTOMER", "SELLER", "ADMIN"] as const) {
    const path = role.toLowerCase();
    const email = Type.Optional(Type.String({ ...accountFields.email, default: "tester@test.com" }));
    write(http, database, {
      method: "POST",
      url: `/test/create/${path}`,
      summary: "Make a verified test account, with a token",
      tag,
      localOnly: true,
      body: Type.Object({ email, name: Type.Optional(accountFields.name) }, { additionalProperties: false }),
      answers: { 201: Answer },
      errors: ["ALREADY_REGISTERED"],
      prepare: async () => {
        await keys.ready();
        return (passwordHash ??= passwords.hash(testPassword, "", ""));
      },
      handle: async ({ body, transaction, prepared }) => {
        const account = await createAccount(transaction, {
          role,
          email: body.email ?? "tester@test.com",
          name: body.name ?? testNames[role],
          passwordHash: prepared,
          verified: true,
        });
        if (!account) throw fail("ALREADY_REGISTERED");
        transaction.afterCommit(nudgeRelay);
        return { status: 201, body: await answer(account) };
      },
    });

    route(http, {
      method: "POST",
      url: `/test/login/${path}`,
      summary: "A new token for a test account",
      tag,
      localOnly: true,
      body: Type.Object({ email }, { additionalProperties: false }),
      answers: { 200: Answer },
      errors: ["NOT_FOUND_USER", "ACCOUNT_SUSPENDED"],
      handle: async ({ body }) => {
        const account = await findAccountByEmail(database, body.email ?? "tester@test.com", role);
        if (!account) throw fail("NOT_FOUND_USER");
        if (account.status !== "ACTIVE") throw fail("ACCOUNT_SUSPENDED");
        return { status: 200, body: await answer(account) };
      },
    });
  }
}
