import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { PriceAgreed } from "@jangteo/contracts/events.ts";
import { connectionOptions, isSignInRefused, type KafkaLogin } from "@jangteo/kernel/events/kafka/connection.ts";
import { outboxEvent } from "@jangteo/kernel/events/outbox.ts";
import {
  alterUserScramCredentialsV0,
  Connection,
  Producer,
  ScramMechanisms,
  stringSerializers,
} from "@platformatic/kafka";
import { askStatus } from "../../apps/server/runner/control.ts";
import type { Person } from "../harness/api-client.ts";
import { converged, type Marketplace, startMarketplace } from "../harness/marketplace.ts";
import { withoutJava } from "../harness/s3-server.ts";
import { until } from "../harness/until.ts";

describe("somebody on the same machine who forges an agreed price", { skip: await withoutJava() }, () => {
  const home = mkdtempSync(join(tmpdir(), "jangteo-forged-"));
  let market: Marketplace;
  let address: string;
  let buyer: Person;
  let seller: Person;
  let itemId: string;
  before(async () => {
    // The broker that the stage starts itself.
    const env = { JANGTEO_HOME: home, KAFKA_BROKERS: "", JANGTEO_KAFKA_PREFIX: "jangteo" };
    market = await startMarketplace({ stage: "microservices", env });
    address = (await askStatus(home))!.kafka!;
    [seller, buyer] = [await market.api.seller(), await market.api.customer(100_000)];
    itemId = (await market.api.product(seller, [[10_000, 10]])).items[0].id as string;
  });
  after(async () => {
    await market?.verify();
    await market?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  /** Sends what the chat sends when buyer and seller agree on one point. */
  async function forge(login: KafkaLogin | undefined, quantity: number): Promise<void> {
    const event = outboxEvent(PriceAgreed, randomUUID(), {
      offerId: randomUUID(),
      buyerId: buyer.id,
      sellerId: seller.id,
      itemId,
      quantity,
      price: 1n,
      expiresAtMs: BigInt(Date.now() + 3_600_000),
    });
    const producer = new Producer({
      ...connectionOptions({ brokers: [address], login }, "thief"),
      serializers: stringSerializers,
      retries: 0,
      timeout: 3_000,
      requestTimeout: 3_000,
    });
    const { id, type, key, payload } = event;
    const message = { topic: "jangteo.events.chat", key, value: JSON.stringify(payload), headers: { id, type } };
    try {
      await producer.send({ messages: [message], acks: -1 });
    } finally {
      await producer.close(true).catch(() => undefined);
    }
  }
  const buy = (quantity: number, total: number) => market.api.buy(buyer, [{ itemId, quantity }], total);
  const wrongPassword: KafkaLogin = { mechanism: "SCRAM-SHA-512", user: "jangteo", password: "x".repeat(43) };

  test("cannot put it on the topic without the password in the home folder", async () => {
    await assert.rejects(forge(undefined, 1), "without signing in");
    await assert.rejects(forge(wrongPassword, 1), isSignInRefused);
    assert.equal(statSync(join(home, "kafka", "password")).mode & 0o777, 0o600);
    assert.equal(statSync(join(home, "kafka", "server.properties")).mode & 0o777, 0o600);
    await converged(market.databaseUrl);
    const refused = await buy(1, 1);
    assert.equal(refused.status, 409, JSON.stringify(refused.body));
  });

  test("cannot set a password at the broker's controller either", async () => {
    const properties = readFileSync(join(home, "kafka", "server.properties"), "utf8");
    const port = Number(/CONTROLLER:\/\/127\.0\.0\.1:(\d+)/.exec(properties)![1]);
    const setPassword = async (sasl: { username: string; password: string } | undefined) => {
      const connection = new Connection("thief", {
        connectTimeout: 3_000,
        requestTimeout: 3_000,
        ...(sasl && { sasl: { mechanism: "PLAIN" as const, ...sasl } }),
      });
      connection.on("error", () => undefined);
      try {
        await connection.connect("127.0.0.1", port);
        const credential = { name: "jangteo", mechanism: ScramMechanisms.SCRAM_SHA_512, iterations: 4_096 };
        const salted = { ...credential, salt: Buffer.alloc(32, 1), saltedPassword: Buffer.alloc(64, 1) };
        await alterUserScramCredentialsV0.api.async(connection, [], [salted]);
      } finally {
        await connection.close().catch(() => undefined);
      }
    };
    await assert.rejects(setPassword(undefined));
    for (const username of ["controller", "jangteo", "admin"])
      await assert.rejects(setPassword({ username, password: wrongPassword.password }), username);
  });

  test("could with it: so that the tests above show something", async () => {
    const password = readFileSync(join(home, "kafka", "password"), "utf8");
    await forge({ mechanism: "SCRAM-SHA-512", user: "jangteo", password }, 2);
    await until(async () => (await buy(2, 2)).status === 201, { timeoutMs: 15_000, everyMs: 200 });
  });
});
