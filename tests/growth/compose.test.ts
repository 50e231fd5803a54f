import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { composeFile } from "../../apps/server/compose-file.ts";
import { stages } from "../../stages/stages.ts";
import { createApiClient } from "../harness/api-client.ts";
import { createDatabase, verifyDatabase } from "../harness/marketplace.ts";
import { startNameServer, withoutDnsmasq } from "../harness/name-server.ts";
import { type Program, startProgram } from "../harness/program.ts";
import { until } from "../harness/until.ts";

type Service = {
  image: string;
  command?: string[];
  environment: Record<string, string>;
  ports?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  volumes?: (string | { source: string })[];
  deploy?: { replicas: number };
};
type Compose = { services: Record<string, Service>; volumes: Record<string, object> };

const read = (stage: string) => parse(readFileSync(`infra/containers/compose.${stage}.yaml`, "utf8")) as Compose;

for (const stage of Object.values(stages).filter(({ processes }) => processes.length > 1))
  test(`the Compose file of ${stage.name} is what its stage says, and hangs together`, () => {
    const written = readFileSync(`infra/containers/compose.${stage.name}.yaml`, "utf8");
    assert.equal(written, composeFile(stage), "run `npm run generate`");
    const { services, volumes } = read(stage.name);
    for (const { image, environment } of Object.values(services).filter(({ image }) => image === "jangteo"))
      assert.equal(environment.JANGTEO_REHEARSAL, "on", `${image} has fake payments in production`);
    for (const { name, copies } of stage.processes) assert.equal(services[name]!.deploy?.replicas ?? 1, copies);
    for (const [name, { depends_on: needs = {}, volumes: mounts = [] }] of Object.entries(services)) {
      for (const [need, { condition }] of Object.entries(needs)) {
        const ends = condition === "service_completed_successfully";
        assert.ok(ends ? services[need]?.command : services[need]?.healthcheck, `${name} waits for ${need}`);
      }
      for (const mount of mounts) {
        const source = typeof mount === "string" ? mount.split(":")[0]! : mount.source;
        assert.ok(Object.hasOwn(volumes, source), `${name} mounts ${source}`);
      }
    }
  });

describe("what the Compose file starts", { skip: withoutDnsmasq() }, () => {
  test("the very commands and ports, each process at an address of its own, found in DNS: a purchase and a message", async () => {
    const { services } = read("multi-module");
    const names = await startNameServer();
    const databaseUrl = await createDatabase();
    const home = mkdtempSync(join(tmpdir(), "jangteo-compose-"));
    const programs: Program[] = [];
    const socketFolder = new URLSearchParams(databaseUrl.split("?")[1]).get("host")!;
    let output = "";
    try {
      const { certificates, ...others } = services;
      const ours = Object.entries(others).filter(([, { image }]) => image === "jangteo");
      // In an image all processes have one /data; here each has a home folder of its own.
      const tlsHome = join(home, "certificates");
      const placed = (environment: Record<string, string>) =>
        Object.fromEntries(
          Object.entries(environment).map(([name, value]) => [
            name,
            process.env.TEST_CONTAINER ? value : value.replace(/^\/data\//, `${tlsHome}/`),
          ]),
        );
      const maker = startProgram(certificates!.command!, { NODE_ENV: "development" }, { home: tlsHome, socketFolder });
      await until(() => maker.process.exitCode === 0, { timeoutMs: 30_000 });
      const addresses = new Map(ours.map(([name], index) => [name, `127.0.0.${20 + index}`]));
      names.publish(Object.fromEntries([...addresses].map(([name, address]) => [name, [address]])));
      for (const [name, { command, environment }] of ours) {
        const program = startProgram(
          command!,
          {
            ...placed(environment),
            // As in the file, but for what stands for the containers: addresses, data, and test accounts.
            HOST: addresses.get(name),
            JANGTEO_SECRET: "a secret of this test, more than 32 characters long",
            ...(environment.DATABASE_URL && { DATABASE_URL: databaseUrl }),
            JANGTEO_DNS_SERVERS: names.address,
            JANGTEO_DNS_EVERY_MS: "500",
            JANGTEO_DRAIN_DELAY_MS: "0",
            JANGTEO_RATE_LIMITS: "off",
            SMTP_URL: "",
            JANGTEO_PUBLIC_URL: "",
            NODE_ENV: "development",
          },
          { home: join(home, name), socketFolder },
        );
        for (const stream of [program.process.stdout, program.process.stderr])
          stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
        programs.push(program);
      }
      const gateway = `http://${addresses.get("gateway")}:${services.gateway!.environment.PORT}`;
      await until(async () => (await fetch(`${gateway}/health/ready`)).status === 200, {
        timeoutMs: 30_000,
        everyMs: 100,
        why: () => output,
      });
      const api = createApiClient(gateway);
      const [seller, buyer] = [await api.seller(), await api.customer(5_000)];
      const product = await api.product(seller, [[1_000, 3]]);
      const bought = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 2 }], 2_000, randomUUID());
      assert.equal(bought.status, 201, JSON.stringify(bought.body));
      const { id: room } = await api.room(buyer, [seller], product.id);
      assert.equal(await api.say(buyer, room, "컨테이너에서도 잘 되네요"), 2);
      for (const program of programs) program.terminate();
      await until(() => programs.every(({ process }) => process.exitCode === 0), {
        timeoutMs: 20_000,
        why: () => output,
      });
      await verifyDatabase(databaseUrl);
    } finally {
      for (const { process } of programs) process.kill("SIGKILL");
      names.stop();
      rmSync(home, { recursive: true, force: true });
    }
  });
});
