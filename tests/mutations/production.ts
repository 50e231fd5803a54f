import type { Guard } from "./guard.ts";

const server = "kernel/http/server.ts";
const settings = "kernel/settings/settings.ts";
const productionTest = "tests/operations/production.test.ts";
const edgeTest = "tests/security/edge.test.ts";
const methodsTest = "tests/security/methods.test.ts";
const settingsTest = "kernel/settings/settings.test.ts";

export const productionGuards: readonly Guard[] = [
  {
    name: "A form has so many fields",
    edits: [
      {
        file: "apps/web/src/lib/server/read-form.ts",
        find: 'if (++fields > limits.fieldsMax) error(413, { message: "too many fields" });',
        replace: "fields++;",
      },
    ],
    test: { file: "apps/web/src/lib/server/read-form.test.ts", only: "too many fields" },
  },
  {
    name: "Pages take no body of unknown length",
    edits: [
      {
        file: "modules/web/serve-pages.ts",
        find: '    if (raw.headers["transfer-encoding"] !== undefined) throw fail("INVALID_INPUT");\n',
        replace: "",
      },
    ],
    test: { file: "tests/security/production.test.ts", only: "bodies of no length" },
  },
  {
    name: "Test accounts are for who names this machine",
    edits: [
      { file: server, find: "isLoopback(ip) && isLocalHost(host", replace: "isLoopback(ip) || isLocalHost(host" },
    ],
    test: { file: edgeTest, only: "names another host" },
  },
  {
    name: "Production starts with no fake payments",
    edits: [
      {
        file: settings,
        find: 'if (settings[name] === "fake" && !settings.rehearsal)',
        replace: "if (name.length < 0)",
      },
    ],
    test: { file: settingsTest, only: "production" },
  },
  {
    name: "Without a payout provider no point is debited",
    edits: [
      {
        file: "modules/account/payments/payout.ts",
        find: 'if (!provider) throw fail("PAYOUTS_NOT_SET_UP");',
        replace: "",
      },
    ],
    test: { file: productionTest, only: "production without providers" },
  },
  {
    name: "A deposit whose outcome is not known is not refused when its provider is taken away",
    edits: [
      {
        file: "modules/account/payments/deposit.ts",
        find: 'throw fail("PAYMENT_PENDING", { retryAfterSeconds: 2 });\n  await',
        replace: 'throw fail("PAYMENTS_NOT_SET_UP");\n  await',
      },
    ],
    test: { file: productionTest, only: "under way when their provider was taken away" },
  },
  {
    name: "Test accounts are for clients on this machine",
    edits: [{ file: server, find: "if (localOnly && !isFromHere(request))", replace: "if (localOnly && !request.ip)" }],
    test: { file: edgeTest, only: "do not exist" },
  },
  {
    name: "The methods of routes for this machine alone are not shown to others",
    edits: [
      {
        file: server,
        find: "...(isFromHere(request) ? local.of(path) : [])",
        replace: "...(route || path ? local.of(path) : [])",
      },
    ],
    test: { file: edgeTest, only: "do not exist" },
  },
  {
    name: "A method that a path does not have is 405",
    edits: [{ file: server, find: "allowed.length > 0 && !allowed", replace: "allowed.length < 0 && !allowed" }],
    test: { file: methodsTest, only: "is 405 on every path" },
  },
  {
    name: "Responses over TLS ask for TLS from then on",
    edits: [
      {
        file: server,
        find: "reply.headers(headersFor(request));",
        replace: "reply.headers(plainHeaders);",
      },
    ],
    test: { file: edgeTest, only: "is on every response" },
  },
  {
    name: "Settings are printed without passwords of addresses",
    edits: [{ file: settings, find: "? withoutCredentials(value) : value", replace: "? value.trim() : value" }],
    test: { file: settingsTest, only: "no secret" },
  },
  {
    name: "A command uses no control socket of another user",
    edits: [
      { file: "apps/server/runner/control.ts", find: "if (!isOwn(socketPath))", replace: 'if (socketPath === "")' },
    ],
    test: { file: "apps/server/runner/control.test.ts", only: "of another user" },
  },
  {
    name: "Logs are readable by their user alone",
    edits: [{ file: "kernel/telemetry/logger.ts", find: "sync: false, mode: privateFile", replace: "sync: false" }],
    test: { file: "tests/operations/private-files.test.ts", only: "monolith" },
  },
  {
    name: "Exported texts are no formulas",
    edits: [
      {
        file: "apps/server/csv/product-rows.ts",
        find: "formula.test(value) ? `'${value}` : value",
        replace: "value.includes(column) ? `'${value}` : value",
      },
    ],
    test: { file: "apps/server/csv/product-rows.test.ts", only: "would run" },
  },
];
