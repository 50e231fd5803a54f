import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { connectionOptions, eventTopic, type KafkaSettings } from "@jangteo/kernel/events/kafka/connection.ts";
import { createKafkaBus } from "@jangteo/kernel/events/kafka/kafka-bus.ts";
import { kafkaDelivery } from "@jangteo/kernel/events/kafka/kafka-delivery.ts";
import { tokensOfClient, tokensOfFile } from "@jangteo/kernel/events/kafka/tokens.ts";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { Admin, Consumer, stringDeserializers } from "@platformatic/kafka";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { issueAuthority, issueCertificate } from "../../apps/server/certificates/issue.ts";
import { type Broker, startBroker } from "../../apps/server/kafka/broker.ts";
import { kafkaSettings } from "../../apps/server/topology.ts";
import { createDatabase, runCommand } from "../harness/marketplace.ts";
import { withoutJava } from "../harness/s3-server.ts";
import { until } from "../harness/until.ts";

// Before any test: the hook below would run as soon as the tests that are known by then are over.
const cannotRun = await withoutJava();
const folder = mkdtempSync(join(tmpdir(), "jangteo-kafka-security-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content, { mode: 0o600 });
  return path;
}

const issuer = "https://sign-in.example";

/** An authorization server: tokens for one client, and the keys that they are signed with. */
async function startTokenServer() {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "1", alg: "RS256", use: "sig" };
  let requests = 0;
  let lifeSeconds = 300;
  const sign = (audience = "kafka") =>
    new SignJWT({ scope: "events" })
      .setProtectedHeader({ alg: "RS256", kid: "1" })
      .setIssuer(issuer)
      .setSubject("shop")
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${lifeSeconds}s`)
      .sign(privateKey);
  const server: Server = createServer((request, response) => {
    if (request.url === "/keys") return void response.end(JSON.stringify({ keys: [jwk] }));
    requests++;
    const isGood = request.headers.authorization === `Basic ${Buffer.from("shop:hunter%202").toString("base64")}`;
    if (!isGood) return void response.writeHead(401).end("{}");
    void sign().then((token) =>
      response.end(JSON.stringify({ access_token: token, token_type: "bearer", expires_in: lifeSeconds })),
    );
    return undefined;
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    sign,
    requests: () => requests,
    setLife: (seconds: number) => (lifeSeconds = seconds),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

type TokenServer = Awaited<ReturnType<typeof startTokenServer>>;

test("tokens of a client are fetched once for most of their life, and again after a failure", async () => {
  const server = await startTokenServer();
  try {
    const client = { url: `${server.url}/token`, clientId: "shop", scope: "" };
    await assert.rejects(tokensOfClient({ ...client, clientSecret: "wrong" })(), /responded with 401/);
    const tokens = tokensOfClient({ ...client, clientSecret: "hunter 2" });
    const before_ = server.requests();
    const [first, second] = await Promise.all([tokens(), tokens()]);
    assert.equal(first, second);
    assert.equal(await tokens(), first);
    assert.equal(server.requests(), before_ + 1);
    server.setLife(1);
    const short = tokensOfClient({ ...client, clientSecret: "hunter 2" });
    const old = await short();
    await until(async () => (await short()) !== old, { timeoutMs: 5_000 });
  } finally {
    server.stop();
  }
  await assert.rejects(tokensOfFile(file("no-token", "two words"))(), /contains no token/);
});

describe("a broker that speaks TLS and asks who signs in", { skip: cannotRun }, () => {
  let broker: Broker;
  let tokenServer: TokenServer;
  let env: Record<string, string>;
  before(async () => {
    const authority = await issueAuthority("authority of the brokers", 10);
    const { certificate, key } = await issueCertificate(authority, {
      names: ["kafka.example"],
      addresses: ["127.0.0.1"],
      days: 10,
    });
    file("other-ca.pem", (await issueAuthority("authority of the brokers", 10)).certificate);
    tokenServer = await startTokenServer();
    const oauth = "org.apache.kafka.common.security.oauthbearer";
    broker = await startBroker({
      folder: join(folder, "kafka"),
      port: 0,
      tls: { authority: Buffer.from(authority.certificate) },
      properties: {
        "ssl.keystore.type": "PEM",
        "ssl.keystore.location": file("broker.pem", key + certificate),
        "ssl.truststore.type": "PEM",
        "ssl.truststore.location": file("ca.pem", authority.certificate),
        "sasl.enabled.mechanisms": "SCRAM-SHA-512,OAUTHBEARER",
        "listener.name.client.oauthbearer.sasl.jaas.config": `${oauth}.OAuthBearerLoginModule required;`,
        "listener.name.client.oauthbearer.sasl.server.callback.handler.class": `${oauth}.OAuthBearerValidatorCallbackHandler`,
        "sasl.oauthbearer.jwks.endpoint.url": `${tokenServer.url}/keys`,
        "sasl.oauthbearer.expected.audience": "kafka",
        "sasl.oauthbearer.expected.issuer": issuer,
      },
      javaProperties: { "org.apache.kafka.sasl.oauthbearer.allowed.urls": `${tokenServer.url}/keys` },
    });
    env = { KAFKA_BROKERS: broker.address, JANGTEO_KAFKA_TLS: "on", JANGTEO_KAFKA_CA_FILE: join(folder, "ca.pem") };
  });
  after(async () => {
    await broker?.stop();
    tokenServer?.stop();
  });

  const scram = (password = broker.login.password) => ({
    JANGTEO_KAFKA_SASL: "scram-sha-512",
    JANGTEO_KAFKA_USER: broker.login.user,
    JANGTEO_KAFKA_PASSWORD: password,
  });
  const client = (secret: string) => ({
    JANGTEO_KAFKA_SASL: "oauthbearer",
    JANGTEO_KAFKA_TOKEN_URL: `${tokenServer.url}/token`,
    JANGTEO_KAFKA_CLIENT_ID: "shop",
    JANGTEO_KAFKA_CLIENT_SECRET: secret,
  });
  const tokenFile = (token: string) => ({
    JANGTEO_KAFKA_SASL: "oauthbearer",
    JANGTEO_KAFKA_TOKEN_FILE: file("token", `${token}\n`),
  });
  const settingsOf = (more: Record<string, string>): KafkaSettings =>
    kafkaSettings(readSettings({ ...env, JANGTEO_KAFKA_PREFIX: `test-${randomUUID()}`, ...more }))!;

  /** An event and a live message from end to end. */
  async function roundTrip(settings: KafkaSettings): Promise<void> {
    const log = silentLogger();
    const delivery = kafkaDelivery(settings, "teller", log);
    const event = { id: randomUUID(), type: "test", key: "a", payloadJson: '{"a":1}' };
    const destinations = await delivery.destinations();
    await destinations.find(({ wants }) => wants(event))!.deliver([event]);
    await delivery.stop();
    const consumer = new Consumer<string, string, string, string>({
      ...connectionOptions(settings, "hearer"),
      groupId: `${settings.prefix}.hearer`,
      deserializers: stringDeserializers,
    });
    const stream = await consumer.consume({ topics: [eventTopic(settings, "teller")], mode: "earliest" });
    for await (const message of stream) {
      assert.equal(message.value, event.payloadJson);
      break;
    }
    await consumer.close(true);
    const [first, second] = [0, 1].map(() => createKafkaBus({ settings, modules: ["teller"], log }));
    const heard: unknown[] = [];
    second!.topic("teller").subscribe((message) => heard.push(message));
    await until(() => {
      first!.topic("teller").publish("hello");
      return heard.includes("hello");
    });
    await Promise.all([first!.stop(), second!.stop()]);
  }

  async function connect(settings: KafkaSettings): Promise<void> {
    const admin = new Admin({ ...connectionOptions(settings, "test"), retries: 0, timeout: 3_000 });
    try {
      await admin.metadata({ topics: [] });
    } finally {
      await admin.close().catch(() => undefined);
    }
  }
  const refused = (more: Record<string, string>) => assert.rejects(connect(settingsOf(more)), JSON.stringify(more));

  test("takes events over TLS with SCRAM-SHA-512, with a token of a file, and with one for client credentials", async () => {
    await roundTrip(settingsOf(scram()));
    await roundTrip(settingsOf(tokenFile(await tokenServer.sign())));
    await roundTrip(settingsOf(client("hunter 2")));
  });

  test("refuses a wrong password, wrong tokens, and whoever does not sign in or speaks no TLS", async () => {
    await connect(settingsOf(scram()));
    await refused({});
    await refused(scram("x".repeat(43)));
    await refused({ ...scram(), JANGTEO_KAFKA_USER: "another" });
    await refused(client("wrong"));
    await refused(tokenFile(await tokenServer.sign("another audience")));
    await refused(tokenFile((await tokenServer.sign()).replace(/.{4}$/, "AAAA")));
    await refused({ ...scram(), JANGTEO_KAFKA_TLS: "off", JANGTEO_KAFKA_CA_FILE: "" });
  });

  test("is refused by us when its certificate is of another authority, or names another host", async () => {
    await refused({ ...scram(), JANGTEO_KAFKA_CA_FILE: join(folder, "other-ca.pem") });
    await refused({ ...scram(), JANGTEO_KAFKA_CA_FILE: "" });
    await refused({ ...scram(), KAFKA_BROKERS: broker.address.replace("127.0.0.1", "localhost") });
  });

  test("a start says why the brokers do not let it in", async () => {
    const start = async (more: Record<string, string>) => {
      const home = { JANGTEO_HOME: join(folder, "home"), JANGTEO_PAGES: "off", PORT: "0" };
      const { code, output } = await runCommand(["start", "--stage", "microservices"], {
        ...env,
        ...home,
        DATABASE_URL: await createDatabase(),
        ...more,
      });
      assert.notEqual(code, 0, output);
      return output;
    };
    assert.match(await start(scram("wrong")), /cannot be reached:.*SASL authentication failed/);
    assert.match(
      await start({ ...scram(), JANGTEO_KAFKA_CA_FILE: join(folder, "none.pem") }),
      /CA_FILE cannot be read/,
    );
    assert.match(
      await start({ ...scram(), JANGTEO_KAFKA_CA_FILE: join(folder, "other-ca.pem") }),
      /cannot be reached:.*(self-signed|unable to verify|signature)/i,
    );
  });
});

describe("a broker of our own", { skip: cannotRun }, () => {
  test("keeps its events when the password is new to it, as after an update", async () => {
    const home = join(folder, "own");
    const settings = ({ address, login }: Broker) =>
      kafkaSettings(readSettings({ JANGTEO_KAFKA_PREFIX: "own" }), { brokers: address, login })!;
    const first = await startBroker({ folder: home, port: 0 });
    const delivery = kafkaDelivery(settings(first), "teller", silentLogger());
    await delivery.destinations();
    await delivery.stop();
    await first.stop();
    rmSync(join(home, "password"));
    const second = await startBroker({ folder: home, port: 0 });
    assert.notEqual(second.login.password, first.login.password);
    const admin = new Admin({ ...connectionOptions(settings(second), "test"), strict: false });
    assert.ok((await admin.listTopics()).includes("own.events.teller"));
    await admin.close();
    await second.stop();
  });
});
