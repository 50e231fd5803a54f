import type { Guard } from "./guard.ts";

const settingsTest = "kernel/settings/settings.test.ts";
const callsTest = "tests/operations/mutual-tls.test.ts";
const databaseTest = "tests/operations/database-tls.test.ts";
const forgedTest = "tests/operations/forged-events.test.ts";

/** What processes ask of each other, of Kafka and of databases. */
export const processGuards: readonly Guard[] = [
  {
    name: "Calls come from holders of a certificate of the marketplace alone",
    edits: [
      {
        file: "kernel/rpc/remote/grpc-server.ts",
        find: "private_key: key }], true)",
        replace: "private_key: key }], false)",
      },
    ],
    test: { file: callsTest, only: "are refused without TLS" },
  },
  {
    name: "Calls go to a process whose certificate names it alone",
    edits: [
      {
        file: "kernel/rpc/remote/balancer.ts",
        find: "credentials.createFromSecureContext(context)",
        replace: "credentials.createFromSecureContext(context, { checkServerIdentity: () => undefined })",
      },
    ],
    test: { file: callsTest, only: "are not made to a process of another kind" },
  },
  {
    name: "A key that other users may read is not used",
    edits: [{ file: "kernel/files/private.ts", find: "if (open !== 0)", replace: "if (open < 0)" }],
    test: { file: callsTest, only: "that cannot be used are refused" },
  },
  {
    name: "Nobody sets a password at the broker's controller without its own",
    edits: [
      {
        file: "apps/server/kafka/broker.ts",
        find: "`CONTROLLER:SASL_PLAINTEXT,CLIENT:",
        replace: "`CONTROLLER:PLAINTEXT,CLIENT:",
      },
      {
        file: "apps/server/kafka/broker-login.ts",
        find: "{ sasl: controllerLogin(login), connectTimeout",
        replace: "{ connectTimeout",
      },
    ],
    test: { file: forgedTest, only: "cannot set a password" },
  },
  {
    name: "A module's queries go over the TLS of DATABASE_URL",
    edits: [
      {
        file: "kernel/database/logins.ts",
        find: 'for (const parameter of ["user", "password"])',
        replace: 'for (const parameter of ["user", "password", "sslmode", "sslrootcert"])',
      },
    ],
    test: { file: databaseTest, only: "every connection goes over TLS", counts: "no pg_hba.conf entry" },
  },
  {
    name: "Production reaches other hosts over TLS alone",
    edits: [
      {
        file: "kernel/settings/settings.ts",
        find: "if (!settings.trustedNetwork) problems.push",
        replace: "if (settings.trustedNetwork) problems.push",
      },
    ],
    test: { file: settingsTest, only: "over TLS alone" },
  },
  {
    name: "What was not answered in time is not sent to another instance",
    edits: [
      {
        file: "apps/gateway/forward.ts",
        find: "(!outcome.timedOut && isRepeatable(incoming))",
        replace: "isRepeatable(incoming)",
      },
    ],
    test: { file: "apps/gateway/forward.test.ts", only: "not answered in time" },
  },
  {
    name: "An instance that has all the requests it can take gets no more",
    edits: [
      {
        file: "apps/gateway/upstreams.ts",
        find: "underWay >= underWayMax || without?.has(id) === true",
        replace: "without?.has(id) === true",
      },
    ],
    test: { file: "apps/gateway/forward.test.ts", only: "all the requests it can take" },
  },
  {
    name: "A process closes connections whose requests do not wait for responses",
    edits: [
      {
        file: "kernel/http/server.ts",
        find: "if (isTooManyAtOnce(request.raw, reply.raw))",
        replace: "if (false as boolean)",
      },
    ],
    test: { file: "tests/security/upgrade.test.ts", only: "do not wait for responses" },
  },
  {
    name: "Responses that were stored after their account was closed are erased",
    edits: [
      {
        file: "kernel/module/process.ts",
        find: "load: () => eraseLateResponses(hosted, endedAccounts.closed()),",
        replace: "load: async () => undefined,",
      },
    ],
    test: { file: "tests/security/personal-data.test.ts", only: "under way at the closing" },
  },
  {
    name: "An instance that was retired before its restart is not started",
    edits: [
      {
        file: "apps/server/runner/runner.ts",
        find: '!stopping && running.includes(copy) && copy.state !== "stopping"',
        replace: "!stopping && copy.id.length > 0",
      },
    ],
    test: { file: "tests/faults/retired-instance.test.ts", only: "retired before it was started again" },
  },
];
