import { createHmac } from "node:crypto";
import { type AccountService, PurchaseOutcome } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import type { Database } from "@jangteo/kernel/database/database.ts";
import { rememberKey } from "@jangteo/kernel/http/idempotency.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { ServiceImplementation } from "@jangteo/kernel/rpc/types.ts";
import { deriveKey } from "@jangteo/kernel/secrets/derive-key.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { PurchaseDecision, PurchasePolicy } from "./ledger/decide-purchases.ts";
import { refund, settle } from "./ledger/move-order-money.ts";
import { purchase, voidPurchases } from "./ledger/purchase.ts";
import { queueMail } from "./mail/mail.ts";
import { compose } from "./mail/texts.ts";
import { addAdministrator } from "./members/add-administrator.ts";
import { listStatusChanges } from "./members/list-status-changes.ts";
import { removeAdministrator } from "./members/remove-administrator.ts";
import { findAccount, findAccountByEmail, normaliseEmail, type Role } from "./profile/account.ts";
import { listPaidParts } from "./reconcile/list-paid-parts.ts";
import { createAccountReconcile } from "./reconcile/reconcile.ts";
import type { SecondFactors } from "./second-factor/second-factors.ts";
import { recordAndTell } from "./security/security-log.ts";
import {
  isAdministrators,
  noteUse,
  type ProvenSession,
  type Rotation,
  readSession,
  rotateRefreshToken,
} from "./sign-in/refresh-token.ts";
import type { SigningKeys } from "./sign-in/signing-key.ts";

const callMax = 1_000;

