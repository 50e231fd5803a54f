import type { Database } from "@jangteo/kernel/database/database.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { FastifyRequest } from "fastify";
import { type AccountRow, findAccount } from "../profile/account.ts";
import { type FailedSignIns, originOf } from "../security/security-log.ts";
import type { GuessedPasswords } from "./guessed-passwords.ts";
import type { Passwords } from "./password.ts";

/**
 * Checks the password of the account that a request is made for, and returns the account. A wrong one is limited and logged
 * like one at sign-in: a stolen access token does not help to guess. Throws WRONG_PASSWORD, TOO_MANY_REQUESTS.
 */
export type OwnPassword = (accountId: string, password: string, request: FastifyRequest) => Promise<AccountRow>;

export type OwnPasswordParts = {
  database: Database;
  passwords: Passwords;
  guessed: GuessedPasswords;
  failedSignIns: FailedSignIns;
};

export function createOwnPassword({ database, passwords, guessed, failedSignIns }: OwnPasswordParts): OwnPassword {
  return async (accountId, password, request) => {
    const account = await findAccount(database, accountId);
    if (!account) throw fail("WRONG_PASSWORD");
    const { email, role } = account;
    await guessed.admit({ email, role, accountId, address: request.ip });
    if (await passwords.verify(account.password_hash, password, request.ip)) return account;
    guessed.note({ email, role });
    failedSignIns.note(accountId, originOf(request));
    throw fail("WRONG_PASSWORD");
  };
}
