import { readFileSync } from "node:fs";
import { withoutCredentials } from "../text/without-credentials.ts";
import { isThisMachine, openConnections } from "./networks.ts";

/**
 * Every setting of the program, with its unit in its name, its bounds and its default. A setting is read from the
 * environment (`env`, or `JANGTEO_` and the name in UPPER_SNAKE), else from the settings file, else the default holds.
 * `jangteo settings` prints this table.
 */
const definitions = {
  // Where it runs
  port: integer({
    env: "PORT",
    default: 8080,
    min: 0,
    max: 65_535,
    about: "Port of the HTTP server; 0 takes a free one",
  }),
  host: text({ env: "HOST", default: "127.0.0.1", about: "Address that the HTTP server listens on" }),
  home: text({ env: "JANGTEO_HOME", default: ".jangteo", about: "Folder of the embedded parts' data and logs" }),
  databaseUrl: text({
    env: "DATABASE_URL",
    default: "",
    about: "PostgreSQL to use instead of the embedded one",
    secret: "credentials",
  }),
  accountDatabaseUrl: text({
    env: "ACCOUNT_DATABASE_URL",
    default: "",
    about: "PostgreSQL of the account module alone, where it has a server of its own",
    secret: "credentials",
  }),
  orderDatabaseUrl: text({
    env: "ORDER_DATABASE_URL",
    default: "",
    about: "The same for order",
    secret: "credentials",
  }),
  chatDatabaseUrl: text({ env: "CHAT_DATABASE_URL", default: "", about: "The same for chat", secret: "credentials" }),
  kafkaBrokers: text({
    env: "KAFKA_BROKERS",
    default: "",
    about: "Kafka brokers to use instead of one of our own, host:port with commas between",
    secret: "credentials",
  }),
  kafkaTls: flag({ default: false, about: "Whether the brokers of KAFKA_BROKERS are reached over TLS" }),
  kafkaCaFile: text({
    default: "",
    about: "Certificate of the brokers' authority, as PEM, for kafkaTls; default: the public authorities",
  }),
  kafkaSasl: text({
    default: "none",
    oneOf: ["none", "scram-sha-512", "oauthbearer"],
    about: "How the marketplace signs in at the brokers of KAFKA_BROKERS",
  }),
  kafkaUser: text({ default: "", about: "User of scram-sha-512" }),
  kafkaPassword: text({ default: "", about: "Password of scram-sha-512", secret: "value" }),
  kafkaTokenFile: text({
    default: "",
    about: "File with a token for oauthbearer; it is read again for each connection, so that it may be renewed",
  }),
  kafkaTokenUrl: text({
    default: "",
    about: "Address that gives tokens for oauthbearer to client credentials (OAuth 2.0), instead of kafkaTokenFile",
    secret: "credentials",
  }),
  kafkaClientId: text({ default: "", about: "Client id for kafkaTokenUrl" }),
  kafkaClientSecret: text({ default: "", about: "Client secret for kafkaTokenUrl", secret: "value" }),
  kafkaTokenScope: text({ default: "", about: "Scope of the tokens of kafkaTokenUrl, if it wants one" }),
  kafkaPrefix: text({ default: "jangteo", about: "Start of the names of topics and consumer groups" }),
  kafkaPartitions: integer({
    default: 6,
    min: 1,
    max: 256,
    about: "Partitions of a new topic of events: at most so many instances of a module consume at the same time",
  }),
  kafkaReplicas: integer({
    default: 0,
    min: 0,
    max: 10,
    about:
      "Brokers that store each event, for a new topic; 0: three where KAFKA_BROKERS names at least three, else one",
  }),
  kafkaMinInSyncReplicas: integer({
    default: 0,
    min: 0,
    max: 10,
    about:
      "Brokers that must have stored an event before it counts as sent; 0: two of three or more replicas, else one",
  }),
  kafkaRetentionHours: integer({
    default: 336,
    min: 1,
    max: 8_760,
    about: "How long the brokers keep events; a consumer that is unavailable for longer misses some",
  }),
  apiPorts: flag({ default: true, about: "Whether each API also answers on its own port beside the gateway's" }),
  callPort: integer({
    default: 0,
    min: 0,
    max: 65_535,
    about: "Port for calls of other processes, for one that was started by hand; 0: the stage's",
  }),
  callsAt: text({
    default: "",
    about:
      "Where a process started by hand finds the others: name=host:port, with commas between; default: its name in DNS",
  }),
  callTlsCaFile: text({
    default: "",
    about: "Certificate of the authority that issued those of all processes, as PEM: calls go over TLS on both sides",
  }),
  callTlsCertificateFile: text({
    default: "",
    about: "Certificate of this process for calls, with its chain, as PEM; it names order-api.jangteo.internal, say",
  }),
  callTlsKeyFile: text({ default: "", about: "Private key of this process's certificate for calls, as PEM" }),
  trustedNetwork: flag({
    default: false,
    about: "Whether production may reach databases, Kafka and other processes on other hosts without TLS",
  }),
  dnsServers: text({ default: "", about: "Name servers to ask instead of the machine's, with commas between" }),
  dnsEveryMs: integer({ default: 2_000, min: 100, max: 60_000, about: "How often the others are looked for in DNS" }),
  drainDelayMs: integer({
    default: 0,
    min: 0,
    max: 60_000,
    about:
      "How long a stopping process says that it is not ready before it takes no more: for DNS and balancers to notice",
  }),
  smtpUrl: text({
    env: "SMTP_URL",
    default: "",
    about: "Mail server, required in production; without it sent mails show at /dev/mail",
    secret: "credentials",
  }),
  mailFrom: text({ default: "장터 <no-reply@jangteo.example>", about: "Sender of mails" }),
  publicUrl: text({
    default: "",
    about: "Address that links in mails start with, https in production; default: the server's own",
    secret: "credentials",
  }),
  production: flag({ env: "NODE_ENV", on: "production", default: false, about: "NODE_ENV=production" }),
  rehearsal: flag({
    default: false,
    about: "Allow fake payments and payouts in production, marked on every page and in every response",
  }),
  secret: text({
    default: "insecure-development-secret",
    about:
      "Secret that keys are derived from, for sealed signing keys, phone numbers and bank accounts among others; at least 32 characters in production",
    secret: "value",
  }),
  previousSecret: text({
    default: "",
    about: "The secret before the present one: what was sealed with it stays readable and is sealed again",
    secret: "value",
  }),
  pages: flag({ default: true, about: "Whether the marketplace has pages beside its API" }),
  demo: flag({ default: true, about: "Fill an empty marketplace with demo data (never in production)" }),
  rateLimits: flag({ default: true, about: "Limit requests per caller (cannot be off in production)" }),
  strict: flag({
    default: false,
    about: "Round-trip every internal call through bytes and deliver idempotent ones twice",
  }),
  logLevel: text({ default: "info", about: "trace, debug, info, warn, error or silent" }),
  trustedProxies: text({
    default: "",
    about:
      "Proxies in front whose X-Forwarded-For is trusted: addresses, networks (10.0.0.0/8), loopback or uniquelocal, with commas between",
  }),

  // HTTP
  bodyMaxBytes: integer({ default: 262_144, min: 1_024, max: 10_485_760, about: "Largest request body" }),
  requestTimeoutMs: integer({ default: 30_000, min: 1_000, max: 300_000, about: "Longest time to receive a request" }),
  keepAliveMs: integer({
    default: 65_000,
    min: 1_000,
    max: 600_000,
    about: "How long a connection without requests is kept: longer than a load balancer in front keeps its own",
  }),
  drainTimeoutMs: integer({
    default: 10_000,
    min: 0,
    max: 300_000,
    about: "Longest time to finish requests at a stop",
  }),
  rateLimitPerMinute: integer({ default: 600, min: 1, max: 1_000_000, about: "Requests a caller may make per minute" }),
  addressLimitPerMinute: integer({
    default: 3_000,
    min: 1,
    max: 10_000_000,
    about: "Requests of one address (IPv6: of a network of 64 bits) per minute, of all its callers together",
  }),
  signInLimitPerMinute: integer({ default: 10, min: 1, max: 10_000, about: "Sign-ins per minute, address and email" }),
  signInFailuresPerHour: integer({
    default: 60,
    min: 1,
    max: 100_000,
    about: "Wrong passwords of one account per hour, from all addresses together; its owner's addresses are exempt",
  }),
  signInAddressLimitPerMinute: integer({
    default: 60,
    min: 1,
    max: 100_000,
    about: "Sign-ins per minute and address, whatever the email",
  }),
  mailLimitPerMinute: integer({
    default: 5,
    min: 1,
    max: 10_000,
    about: "Requests that send mail, per minute and address",
  }),
  mailsPerRecipientPerHour: integer({
    default: 10,
    min: 1,
    max: 10_000,
    about: "Mails about sign-up and forgotten passwords that one recipient gets per hour, whoever asks for them",
  }),

  // The gateway
  tlsCertFile: text({
    default: "",
    about: "Certificate of the gateway, with its chain, as PEM; without it plain HTTP",
  }),
  tlsKeyFile: text({ default: "", about: "Private key of the gateway's certificate, as PEM" }),
  gatewayRequestsPerSecond: integer({
    default: 200,
    min: 1,
    max: 1_000_000,
    about: "Requests an address may make per second at the gateway, over all services",
  }),
  gatewayConnectionsMax: integer({
    default: 50_000,
    min: 1,
    max: 1_000_000,
    about: "Connections that the gateway holds; one more is closed",
  }),
  connectionsPerAddressMax: integer({
    default: 1_000,
    min: 1,
    max: 1_000_000,
    about:
      "Connections of one address, or of one IPv6 network of 64 bits; one more is closed. Trusted proxies have none",
  }),
  blockedAddresses: text({
    default: "",
    about: "Addresses and networks that are not let in, such as 203.0.113.0/24, with commas between",
  }),
  blockedCountries: text({ default: "", about: "Countries that are not let in, as codes, with commas between" }),
  countryHeader: text({
    default: "cloudfront-viewer-country",
    about: "Header in which a trusted proxy tells the visitor's country",
  }),

  // Calls and events
  callTimeoutMs: integer({ default: 5_000, min: 50, max: 60_000, about: "Longest time of a call between modules" }),
  eventBatchMax: integer({ default: 500, min: 1, max: 5_000, about: "Events that a relay delivers at once" }),
  eventAttemptsMax: integer({ default: 12, min: 1, max: 100, about: "Deliveries of an event before it is parked" }),
  eventPollMs: integer({ default: 1_000, min: 50, max: 60_000, about: "How often a relay looks for events by itself" }),
  leaseMs: integer({
    default: 10_000,
    min: 500,
    max: 600_000,
    about: "After this long without a sign of life, another copy takes over a relay or a job",
  }),
  livePush: text({
    default: "auto",
    oneOf: ["auto", "notify", "none"],
    about: "How copies of the one process tell each other what is new; auto: notify where DATABASE_URL is set",
  }),

  // Database
  databasePoolMax: integer({ default: 10, min: 4, max: 200, about: "Connections per module" }),
  databaseQueueMax: integer({ default: 1_000, min: 1, max: 100_000, about: "Requests that may wait for a connection" }),
  databaseWaitMs: integer({ default: 3_000, min: 100, max: 60_000, about: "Longest wait for a connection" }),
  databaseStartWaitMs: integer({
    default: 60_000,
    min: 0,
    max: 3_600_000,
    about: "How long a start waits for a PostgreSQL that cannot be reached yet; 0: not at all",
  }),
  statementTimeoutMs: integer({ default: 15_000, min: 100, max: 300_000, about: "Longest time of one SQL statement" }),
  idleTransactionTimeoutMs: integer({
    default: 3_000,
    min: 500,
    max: 60_000,
    about: "Longest time between two statements of a transaction; a longer pause ends it",
  }),

  // Retention
  retentionEveryMs: integer({
    default: 60_000,
    min: 50,
    max: 86_400_000,
    about: "How often rows at the end of their retention period are looked for",
  }),
  retentionChunkMax: integer({ default: 2_000, min: 1, max: 10_000, about: "Rows removed in one transaction" }),
  // Kafka's brokers delete whole segments, which hold up to seven days beyond kafkaRetentionHours.
  eventKeepDays: integer({
    default: 21,
    min: 1,
    max: 365,
    about: "How long a consumer remembers the events it has consumed; with Kafka at least kafkaRetentionHours",
  }),
  idempotencyKeepDays: integer({ default: 30, min: 1, max: 365, about: "How long answers are kept for replays" }),
  securityEventKeepDays: integer({
    default: 365,
    min: 1,
    max: 3_650,
    about: "Days that an account's security log is kept",
  }),
  refreshTokenKeepDays: integer({
    default: 30,
    min: 1,
    max: 3_650,
    about: "How long the refresh tokens of a sign-in are kept after it ended",
  }),
  mailTokenKeepDays: integer({
    default: 30,
    min: 1,
    max: 3_650,
    about: "How long a mail's token is kept after it expired",
  }),
  mailKeepDays: integer({ default: 30, min: 1, max: 3_650, about: "How long a mail that was not sent is kept" }),
  paymentDataKeepDays: integer({
    default: 1_825,
    min: 1,
    max: 36_500,
    about: "How long the source, memo and bank account of deposits and payouts are kept; then erased, amounts stay",
  }),
  agreedPriceKeepDays: integer({
    default: 7,
    min: 1,
    max: 3_650,
    about: "How long an agreed price that no order used is kept after it expired",
  }),
  viewKeepDays: integer({
    default: 400,
    min: 91,
    max: 36_500,
    about: "How long the daily view counts of products are kept; statistics show up to 90 days",
  }),
  unusedImageKeepDays: integer({
    default: 7,
    min: 2,
    max: 3_650,
    about: "How long an uploaded image that nothing uses is kept",
  }),
  replyTimeKeepDays: integer({
    default: 90,
    min: 1,
    max: 3_650,
    about: "How long a seller's reply times in the chat count and are kept",
  }),

  // Sign-in
  accessTokenSeconds: integer({ default: 900, min: 10, max: 86_400, about: "Life of an access token" }),
  testTokenSeconds: integer({ default: 86_400, min: 10, max: 604_800, about: "Life of a test account's token" }),
  accessCheckEveryMs: integer({
    default: 2_000,
    min: 100,
    max: 60_000,
    about: "How often an instance reads which accounts were suspended or closed, and which keys sign access tokens",
  }),
  adminSessionHours: integer({
    default: 12,
    min: 1,
    max: 720,
    about: "Hours after which an administrator signs in again",
  }),
  confirmMinutes: integer({
    default: 10,
    min: 1,
    max: 720,
    about: "Minutes after which payouts, refunds and suspensions ask for the password again",
  }),
  adminSecondFactor: flag({
    default: false,
    inProduction: true,
    about: "Administrators need a second factor (codes of an authenticator app)",
  }),
  refreshTokenDays: integer({ default: 30, min: 1, max: 365, about: "Life of a refresh token" }),
  verificationHours: integer({ default: 24, min: 1, max: 168, about: "Life of a verification mail's token" }),
  resetMinutes: integer({ default: 30, min: 1, max: 1_440, about: "Life of a password reset mail's token" }),
  passwordHashesMax: integer({ default: 2, min: 1, max: 64, about: "Passwords hashed at the same time" }),
  passwordQueueMax: integer({ default: 200, min: 1, max: 10_000, about: "Sign-ins that may wait for their hash" }),

  // Money
  settlement: text({
    default: "on-purchase",
    oneOf: ["on-purchase", "on-confirmation"],
    about: "When the seller is paid",
  }),
  feeBasisPoints: integer({ default: 0, min: 0, max: 9_999, about: "The marketplace's fee, in 1/10,000 of the price" }),
  paymentProvider: text({
    default: "fake",
    inProduction: "none",
    oneOf: ["none", "fake"],
    about: "Who takes deposits; none: they are refused",
  }),
  payoutProvider: text({
    default: "fake",
    inProduction: "none",
    oneOf: ["none", "fake"],
    about: "Who pays sellers out; none: payouts are refused",
  }),

  // Orders
  checkoutBatchMax: integer({ default: 256, min: 1, max: 1_000, about: "Checkouts in one transaction" }),
  checkoutQueueMax: integer({
    default: 5_000,
    min: 1,
    max: 100_000,
    about: "Checkouts under way at once; one more is told to come again",
  }),
  checkoutLinesMax: integer({ default: 100, min: 1, max: 500, about: "Lines of one order, and of a cart" }),
  stepLeaseMs: integer({
    default: 10_000,
    min: 100,
    max: 600_000,
    about: "After this long another copy resumes a step",
  }),
  resumeEveryMs: integer({ default: 2_000, min: 50, max: 600_000, about: "How often left-over steps are looked for" }),
  autoConfirmHours: integer({
    default: 168,
    min: 0,
    max: 8_760,
    about: "Delivered parts confirm themselves after this",
  }),
  productItemsMax: integer({ default: 100, min: 1, max: 1_000, about: "Items of one product" }),
  productCacheMax: integer({ default: 5_000, min: 0, max: 1_000_000, about: "Product pages kept in memory" }),
  searchCacheMax: integer({ default: 1_000, min: 0, max: 100_000, about: "Search answers kept in memory" }),

  // Chat
  chatBatchMax: integer({ default: 256, min: 1, max: 1_000, about: "Messages in one transaction" }),
  chatLanes: integer({ default: 2, min: 1, max: 16, about: "Transactions that store messages at the same time" }),
  chatQueueMax: integer({
    default: 5_000,
    min: 1,
    max: 100_000,
    about: "Messages that may wait to be stored; one more is told to come again",
  }),
  chatMembersMax: integer({ default: 100, min: 2, max: 1_000, about: "People in one room" }),
  chatSendsPerSecond: integer({ default: 5, min: 1, max: 10_000, about: "Messages a person may send per second" }),
  chatSendsBurst: integer({ default: 20, min: 1, max: 100_000, about: "Messages a person may send at once" }),
  chatFramesPerSecond: integer({ default: 50, min: 1, max: 100_000, about: "Frames a socket may send per second" }),
  chatSocketsPerPerson: integer({ default: 10, min: 1, max: 1_000, about: "Sockets of one person, per copy" }),
  chatHandshakesPerSecond: integer({
    default: 500,
    min: 1,
    max: 100_000,
    about: "New sockets a copy takes per second; more are told to come again",
  }),
  chatSocketsMax: integer({ default: 20_000, min: 1, max: 1_000_000, about: "Sockets of one copy" }),
  chatFrameMaxBytes: integer({ default: 16_384, min: 1_024, max: 1_048_576, about: "Largest frame of the socket" }),
  chatHelloMs: integer({ default: 5_000, min: 100, max: 60_000, about: "Time for a new socket to say who it is" }),
  chatHeartbeatMs: integer({ default: 25_000, min: 200, max: 300_000, about: "How often a client should ping" }),
  chatSlowBytes: integer({ default: 65_536, min: 1_024, max: 16_777_216, about: "Unsent bytes that drop typing" }),
  chatBehindBytes: integer({
    default: 262_144,
    min: 1_024,
    max: 67_108_864,
    about: "Unsent bytes that end pushing; the client has to ask",
  }),
  chatDropBytes: integer({ default: 1_048_576, min: 4_096, max: 268_435_456, about: "Unsent bytes that end a socket" }),
  chatDropMs: integer({ default: 30_000, min: 100, max: 600_000, about: "Time not read after which a socket ends" }),
  chatGoAwayMs: integer({
    default: 4_000,
    min: 0,
    max: 300_000,
    about: "Over this time sockets are sent to other copies at a stop",
  }),
  chatSweepMs: integer({
    default: 5_000,
    min: 50,
    max: 600_000,
    about: "How often a copy looks whether live push has missed something",
  }),
  chatOrigins: text({ default: "", about: "Other origins that pages may open sockets from, with commas between" }),
  chatNewAccountHours: integer({ default: 24, min: 0, max: 720, about: "How long an account counts as new" }),
  chatNewAccountRooms: integer({ default: 10, min: 1, max: 10_000, about: "Rooms a new account may open per day" }),
  chatRoomsPerDay: integer({ default: 200, min: 1, max: 100_000, about: "Rooms any account may open per day" }),
  chatLookupsPerHour: integer({
    default: 60,
    min: 1,
    max: 100_000,
    about: "People an account may look up by email per hour",
  }),
  chatOfferHours: integer({ default: 48, min: 1, max: 720, about: "Life of an offer, and of an agreed price" }),
  chatQuickRepliesMax: integer({ default: 50, min: 1, max: 1_000, about: "Quick replies of one account" }),
  chatUnreadMailSeconds: integer({ default: 300, min: 1, max: 86_400, about: "Unread for so long is told by mail" }),
  imageMaxBytes: integer({ default: 10_485_760, min: 1_024, max: 52_428_800, about: "Largest image upload" }),
  imageMaxPixels: integer({ default: 40_000_000, min: 10_000, max: 400_000_000, about: "Largest image, in pixels" }),
  imageStorage: text({
    default: "folder",
    oneOf: ["folder", "s3"],
    about: "Where images are kept: in the home folder, or in an S3-compatible store",
  }),
  s3Endpoint: text({
    default: "",
    about: "Address of the S3-compatible store, such as https://s3.example",
    secret: "credentials",
  }),
  s3Bucket: text({ default: "", about: "Bucket of the S3-compatible store" }),
  s3Region: text({ default: "us-east-1", about: "Region of the S3-compatible store" }),
  s3AccessKeyId: text({ default: "", about: "Key id for the S3-compatible store", secret: "value" }),
  s3SecretAccessKey: text({ default: "", about: "Secret key for the S3-compatible store", secret: "value" }),
} as const;

