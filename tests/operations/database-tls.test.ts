import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@jangteo/kernel/database/embedded-postgres.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import pg from "pg";
import { issueAuthority, issueCertificate } from "../../apps/server/certificates/issue.ts";
import { freePorts } from "../../apps/server/free-ports.ts";
import { converged, runCommand, startMarketplace } from "../harness/marketplace.ts";

const folder = mkdtempSync(join(tmpdir(), "jangteo-database-tls-"));
let server: EmbeddedPostgres;
let port: number;

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content, { mode: 0o600 });
  return path;
}

/** A server that lets clients in over TLS alone, with a certificate for the name localhost and for no address. */
before(async () => {
  const authority = await issueAuthority("authority of the database", 10);
  const { certificate, key } = await issueCertificate(authority, { names: ["localhost"], days: 10 });
  file("ca.pem", authority.certificate);
  file("other-ca.pem", (await issueAuthority("authority of the database", 10)).certificate);
  [port] = (await freePorts(1)) as [number];
  server = await startEmbeddedPostgres({
    folder: join(folder, "postgres"),
    log: silentLogger(),
    parameters: {
      listen_addresses: "127.0.0.1",
      port: String(port),
      ssl: "on",
      ssl_cert_file: file("server.pem", certificate),
      ssl_key_file: file("server-key.pem", key),
      hba_file: file("hba.conf", "local all postgres trust\nhostssl all all 127.0.0.1/32 trust\n"),
    },
  });
});
after(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const address = (host: string, query: string) => `postgresql://postgres@${host}:${port}/jangteo?${query}`;
const verifyFull = (host: string, ca: string) => address(host, `sslmode=verify-full&sslrootcert=${join(folder, ca)}`);

/** Connections of the program, by what they are for, and whether they go over TLS. */
async function connections(): Promise<{ name: string; ssl: boolean }[]> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query<{ name: string; ssl: boolean }>(
    `SELECT DISTINCT application_name AS name, ssl FROM pg_stat_activity JOIN pg_stat_ssl USING (pid)
     WHERE application_name LIKE 'jangteo %'`,
  );
  await client.end();
  return rows;
}

test("every connection goes over TLS to a server whose name and authority are checked: pools, live push, migrations, commands", async () => {
  const market = await startMarketplace({ stage: "multi-module", databaseUrl: verifyFull("localhost", "ca.pem") });
  const { api } = market;
  const [seller, buyer] = [await api.seller(), await api.customer(5_000)];
  const product = await api.product(seller, [[1_000, 3]]);
  const bought = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 2 }], 2_000);
  assert.equal(bought.status, 201, JSON.stringify(bought.body));
  const room = await api.room(buyer, [seller], product.id);
  assert.ok(await api.say(buyer, room.id, "암호화해서 보냅니다"));
  await converged(market.databaseUrl);
  const open = await connections();
  for (const name of ["account", "order", "chat", "live push"])
    assert.ok(
      open.some((each) => each.name === `jangteo ${name}`),
      `${name} in ${JSON.stringify(open)}`,
    );
  assert.deepEqual(
    open.filter(({ ssl }) => !ssl),
    [],
  );
  assert.equal((await market.command("rotate-keys")).code, 0);
  await market.verify();
  await market.stop();
  const moved = await runCommand(["move-databases", "--apart"], { DATABASE_URL: market.databaseUrl });
  assert.equal(moved.code, 0, moved.output);
  const verified = await runCommand(["verify"], { DATABASE_URL: market.databaseUrl });
  assert.equal(verified.code, 0, verified.output);
});

test("a server with another name, of another authority, or whose authority's file is missing is refused, with the reason", async () => {
  for (const [url, told] of [
    [verifyFull("127.0.0.1", "ca.pem"), /its certificate is for another name .*127\.0\.0\.1/],
    [verifyFull("localhost", "other-ca.pem"), /its certificate is not of an authority that sslrootcert names/],
    [address("localhost", "sslmode=verify-full"), /its certificate is not of an authority that sslrootcert names/],
    [verifyFull("localhost", "none.pem"), /ENOENT: no such file or directory, open '.*none\.pem'/],
  ] as const)
    for (const command of [["start", "--stage", "multi-module"], ["verify"]]) {
      const startedAt = performance.now();
      const { code, output } = await runCommand(command, { DATABASE_URL: url, PORT: "0", JANGTEO_PAGES: "off" });
      assert.equal(code, 1, output);
      assert.match(output, told);
      assert.match(output, /The database of DATABASE_URL \(postgresql:\/\/\(hidden\)@/);
      assert.ok(performance.now() - startedAt < 20_000, "at once");
    }
});
