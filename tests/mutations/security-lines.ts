import type { Guard } from "./guard.ts";

const limits = "tests/security/limits.test.ts";
const money = "tests/security/money.test.ts";
const chat = "tests/security/chat.test.ts";
const production = "tests/security/production.test.ts";
const sockets = "modules/chat/socket/sockets.ts";
const connection = "modules/chat/socket/connection.ts";
const signIn = "modules/account/sign-in/routes.ts";
const movePart = "modules/order/orders/move-part.ts";

/** Guards of lines of docs/security.md, each seen by the line's own test. */
export const securityLineGuards: readonly Guard[] = [
  {
    name: "Line 4: an address tries the passwords of one account slowly",
    edits: [
      {
        file: signIn,
        find: "perKey: { perMinute: settings.signInLimitPerMinute, key: (body) => `${role} ",
        replace: "perKey: { perMinute: 1_000_000, key: (body) => `${role} ",
      },
    ],
    test: { file: limits, only: "from one address ten times a minute" },
  },
  {
    name: "Line 4: all addresses together try the passwords of one account slowly",
    edits: [
      {
        file: "modules/account/sign-in/guessed-passwords.ts",
        find: "note: (attempt) => void failures.take(keyOf(attempt)),",
        replace: "note: () => undefined,",
      },
    ],
    test: { file: limits, only: "twenty times an hour" },
  },
  {
    name: "Line 7: a token ends with its key, also one that was checked before",
    edits: [
      {
        file: "kernel/http/access-token.ts",
        find: "if (known.key.isAccepted && known.expiresAt > Date.now()) return known;",
        replace: "if (known.expiresAt > Date.now() - 600_000) return known;",
      },
    ],
    test: { file: "tests/security/keys.test.ts", only: "line 7" },
  },
  {
    name: "Line 12: another email takes the password",
    edits: [
      {
        file: "modules/account/sign-in/own-password.ts",
        find: "if (await passwords.verify(account.password_hash, password, request.ip)) return account;",
        replace: "if (password !== undefined) return account;",
      },
    ],
    test: { file: "tests/security/email-change.test.ts", only: "line 12" },
  },
  {
    name: "Line 14: the refresh cookie is of no use to other sites",
    edits: [
      {
        file: signIn,
        find: '      if (token && origin !== undefined && !sameHost(origin, request.host)) throw fail("FOREIGN_ORIGIN");\n',
        replace: "      void [sameHost, origin];\n",
      },
    ],
    test: { file: "tests/security/identity.test.ts", only: "line 14" },
  },
  {
    name: "Line 14: pages take no forms of other sites",
    edits: [
      {
        file: "apps/web/vite.config.ts",
        find: "      inlineStyleThreshold: 8_192,\n",
        replace: '      inlineStyleThreshold: 8_192,\n      csrf: { trustedOrigins: ["*"] },\n',
      },
    ],
    test: { file: production, only: "line 14" },
  },
  {
    name: "Line 19: others see no email of an account",
    edits: [
      {
        file: "modules/account/rpc.ts",
        find: '"SELECT id, role, name, version, status, created_at FROM account"',
        replace: '"SELECT id, role, email AS name, version, status, created_at FROM account"',
      },
    ],
    test: { file: "tests/security/authorisation.test.ts", only: "line 19" },
  },
  {
    name: "Line 21: calls between processes carry a service's token",
    edits: [
      {
        file: "kernel/rpc/remote/grpc-server.ts",
        find: '        if (token === undefined) throw fail("UNAUTHENTICATED");\n        const { principal } = await tokens.check(token, service.typeName);\n',
        replace:
          '        const { principal } = await tokens.check(token ?? "", service.typeName).catch(() => ({ principal: undefined }));\n',
      },
    ],
    test: { file: "kernel/rpc/remote/remote.test.ts", only: "without a good service token" },
  },
  {
    name: "Line 27: of many checkouts at once, those that the points are enough for are paid",
    edits: [
      {
        file: "modules/account/ledger/decide-purchases.ts",
        find: "if (total > left.get(command.buyerId)!)",
        replace: "if (total > balanceMax)",
      },
    ],
    test: { file: money, only: "line 27" },
  },
  {
    name: "Line 30: an order is refunded once, however often it is asked for at once",
    edits: [
      {
        file: movePart,
        find: "from.includes(part.status) && isFree(part)",
        replace: "from.length > 0 || isFree(part)",
      },
    ],
    test: { file: money, only: "line 30" },
    together: "the status, the money that is still to be moved",
  },
  {
    name: "Line 31: of confirming and refunding, one wins",
    edits: [{ file: movePart, find: "from.includes(part.status) && isFree(part)", replace: "isFree(part)" }],
    test: { file: money, only: "line 31" },
  },
  {
    name: "Line 34: nobody buys an item of their own",
    edits: [
      {
        file: "modules/account/ledger/decide-purchases.ts",
        find: '  if (sellers.some((seller) => seller!.email === buyer.email)) return refused("OWN_PRODUCT");\n',
        replace: "",
      },
    ],
    test: { file: money, only: "line 34" },
  },
  {
    name: "Line 42: what a seller writes is text on pages",
    edits: [
      {
        file: "apps/web/src/routes/p/[id]/+page.svelte",
        find: "      <p>{product.description}</p>\n",
        replace: "      <p>{@html product.description}</p>\n",
      },
    ],
    test: { file: production, only: "line 42" },
  },
  {
    name: "Line 43: a frame has a largest size",
    edits: [
      { file: sockets, find: "maxPayload: settings.chatFrameMaxBytes * 4,", replace: "maxPayload: 104_857_600," },
    ],
    test: { file: chat, only: "a frame of 1 MB" },
  },
  {
    name: "Line 43: a message has so many fragments",
    edits: [
      {
        file: sockets,
        find: "    maxFragments: 64,\n    maxBufferedChunks: 1_024,\n",
        replace: "    maxFragments: 10_000_000,\n    maxBufferedChunks: 10_000_000,\n",
      },
    ],
    test: { file: chat, only: "100,000 fragments" },
  },
  {
    name: "Line 43: nothing is inflated",
    edits: [{ file: sockets, find: "perMessageDeflate: false,", replace: "perMessageDeflate: true," }],
    test: { file: chat, only: "compressed frames" },
  },
  {
    name: "Line 45: a socket that does not read is dropped",
    edits: [
      { file: connection, find: "  if (waiting > limits.dropBytes) drop(connection);\n", replace: "" },
      {
        file: connection,
        find: "    if (now - connection.slowSince > connection.limits.dropMs) drop(connection);\n",
        replace: "    void now;\n",
      },
    ],
    test: { file: chat, only: "line 45" },
    together: "the bound of bytes, the bound of time",
  },
  {
    name: "Line 56: production starts with a secret of its own",
    edits: [
      {
        file: "kernel/settings/settings.ts",
        find: "settings.secret === definitions.secret.default || settings.secret.length < 32",
        replace: 'settings.secret === ""',
      },
    ],
    test: { file: production, only: "line 56" },
  },
  {
    name: "Line 57: nothing of a person is left when the account is closed",
    edits: [
      {
        file: "modules/account/profile/close-account.ts",
        find: "phone = NULL, birth = NULL,",
        replace: "phone = NULL, birth = birth,",
      },
    ],
    test: { file: "tests/security/personal-data.test.ts", only: "is gone from every table" },
  },
];