type Definitions = typeof definitions;
export type Settings = {
  readonly [Name in keyof Definitions]: Definitions[Name]["default"] extends infer D
    ? D extends number
      ? number
      : D extends boolean
        ? boolean
        : string
    : never;
};
export type SettingName = keyof Settings;

type Common = {
  env?: string;
  about: string;
  /** What is never printed: the whole value, or the user, password and query of an address. */
  secret?: "value" | "credentials";
};
type IntegerDefinition = Common & { type: "integer"; default: number; min: number; max: number };
type TextDefinition = Common & {
  type: "text";
  default: string;
  /** The default in production, where it is another one. A rehearsal has the ordinary defaults. */
  inProduction?: string;
  oneOf?: readonly string[];
};
type FlagDefinition = Common & { type: "flag"; default: boolean; inProduction?: boolean; on?: string };
type Definition = IntegerDefinition | TextDefinition | FlagDefinition;

function integer(definition: Omit<IntegerDefinition, "type">): IntegerDefinition {
  return { type: "integer", ...definition };
}
function text(definition: Omit<TextDefinition, "type">): TextDefinition {
  return { type: "text", ...definition };
}
function flag(definition: Omit<FlagDefinition, "type">): FlagDefinition {
  return { type: "flag", ...definition };
}

/** Something is wrong with the settings; the message says what, where and what to do. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

/**
 * Reads the settings from `env` and, where `env.JANGTEO_SETTINGS` or `jangteo.settings.json` names one, a JSON file.
 * Throws SettingsError on an unknown name, a value out of bounds, or with all that production still needs.
 */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const file = readSettingsFile(env.JANGTEO_SETTINGS);
  const given: Record<string, string | number | boolean> = {};
  for (const [name, definition] of Object.entries(definitions) as [string, Definition][]) {
    const variable = definition.env ?? environmentName(name);
    const fromEnv = env[variable];
    if (fromEnv !== undefined && fromEnv !== "")
      given[name] = parse(definition, fromEnv, `environment variable ${variable}`);
    else if (Object.hasOwn(file.values, name))
      given[name] = parse(definition, file.values[name], `"${name}" in ${file.path}`);
  }
  const settings = { ...defaults(given.production === true, given.rehearsal === true), ...given } as Settings;
  if (settings.kafkaBrokers || settings.kafkaRetentionHours !== definitions.kafkaRetentionHours.default)
    refuseUnsafeKafka(settings);
  refuseHalfTls(settings);
  refuseHalfKafkaLogin(settings);
  if (settings.production) refuseUnsafeProduction(settings);
  return Object.freeze(settings);
}