/** What other modules may ask of this one. */
export function accountService(
  database: Database,
  keys: SigningKeys,
  policy: PurchasePolicy,
  secondFactors: SecondFactors,
  { accessTokenSeconds, refreshTokenDays, resetMinutes, secret }: Settings,
  nudgeRelay: () => void,
): ServiceImplementation<typeof AccountService> {
  const rotationKey = deriveKey(secret, "refresh tokens of pages");
  const rotation: Rotation = {
    days: refreshTokenDays,
    reused: (transaction, accountId, sessionId) =>
      recordAndTell(transaction, { accountId, kind: "TOKEN_REUSED", sessionId }, { userAgent: "", address: "" }),
    repeatable: (token) => createHmac("sha256", rotationKey).update(token).digest("base64url"),
  };
  return {
    async getAccounts({ ids }) {
      bounded(ids.length);
      const accounts = await database.query<PublicAccount>(
        `${selectAccounts} WHERE id = ANY ($1::uuid[])`,
        [ids],
        "get-accounts",
      );
      return { accounts: accounts.map(toAccount) };
    },
    async findAccounts({ email, role }) {
      const accounts = await database.query<PublicAccount>(
        `${selectAccounts} WHERE email = $1 AND ($2 = '' OR role = $2) ORDER BY role`,
        [normaliseEmail(email), role],
        "find-accounts",
      );
      return { accounts: accounts.map(toAccount) };
    },
    async listAccountStatusChanges({ withinMs, afterAtUs, afterId, limit }) {
      if (limit < 1 || limit > callMax) throw fail("INVALID_INPUT", { max: callMax });
      const after = afterId === "" ? undefined : { atUs: Number(afterAtUs), id: afterId };
      const changes = await listStatusChanges(database, { withinMs: Number(withinMs), after, limit });
      return {
        changes: changes.map(({ id, status, at_us, age_ms }) => ({
          id,
          status,
          atUs: BigInt(at_us),
          ageMs: BigInt(age_ms),
        })),
      };
    },
    async getPublicKeys() {
      return { jwksJson: JSON.stringify(await keys.jwks()) };
    },
    async rotateKeys({ now }) {
      return (await keys.rotate({ now })) ?? {};
    },
    async renewSession({ refreshToken, keepsNextToken }) {
      const session: (ProvenSession & { accountId: string; refreshToken?: string }) | undefined =
        keepsNextToken && (await isAdministrators(database, refreshToken))
          ? await rotateRefreshToken(database, refreshToken, rotation)
          : await readSession(database, refreshToken);
      const row = session && (await findAccount(database, session.accountId));
      if (!session || row?.status !== "ACTIVE") throw fail("INVALID_REFRESH_TOKEN");
      await noteUse(database, session.sessionId);
      const accessToken = await keys.sign(row, accessTokenSeconds, session);
      const { id, role, name, version, status, created_at } = row;
      return {
        account: toAccount({ id, role, name, version, status, created_at }),
        accessToken,
        expiresIn: accessTokenSeconds,
        refreshToken: session.refreshToken ?? "",
      };
    },
    async purchase({ purchases }) {
      bounded(purchases.length);
      const commands = purchases.map(({ orderId, buyerId, parts }) => ({
        orderId,
        buyerId,
        parts: parts.map(({ partId, sellerId, amount }) => ({ partId, sellerId, amount: Number(amount) })),
      }));
      const decisions = commands.length === 0 ? [] : await purchase(database, policy, commands);
      return { results: decisions.map(toResult) };
    },
    async voidPurchases({ orderIds }) {
      bounded(orderIds.length);
      return { results: (await voidPurchases(database, orderIds)).map(toResult) };
    },
    async refund({ partId, memo, coveredRef }) {
      return { amount: BigInt(await refund(database, { partId, memo, coveredRef: coveredRef || undefined })) };
    },
    async settle({ partId }) {
      return { amount: BigInt(await settle(database, partId)) };
    },
    async addAdministrator({ email, name }) {
      const { account, isNew, resetToken } = await addAdministrator(database, email, name, resetMinutes);
      nudgeRelay();
      return { accountId: account.id, isNew, resetToken, resetMinutes };
    },
    async endSecondFactor({ email, role }) {
      const ended = await database.transaction(async (transaction) => {
        const account = await findAccountByEmail(transaction, normaliseEmail(email), role as Role);
        if (!account || !(await secondFactors.end(transaction, account.id))) return false;
        const event = { accountId: account.id, kind: "SECOND_FACTOR_OFF" } as const;
        await recordAndTell(transaction, event, { userAgent: "jangteo end-second-factor", address: "" });
        return true;
      });
      nudgeRelay();
      return { ended };
    },
    async removeAdministrator({ email }) {
      const removed = await removeAdministrator(database, email);
      if (!removed) throw fail("NOT_FOUND_USER");
      nudgeRelay();
      return { accountId: removed.account.id, name: removed.account.name, left: removed.left };
    },
    async sendMail({ accountId, subject, paragraphs }, { idempotencyKey }) {
      bounded(paragraphs.length);
      if (!idempotencyKey) throw fail("IDEMPOTENCY_KEY_REQUIRED");
      await database.transaction(async (transaction) => {
        const account = await findAccount(transaction, accountId);
        const fresh = await rememberKey(transaction, "mail", idempotencyKey);
        if (account && fresh) await queueMail(transaction, compose(account.email, subject, paragraphs));
      });
      return {};
    },
    reconcile: createAccountReconcile(database),
    async listPaidParts({ after, limit, only }) {
      bounded(only.length);
      const parts = await listPaidParts(database, { after, limit: Math.min(limit, 10_000), only });
      return { parts: parts.map((part) => ({ ...part, paid: BigInt(part.paid), refunded: BigInt(part.refunded) })) };
    },
  };
}

type PublicAccount = { id: string; role: string; name: string; version: number; status: string; created_at: Date };
const selectAccounts = "SELECT id, role, name, version, status, created_at FROM account";

function toAccount({ created_at, ...account }: PublicAccount) {
  return { ...account, createdAtMs: BigInt(created_at.getTime()) };
}

function toResult({ orderId, outcome, reason }: PurchaseDecision) {
  return { orderId, outcome: PurchaseOutcome[outcome], reason };
}

function bounded(count: number): void {
  if (count > callMax) throw fail("INVALID_INPUT", { max: callMax });
}
