import type { Guard } from "./guard.ts";

const refresh = "modules/account/sign-in/refresh-token.ts";
const server = "kernel/http/server.ts";
const idempotency = "kernel/http/idempotency.ts";
const mail = "modules/account/mail/mail.ts";
const accounts = "tests/acceptance/accounts.test.ts";
const personalData = "tests/database/personal-data.test.ts";
const idempotencyTest = "tests/database/idempotency.test.ts";
const emailChange = "tests/security/email-change.test.ts";
const secondFactor = "tests/security/second-factor.test.ts";
const secondFactors = "modules/account/second-factor/second-factors.ts";
const roomPrivacy = "tests/security/room-privacy.test.ts";

export const sessionGuards: readonly Guard[] = [
  {
    name: "A refresh token that is used again ends its family",
    edits: [
      {
        file: refresh,
        find: '      await revoke(transaction, "family = $1", result.family);\n',
        replace: "",
      },
    ],
    test: { file: accounts, only: "a refresh token is used once" },
  },
  {
    name: "A refresh token is used once",
    edits: [
      {
        file: refresh,
        find: "    if (row.used && !repeated) return { reusedOf: row.account_id, family: row.family };\n",
        replace: "",
      },
    ],
    test: { file: accounts, only: "a refresh token is used once" },
  },
  {
    name: "A refresh token that is used at the same moment is used once (its row is locked)",
    edits: [
      {
        file: refresh,
        find: "FROM refresh_token WHERE hash = $1 FOR UPDATE",
        replace: "FROM refresh_token WHERE hash = $1",
      },
    ],
    test: { file: "tests/races/checkout.test.ts", only: "used 10 times at once" },
  },
  {
    name: "A revoked or expired refresh token gives nothing",
    edits: [
      { file: refresh, find: "if (!row || row.dead) return undefined;", replace: "if (!row) return undefined;" },
      { file: refresh, find: "    if (session?.ended) return undefined;\n", replace: "" },
    ],
    test: { file: accounts, only: "logging out ends the family" },
    together: "the end of the token, the end of the sign-in",
  },
  {
    name: "The same token of the pages gives a next one for a minute alone",
    edits: [{ file: refresh, find: "row.used && row.justUsed && repeatable", replace: "row.used && repeatable" }],
    test: { file: "tests/database/page-sessions.test.ts", only: "is traded at each use" },
  },
  {
    name: "Payouts need a password that was given lately",
    edits: [{ file: "modules/account/payments/routes.ts", find: "    confirmedLately: true,\n", replace: "" }],
    test: { file: secondFactor, only: "within the last ten minutes" },
  },
  {
    name: "A seller's refund needs a password that was given lately",
    edits: [{ file: "modules/order/orders/routes.ts", find: "    confirmedLately: true,\n", replace: "" }],
    test: { file: secondFactor, only: "within the last ten minutes" },
  },
  {
    name: "Suspensions need a password that was given lately",
    edits: [{ file: "modules/account/members/routes.ts", find: "      confirmedLately: true,\n", replace: "" }],
    test: { file: secondFactor, only: "an administrator's too" },
  },
  {
    name: "A code of the second factor is of use once",
    edits: [
      { file: secondFactors, find: "step !== undefined && step > row.last_step ? step : undefined", replace: "step" },
    ],
    test: { file: secondFactor, only: "each code is of use once" },
  },
  {
    name: "A code that is used at the same moment is of use once (its row is locked)",
    edits: [{ file: secondFactors, find: "WHERE id = $1 FOR UPDATE", replace: "WHERE id = $1" }],
    test: { file: secondFactor, only: "each code is of use once" },
  },
  {
    name: "Wrong codes are limited",
    edits: [
      {
        file: secondFactors,
        find: '    if (await useRecoveryCode(transaction, accountId, code)) return "right";\n    if (row.recent_wrong >= wrongMax) return { retryAfterSeconds: row.wait };\n',
        replace: '    if (await useRecoveryCode(transaction, accountId, code)) return "right";\n',
      },
    ],
    test: { file: secondFactor, only: "ten wrong codes an hour" },
  },
  {
    name: "A code for a payout is used up by it",
    edits: [{ file: refresh, find: "SET payout_code = false", replace: "SET payout_code = true" }],
    test: { file: secondFactor, only: "asked for again before each payout" },
  },
  {
    name: "Administrators do nothing without a second factor",
    edits: [{ file: server, find: '    throw fail("SECOND_FACTOR_REQUIRED");\n', replace: "    void 0;\n" }],
    test: { file: secondFactor, only: "what administrators need" },
  },
  {
    name: "A suspension signs the account out everywhere",
    edits: [
      {
        file: "modules/account/members/routes.ts",
        find: '  if (to !== "ACTIVE") await revokeAllFamilies(transaction, id);\n',
        replace: "",
      },
    ],
    test: { file: "tests/acceptance/admin.test.ts", only: "who are suspended are signed out" },
  },
  {
    name: "A new password signs the account out everywhere",
    edits: [
      {
        file: "modules/account/profile/routes.ts",
        find: "          await revokeAllFamilies(transaction, principal.id);\n",
        replace: "",
      },
    ],
    test: { file: accounts, only: "a new password" },
  },
  {
    name: "A new password ends a change of email that was asked for before",
    edits: [
      {
        file: "modules/account/profile/routes.ts",
        find: "          await endMailTokens(transaction, principal.id);\n",
        replace: "",
      },
    ],
    test: { file: emailChange, only: "by the old password" },
  },
  {
    name: "A mail for a new password goes to the account's email, not to the one of a moment ago",
    edits: [
      {
        file: "modules/account/sign-in/routes.ts",
        find: "account && (await holdEmail(transaction, account.id, account.email));",
        replace: "account;",
      },
      {
        file: "modules/account/sign-in/routes.ts",
        find: "hasStillPassword, holdEmail }",
        replace: "hasStillPassword }",
      },
    ],
    test: { file: "tests/security/email-change.test.ts", only: "leaves the old mailbox" },
  },
  {
    name: "A password chosen by a mail ends a change of email, and a new email ends links for a new password",
    edits: [
      {
        file: "modules/account/sign-in/mail-token.ts",
        find: "  await endTokens(transaction, others, ends[purpose]);\n",
        replace: "",
      },
    ],
    test: { file: emailChange, only: "by a mail|in the old mailbox" },
  },
  {
    name: "Who is added to a room reads nothing of before",
    edits: [
      {
        file: "modules/chat/messages/read-events.ts",
        find: "[room, where.before, limit, fromSeq]",
        replace: "[room, where.before, limit, 0 * fromSeq]",
      },
    ],
    test: { file: roomPrivacy, only: "reads nothing of what was said before" },
  },
  {
    name: "Whom the room's maker took out, the maker alone brings back",
    edits: [
      {
        file: "modules/chat/rooms/membership.ts",
        find: "  if (room.createdBy !== by) await refuseRemoved(transaction, roomId, fresh);\n",
        replace: "",
      },
    ],
    test: { file: roomPrivacy, only: "by the room's maker alone" },
  },
  {
    name: "The text of a mail that holds a token is stored encrypted",
    edits: [{ file: mail, find: "text: seal.seal(mail.text, id)", replace: "text: mail.text" }],
    test: { file: personalData, only: "as they were entered" },
  },
  {
    name: "The HTML of a mail that holds a token is stored encrypted",
    edits: [{ file: mail, find: "html: seal.seal(mail.html, id)", replace: "html: mail.html" }],
    test: { file: personalData, only: "as they were entered" },
  },
  {
    name: "An instance of the release before does not send encrypted mails as they are stored",
    edits: [{ file: mail, find: "$5, 'infinity', now())", replace: "$5, now(), now())" }],
    test: { file: personalData, only: "as they were entered" },
  },
  {
    name: "A mail that no secret opens is not sent as it is stored",
    edits: [
      {
        file: mail,
        find: "isSealed(value) ? seal.open(value, id) : value",
        replace: "isSealed(value) ? (seal.open(value, id) ?? value) : value",
      },
    ],
    test: { file: "tests/operations/mail.test.ts", only: "encrypted with another secret" },
  },
  {
    name: "A token from a mail is used once",
    edits: [{ file: "modules/account/sign-in/mail-token.ts", find: "if (!row || row.used)", replace: "if (!row)" }],
    test: { file: accounts, only: "verifies by the mail|a forgotten password" },
  },
  {
    name: "Routes are for the roles that they name",
    edits: [{ file: server, find: 'if (!roles.includes(principal.role)) throw fail("WRONG_ROLE");', replace: "" }],
    test: { file: accounts, only: "the other role is 403" },
  },
  {
    name: "An administrator whose role is taken away is signed out everywhere",
    edits: [
      {
        file: "modules/account/members/remove-administrator.ts",
        find: "    await revokeAllFamilies(transaction, found.id);\n",
        replace: "    void revokeAllFamilies;\n",
      },
      {
        file: "modules/account/sign-in/routes.ts",
        find: 'if (account?.status !== "ACTIVE") throw fail("INVALID_REFRESH_TOKEN");',
        replace: 'if (!account) throw fail("INVALID_REFRESH_TOKEN");',
      },
    ],
    together: "the end of refresh tokens, the look at the account's status",
    test: { file: "tests/security/role-revoked.test.ts", only: "line 20" },
  },
  {
    name: "An administrator whose role is taken away has a closed account",
    edits: [
      {
        file: "modules/account/members/remove-administrator.ts",
        find: "SET status = 'CLOSED', status_at = now()",
        replace: "SET status = 'ACTIVE', status_at = now()",
      },
    ],
    test: { file: "tests/security/role-revoked.test.ts", only: "line 20" },
  },
  {
    name: "An administrator is confirmed at each request",
    edits: [
      { file: server, find: 'if (principal.role === "ADMIN") await options.confirmAdmin(principal.id);', replace: "" },
    ],
    test: { file: "tests/acceptance/admin.test.ts", only: "one who is suspended is out at once" },
  },
  {
    name: "Access tokens end with a suspended or closed account",
    edits: [
      {
        file: server,
        find: "        refuseEnded(ended);\n",
        replace: "",
      },
    ],
    test: { file: "kernel/http/ended-accounts.test.ts" },
  },
  {
    name: "Access tokens end with their sign-in",
    edits: [
      {
        file: server,
        find: "        if (!endedSignInsToo) refuseSignedOut(sessionId);\n",
        replace: "        void endedSignInsToo;\n",
      },
    ],
    test: { file: "kernel/http/ended-accounts.test.ts" },
  },
  {
    name: "Sockets end with their sign-in, whoever was told of its end",
    edits: [
      {
        file: "modules/chat/socket/sockets.ts",
        find: "(sessionId !== undefined && endedAccounts.isSignedOut(sessionId))",
        replace: "(sessionId === account && endedAccounts.isSignedOut(sessionId))",
      },
    ],
    test: { file: "tests/security/suspension.test.ts", only: "without any event" },
  },
  {
    name: "Every instance hears of the sign-ins that ended",
    edits: [
      {
        file: "modules/account/members/list-status-changes.ts",
        find: "'SIGNED_OUT', ended_at FROM session",
        replace: "'ACTIVE', ended_at FROM session",
      },
    ],
    test: { file: "tests/security/suspension.test.ts", only: "when a sign-in ends" },
  },
  {
    name: "Sign-ins that end take no suspended account's place in the register",
    edits: [
      {
        file: "kernel/http/ended-accounts.ts",
        find: "keep(signIns, id, { expiresAt })",
        replace: 'keep(accounts, id, { status: "CLOSED", expiresAt })',
      },
    ],
    test: { file: "kernel/http/ended-accounts.test.ts" },
  },
  {
    name: "One address holds so many connections",
    edits: [
      {
        file: "kernel/http/connection-limit.ts",
        find: "    if (count >= max) return void socket.destroy();\n",
        replace: "",
      },
    ],
    test: { file: "tests/security/upgrade.test.ts", only: "holds so many connections" },
  },
  {
    name: "A request with two hosts is refused",
    edits: [{ file: "kernel/http/connection-limit.ts", find: "return hosts > 1;", replace: "return hosts > 9;" }],
    test: { file: "tests/security/upgrade.test.ts", only: "in two ways" },
  },
  {
    name: "Sockets of a suspended or closed account are refused",
    edits: [{ file: server, find: "    refuseEnded(endedAccounts.statusOf(checked.principal.id));\n", replace: "" }],
    test: { file: "tests/security/suspension.test.ts", only: "without any event" },
  },
  {
    name: "An access token is signed by the account service",
    edits: [
      {
        file: "kernel/http/access-token.ts",
        find: "    const { payload } = await jwtVerify(",
        replace:
          '    const parse = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString());\n    const unsigned = async (text: string, find: (header: { kid?: string }) => Promise<unknown>, _options: object) => {\n      const [header, claims] = text.split(".");\n      await find(parse(header!));\n      return { payload: parse(claims!) };\n    };\n    const { payload } = await unsigned(',
      },
    ],
    test: { file: accounts, only: "claims were changed" },
  },
  {
    name: "A verified access token ends with its key",
    edits: [{ file: "kernel/http/access-token.ts", find: "known.key.isAccepted && ", replace: "" }],
    test: { file: "kernel/http/access-keys.test.ts", only: "from the next load on" },
  },
  {
    name: "A retired key is not brought back by a late response",
    edits: [{ file: "kernel/http/access-keys.ts", find: "    if (startedAt < loadedAt) return;\n", replace: "" }],
    test: { file: "kernel/http/access-keys.test.ts", only: "overtaken" },
  },
  {
    name: "The keys of access tokens are polled by every instance",
    edits: [{ file: "kernel/module/process.ts", find: ", accessKeys.start()", replace: "" }],
    test: { file: "tests/security/keys.test.ts", only: "has leaked" },
  },
  {
    name: "Sockets end with the key of their token",
    edits: [{ file: "modules/chat/socket/sockets.ts", find: " || !connection.key.isAccepted", replace: "" }],
    test: { file: "tests/security/keys.test.ts", only: "has leaked" },
  },
  {
    name: "A key whose secret is gone is retired",
    edits: [
      {
        file: "modules/account/sign-in/key-rows.ts",
        find: "filter((key) => key !== sign && key.isUnused)",
        replace: 'filter((key) => key !== sign && key.isUnused && key.id === "")',
      },
    ],
    test: { file: "modules/account/sign-in/key-rows.test.ts" },
  },
  {
    name: "Keys are rotated one after the other (advisory lock)",
    edits: [
      {
        file: "modules/account/sign-in/key-rows.ts",
        find: "pg_advisory_xact_lock(hashtext('jangteo signing key'))",
        replace: "1",
      },
    ],
    test: { file: "tests/database/signing-keys.test.ts", only: "several instances at once" },
  },
  {
    name: "An idempotency key is not used for another request",
    edits: [
      {
        file: idempotency,
        find: '  if (!isSameRequest(row.request_hash, request)) throw fail("IDEMPOTENCY_KEY_REUSED");\n',
        replace: "",
      },
    ],
    test: { file: "tests/acceptance/products.test.ts", only: "a key makes a product once" },
  },
  {
    name: "A command that stopped half-way resumes for the same request only",
    edits: [
      {
        file: idempotency,
        find: "i.status IS NULL AND i.request_hash IN (excluded.request_hash, $6)",
        replace: "i.status IS NULL AND $6::text IS NOT NULL",
      },
    ],
    test: { file: accounts, only: "a provider that does not answer" },
  },
  {
    name: "A write with a known key has no second effect",
    edits: [
      {
        file: idempotency,
        find: "    const known = await findRow(transaction, scope, key);",
        replace: "    const known = undefined as Row | undefined;",
      },
      {
        file: idempotency,
        find: 'VALUES ($1, $2, $3, $4, $5, $6)",\n      [scope, key, requestHash(request)',
        replace: 'VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",\n      [scope, key, requestHash(request)',
      },
    ],
    test: { file: idempotencyTest, only: "finishes while it prepares" },
    together: "the look for the key, its primary key",
  },
  {
    name: "A write with a known key prepares nothing again",
    edits: [
      {
        file: "kernel/http/route.ts",
        find: "  if (before) return { answer: before };\n",
        replace: "",
      },
    ],
    test: { file: idempotencyTest, only: "before anything is prepared" },
  },
  {
    name: "A write that comes twice at once has one effect, and the other request is answered so",
    edits: [
      {
        file: idempotency,
        find: "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS free",
        replace: "SELECT $1 <> '' AS free",
      },
    ],
    test: {
      file: "tests/acceptance/products.test.ts",
      only: "a key that is sent 20 times at once",
      counts: "answered 500",
    },
  },
  {
    name: "A refused write has no effect, though its response is stored",
    edits: [{ file: idempotency, find: 'await transaction.query("ROLLBACK TO SAVEPOINT effect");', replace: "" }],
    test: { file: "tests/acceptance/products.test.ts", only: "a refusal under a key" },
  },
];