function refuseHalfTls(settings: Settings): void {
  const names = ["callTlsCaFile", "callTlsCertificateFile", "callTlsKeyFile"] as const;
  const missing = names.filter((name) => settings[name] === "");
  if (missing.length > 0 && missing.length < names.length)
    throw new SettingsError(
      `Calls over TLS need ${names.map(environmentName).join(", ")} together, or none of them; ${missing.map(environmentName).join(" and ")} is missing.`,
    );
}

function refuseHalfKafkaLogin(settings: Settings): void {
  const { kafkaSasl, kafkaTokenFile, kafkaTokenUrl } = settings;
  const problem = (text: string) => new SettingsError(`The sign-in at Kafka's brokers is incomplete: ${text}`);
  const missing = (names: readonly SettingName[]) => names.filter((name) => settings[name] === "").map(environmentName);
  if (settings.kafkaCaFile && !settings.kafkaTls)
    throw problem("JANGTEO_KAFKA_CA_FILE is of use with JANGTEO_KAFKA_TLS=on only.");
  if (kafkaSasl === "scram-sha-512") {
    const names = missing(["kafkaUser", "kafkaPassword"]);
    if (names.length > 0) throw problem(`scram-sha-512 needs ${names.join(" and ")}.`);
  } else if (settings.kafkaPassword)
    throw problem("JANGTEO_KAFKA_PASSWORD is of use with JANGTEO_KAFKA_SASL=scram-sha-512 only.");
  if (kafkaSasl === "oauthbearer") {
    if ((kafkaTokenFile === "") === (kafkaTokenUrl === ""))
      throw problem("oauthbearer needs JANGTEO_KAFKA_TOKEN_FILE, or else JANGTEO_KAFKA_TOKEN_URL.");
    const names = kafkaTokenUrl ? missing(["kafkaClientId", "kafkaClientSecret"]) : [];
    if (names.length > 0) throw problem(`JANGTEO_KAFKA_TOKEN_URL needs ${names.join(" and ")}.`);
    if (kafkaTokenUrl && !isHttps(kafkaTokenUrl) && !isThisMachine(URL.parse(kafkaTokenUrl)?.hostname ?? ""))
      throw problem("JANGTEO_KAFKA_TOKEN_URL must be an https address, since the client secret is sent to it.");
  } else if (kafkaTokenFile || kafkaTokenUrl)
    throw problem("a token is of use with JANGTEO_KAFKA_SASL=oauthbearer only.");
}

