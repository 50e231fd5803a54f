import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { connect } from "node:tls";
import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { OrderService } from "@jangteo/contracts/gen/jangteo/order/v1/order_pb.js";
import { createBalancer } from "@jangteo/kernel/rpc/remote/balancer.ts";
import { grpcClient } from "@jangteo/kernel/rpc/remote/grpc-client.ts";
import { type CallIdentity, readCallIdentity } from "@jangteo/kernel/rpc/remote/identity.ts";
import { createPushedMembership } from "@jangteo/kernel/rpc/remote/membership.ts";
import { createServiceTokens } from "@jangteo/kernel/rpc/remote/service-token.ts";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { type Issued, issueAuthority, issueCertificate } from "../../apps/server/certificates/issue.ts";
import { certificateFiles, ensureCertificates } from "../../apps/server/certificates/local-certificates.ts";
import { type Marketplace, runCommand, startMarketplace } from "../harness/marketplace.ts";

const folder = mkdtempSync(join(tmpdir(), "jangteo-tls-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const dayMs = 86_400_000;
const expected = (code: string) => (error: Error) => {
  assert.equal((error as { code?: string }).code, code, String(error));
  return true;
};

function identityOf(files: { ca: string; certificate: string; key: string }): CallIdentity {
  return {
    authority: readFileSync(files.ca),
    certificate: readFileSync(files.certificate),
    key: readFileSync(files.key),
  };
}

const settingsFor = (files: { ca: string; certificate: string; key: string }) =>
  readSettings({
    JANGTEO_CALL_TLS_CA_FILE: files.ca,
    JANGTEO_CALL_TLS_CERTIFICATE_FILE: files.certificate,
    JANGTEO_CALL_TLS_KEY_FILE: files.key,
  });

describe("calls between the processes of a stage", () => {
  const home = join(folder, "home");
  let market: Marketplace;
  let addresses: Record<string, string>;
  before(async () => {
    market = await startMarketplace({ stage: "multi-module", env: { JANGTEO_HOME: home } });
    const copies = (await market.copies()) as unknown as { service: string; callAddress: string }[];
    addresses = Object.fromEntries(copies.map(({ service, callAddress }) => [service, callAddress]));
  });
  after(async () => {
    await market?.verify();
    await market?.stop();
  });

  /** Calls what listens at `address` as `process`, with a service token that is good; a service that `provider` has. */
  async function call(
    process: string,
    address: string,
    identity: CallIdentity | undefined,
    provider = process,
  ): Promise<unknown> {
    const membership = createPushedMembership();
    membership.set({ [process]: [address] });
    const balancer = createBalancer(process, membership, silentLogger(), identity);
    const tokens = createServiceTokens(readSettings({}).secret, "test");
    const options = { balancer, tokens, timeoutMs: 1_500, strict: false, log: silentLogger() };
    try {
      return provider === "order-api"
        ? await grpcClient(OrderService, options).reconcile({})
        : await grpcClient(AccountService, options).getPublicKeys({});
    } finally {
      balancer.stop();
    }
  }
  const own = (process: string) => identityOf(certificateFiles(join(home, "tls"), process));

  test("are taken from a process with a certificate of the marketplace", async () => {
    assert.ok(await call("order-api", addresses["order-api"]!, own("chat-api")));
    assert.ok(await call("account-api", addresses["account-api"]!, own("order-api")));
  });

  test("are refused without TLS, without a certificate, and with one of another authority, whatever their token", async () => {
    const address = addresses["order-api"]!;
    const other = await issueAuthority("Jangteo local authority", 10);
    const { certificate, key } = await issueCertificate(other, { names: ["chat-api.jangteo.internal"], days: 10 });
    const foreign = { ...own("chat-api"), certificate: Buffer.from(certificate), key: Buffer.from(key) };
    await assert.rejects(call("order-api", address, undefined), expected("UNAVAILABLE"));
    await assert.rejects(call("order-api", address, foreign), expected("UNAVAILABLE"));
    // What the server itself says, at the end of the handshake.
    assert.match(await handshake(address, { ca: own("chat-api").authority }), /certificate required/i);
    assert.equal(await handshake(address, { ca: own("chat-api").authority, cert: certificate, key }), "closed");
    assert.equal(await handshake(address, { ca: own("chat-api").authority, ...pem(own("chat-api")) }), "open");
  });

  test("are not made to a process of another kind, or of another authority, at the address of the right one", async () => {
    await assert.rejects(
      call("order-api", addresses["account-api"]!, own("chat-api"), "account-api"),
      expected("UNAVAILABLE"),
      "it names account-api",
    );
    const other = await issueAuthority("Jangteo local authority", 10);
    const trusting = { ...own("chat-api"), authority: Buffer.from(other.certificate) };
    await assert.rejects(call("order-api", addresses["order-api"]!, trusting), expected("UNAVAILABLE"));
  });

  test("the keys are for their user alone, a key for each kind of process", () => {
    const keys = ["account-api", "order-api", "chat-api"].map((name) => certificateFiles(join(home, "tls"), name).key);
    for (const path of [...keys, join(home, "tls", "authority", "ca-key.pem")])
      assert.equal(statSync(path).mode & 0o777, 0o600, path);
    assert.equal(new Set(keys.map((path) => readFileSync(path, "utf8"))).size, 3);
  });

  test("a certificate that soon expires is made anew before an instance is replaced, and the others accept it", async () => {
    const files = certificateFiles(join(home, "tls"), "order-api");
    const authority: Issued = {
      certificate: readFileSync(join(home, "tls", "authority", "ca.pem"), "utf8"),
      key: readFileSync(join(home, "tls", "authority", "ca-key.pem"), "utf8"),
    };
    const soon = await issueCertificate(authority, { names: ["order-api.jangteo.internal"], days: 30 });
    writeFileSync(files.certificate, soon.certificate);
    writeFileSync(files.key, soon.key);
    const deployed = await market.command("deploy", "--version", "2");
    assert.equal(deployed.code, 0, deployed.output);
    assert.notEqual(readFileSync(files.certificate, "utf8"), soon.certificate);
    const seller = await market.api.seller();
    await market.api.product(seller, [[1_000, 1]]);
  });
});

const pem = ({ certificate, key }: CallIdentity) => ({ cert: certificate, key });

/** How a TLS connection by hand ends: "open" while the server leaves it open, else what it says. */
function handshake(address: string, options: object): Promise<string> {
  const [host, port] = address.split(":") as [string, string];
  return new Promise<string>((resolve) => {
    const socket = connect({
      host,
      port: Number(port),
      servername: "order-api.jangteo.internal",
      ALPNProtocols: ["h2"],
      ...options,
    });
    // The server's settings frame: it has accepted the client's certificate.
    socket.once("data", () => resolve("open"));
    socket.once("error", (error) => resolve(error.message));
    socket.once("close", () => resolve("closed"));
  });
}

describe("certificates of the home folder", () => {
  const made = (name: string) => join(folder, name);

  test("stay as they are, and are made anew 60 days before they expire", async () => {
    const now = Date.now();
    const names = ["order-api", "chat-api"];
    assert.deepEqual(await ensureCertificates(made("aging"), names, now), names);
    const read = () => readFileSync(certificateFiles(made("aging"), "order-api").certificate, "utf8");
    const first = read();
    assert.deepEqual(await ensureCertificates(made("aging"), names, now + 300 * dayMs), []);
    assert.equal(read(), first);
    assert.deepEqual(await ensureCertificates(made("aging"), names, now + 310 * dayMs), names);
    const second = new X509Certificate(read());
    assert.ok(second.validToDate.getTime() > now + 600 * dayMs);
    const authority = () => readFileSync(join(made("aging"), "authority", "ca.pem"), "utf8");
    const before_ = authority();
    assert.deepEqual(await ensureCertificates(made("aging"), names, now + 3_000 * dayMs), names);
    assert.notEqual(authority(), before_);
  });

  test("what was half-written, or does not fit together, is made anew", async () => {
    await ensureCertificates(made("torn"), ["order-api", "chat-api"]);
    const [order, chat] = ["order-api", "chat-api"].map((name) => certificateFiles(made("torn"), name));
    writeFileSync(order!.key, readFileSync(chat!.key));
    assert.deepEqual(await ensureCertificates(made("torn"), ["order-api", "chat-api"]), ["order-api"]);
    writeFileSync(chat!.certificate, "-----BEGIN CERTIFICATE-----\n");
    assert.deepEqual(await ensureCertificates(made("torn"), ["order-api", "chat-api"]), ["chat-api"]);
    assert.deepEqual(readdirSync(join(made("torn"), "order-api")).sort(), ["ca.pem", "certificate.pem", "key.pem"]);
  });

  test("`jangteo certificates` makes them for processes that are started by hand", async () => {
    const home = made("by-hand");
    const run = () => runCommand(["certificates", "--stage", "microservices"], { JANGTEO_HOME: home });
    assert.match((await run()).output, /Made certificates for account-api, order-api, chat-api, web/);
    const { code, output } = await run();
    assert.equal(code, 0, output);
    assert.match(output, /valid for 60 days at least/);
    assert.ok(readCallIdentity(settingsFor(certificateFiles(join(home, "tls"), "web")), "web"));
  });
});

describe("certificates of the settings", () => {
  const files = certificateFiles(join(folder, "settings"), "order-api");
  before(() => ensureCertificates(join(folder, "settings"), ["order-api", "chat-api"]));
  const wrong = (changed: Partial<typeof files>, pattern: RegExp) =>
    assert.throws(() => readCallIdentity(settingsFor({ ...files, ...changed }), "order-api"), pattern);

  test("come together or not at all", () => {
    assert.throws(
      () => readSettings({ JANGTEO_CALL_TLS_CA_FILE: files.ca }),
      /together, or none of them; JANGTEO_CALL_TLS_CERTIFICATE_FILE and JANGTEO_CALL_TLS_KEY_FILE is missing/,
    );
    assert.equal(readCallIdentity(readSettings({}), "order-api"), undefined);
    assert.ok(readCallIdentity(settingsFor(files), "order-api"));
  });

  test("that cannot be used are refused by name, before a call is taken", async () => {
    wrong({ key: join(folder, "none.pem") }, /none\.pem for calls over TLS cannot be used: ENOENT/);
    const chat = certificateFiles(join(folder, "settings"), "chat-api");
    wrong(chat, /must name order-api\.jangteo\.internal .*but names DNS:chat-api\.jangteo\.internal/);
    wrong({ key: chat.key }, /does not go with its key or authority/);
    const authority = await issueAuthority("test", 10);
    const write = async (name: string, days: number, now: number) => {
      const issued = await issueCertificate(authority, { names: ["order-api.jangteo.internal"], days }, now);
      const written = { ca: files.ca, certificate: join(folder, `${name}.pem`), key: join(folder, `${name}-key.pem`) };
      writeFileSync(written.certificate, issued.certificate);
      writeFileSync(written.key, issued.key, { mode: 0o600 });
      return written;
    };
    wrong(await write("expired", 1, Date.now() - 2 * dayMs), /expired on/);
    wrong(await write("early", 5, Date.now() + 2 * dayMs), /valid from .* only/);
    chmodSync(files.key, 0o644);
    wrong({}, /key\.pem is open to other users \(mode 644\)\. Run: chmod 600/);
    chmodSync(files.key, 0o600);
  });

  test("production refuses to call other processes without them, unless the network is trusted", async () => {
    const production = {
      NODE_ENV: "production",
      JANGTEO_SECRET: "0123456789abcdef0123456789abcdef",
      SMTP_URL: "smtp://127.0.0.1:1",
      JANGTEO_PUBLIC_URL: "https://shop.example",
      DATABASE_URL: "postgresql://127.0.0.1:1/none",
      JANGTEO_DATABASE_START_WAIT_MS: "0",
    };
    const serve = (env: Record<string, string>) =>
      runCommand(["serve", "--stage", "multi-module", "--process", "order-api"], { ...production, ...env });
    const refused = await serve({});
    assert.equal(refused.code, 2, refused.output);
    assert.match(refused.output, /Calls between processes need TLS in production: set JANGTEO_CALL_TLS_CA_FILE/);
    assert.doesNotMatch((await serve({ JANGTEO_TRUSTED_NETWORK: "on" })).output, /need TLS/);
  });
});