/** Throws SettingsError on settings that would lose or repeat events where they travel over Kafka. */
export function refuseUnsafeKafka(settings: Settings): void {
  const { eventKeepDays, kafkaRetentionHours, kafkaReplicas, kafkaMinInSyncReplicas } = settings;
  if (eventKeepDays * 24 < kafkaRetentionHours)
    throw new SettingsError(
      `Kafka would keep events for ${kafkaRetentionHours} hours (JANGTEO_KAFKA_RETENTION_HOURS), but consumers remember them for ${eventKeepDays * 24} only: an event that Kafka delivers again later would have its effect twice. Set JANGTEO_EVENT_KEEP_DAYS to at least ${Math.ceil(kafkaRetentionHours / 24)}.`,
    );
  if (kafkaReplicas > 0 && kafkaMinInSyncReplicas > kafkaReplicas)
    throw new SettingsError(
      `JANGTEO_KAFKA_MIN_IN_SYNC_REPLICAS (${kafkaMinInSyncReplicas}) is more than JANGTEO_KAFKA_REPLICAS (${kafkaReplicas}): no event could be sent.`,
    );
}

/** The default of every setting. */
function defaults(production: boolean, rehearsal: boolean): Settings {
  const values: Record<string, string | number | boolean> = {};
  for (const [name, definition] of Object.entries(definitions) as [string, Definition][]) {
    const inProduction = definition.type === "integer" ? undefined : definition.inProduction;
    // A rehearsal has the ordinary providers; what protects people holds there too.
    const isOrdinary = !production || (rehearsal && definition.type === "text");
    values[name] = isOrdinary ? definition.default : (inProduction ?? definition.default);
  }
  return values as Settings;
}

function refuseUnsafeProduction(settings: Settings): void {
  const problems: string[] = [];
  if (settings.secret === definitions.secret.default || settings.secret.length < 32)
    problems.push(
      "JANGTEO_SECRET must be at least 32 random characters of its own, for example from `openssl rand -base64 48`.",
    );
  if (!settings.rateLimits) problems.push("JANGTEO_RATE_LIMITS=off is for tests and benchmarks.");
  if (!settings.smtpUrl)
    problems.push("SMTP_URL must name the mail server, such as smtps://user:password@smtp.example:465.");
  if (!isHttps(settings.publicUrl))
    problems.push("JANGTEO_PUBLIC_URL must be the marketplace's address, such as https://shop.example.");
  for (const name of ["paymentProvider", "payoutProvider"] as const)
    if (settings[name] === "fake" && !settings.rehearsal)
      problems.push(
        `${environmentName(name)}=fake moves no money. Leave it out, or run a rehearsal: JANGTEO_REHEARSAL=on.`,
      );
  if (!settings.trustedNetwork) problems.push(...openConnections(settings));
  if (problems.length === 0) return;
  throw new SettingsError(`NODE_ENV=production cannot start with these settings:\n    - ${problems.join("\n    - ")}`);
}

function isHttps(address: string): boolean {
  return URL.parse(address)?.protocol === "https:";
}

function readSettingsFile(named: string | undefined): { path: string; values: Record<string, unknown> } {
  const path = named ?? "jangteo.settings.json";
  let content: string;
  try {
    content = readFileSync(path, "utf8");
  } catch (error) {
    if (named === undefined && (error as NodeJS.ErrnoException).code === "ENOENT") return { path, values: {} };
    throw new SettingsError(`The settings file ${path} cannot be read: ${(error as Error).message}`);
  }
  let values: unknown;
  try {
    values = JSON.parse(content);
  } catch (error) {
    // Without the piece of the file that the message quotes, which may be of a secret.
    const reason = (error as Error).message.replace(/, (\.\.\.)?".*/s, "");
    throw new SettingsError(`The settings file ${path} is not valid JSON: ${reason}`);
  }
  if (typeof values !== "object" || values === null || Array.isArray(values))
    throw new SettingsError(`The settings file ${path} must hold one JSON object.`);
  for (const name of Object.keys(values))
    if (!Object.hasOwn(definitions, name))
      throw new SettingsError(`${path} names an unknown setting "${name}". \`jangteo settings\` lists them all.`);
  return { path, values: values as Record<string, unknown> };
}

function parse(definition: Definition, raw: unknown, where: string): string | number | boolean {
  const butNot = definition.secret ? "" : `, not ${JSON.stringify(raw)}`;
  if (definition.type === "flag") {
    if (typeof raw === "boolean") return raw;
    if (definition.on !== undefined) return raw === definition.on;
    if (raw === "on" || raw === "true" || raw === "1") return true;
    if (raw === "off" || raw === "false" || raw === "0") return false;
    throw new SettingsError(`${where} must be on or off${butNot}.`);
  }
  if (definition.type === "integer") {
    const value = typeof raw === "string" && /^-?\d+$/.test(raw.trim()) ? Number(raw) : raw;
    if (typeof value === "number" && Number.isInteger(value) && value >= definition.min && value <= definition.max)
      return value;
    throw new SettingsError(`${where} must be a whole number from ${definition.min} to ${definition.max}${butNot}.`);
  }
  if (typeof raw !== "string") throw new SettingsError(`${where} must be a text${butNot}.`);
  if (definition.oneOf && !definition.oneOf.includes(raw))
    throw new SettingsError(`${where} must be one of ${definition.oneOf.join(", ")}${butNot}.`);
  return raw;
}

function environmentName(name: string): string {
  return `JANGTEO_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** One line per setting: name, environment variable, value, bounds, meaning. Secrets are not shown. */
export function describeSettings(settings: Settings): string {
  const ordinary = defaults(settings.production, settings.rehearsal);
  return (Object.entries(definitions) as [SettingName, Definition][])
    .map(([name, definition]) => {
      const bounds =
        definition.type === "integer"
          ? `${definition.min}..${definition.max}`
          : definition.type === "flag"
            ? "on|off"
            : (definition.oneOf?.join("|") ?? "text");
      const value = shownValue(definition, settings[name]);
      const changed = settings[name] === ordinary[name] ? " " : "*";
      return `${changed} ${name.padEnd(22)} ${(definition.env ?? environmentName(name)).padEnd(32)} ${value.padEnd(24)} ${bounds.padEnd(24)} ${definition.about}`;
    })
    .join("\n");
}

function shownValue({ secret }: Definition, value: string | number | boolean): string {
  if (secret === "value") return "(hidden)";
  return JSON.stringify(secret && typeof value === "string" ? withoutCredentials(value) : value);
}
