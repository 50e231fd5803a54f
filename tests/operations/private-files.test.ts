import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { runCommand, startMarketplace } from "../harness/marketplace.ts";

const folder = mkdtempSync(join(tmpdir(), "jangteo-private-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Whatever mask this suite runs with. */
process.umask(0o022);

/** What other users of the machine may do with a file or folder, and with all in it. */
function openToOthers(path: string): string[] {
  const { mode } = statSync(path);
  const open = (mode & 0o077) === 0 ? [] : [`${path} ${(mode & 0o777).toString(8)}`];
  if ((mode & 0o170000) !== 0o040000) return open;
  return [...open, ...readdirSync(path).flatMap((name) => openToOthers(join(path, name)))];
}

for (const stage of ["monolith", "multi-module"])
  test(`the home folder, its logs and its sockets are for their user alone: ${stage}`, async () => {
    const home = join(folder, stage, "home");
    const market = await startMarketplace({ stage, env: { JANGTEO_HOME: home } });
    await market.api.post("/accounts/customer/login", { email: "nobody@test.com", password: "x" });
    const logs = readdirSync(join(home, "logs"));
    assert.ok(logs.includes(stage === "monolith" ? "server.log" : "account-api-1.log"), logs.join());
    assert.deepEqual(openToOthers(home), []);
    await market.stop();
  });

test("a log that an earlier version left open to others is closed to them", async () => {
  const home = join(folder, "earlier");
  mkdirSync(join(home, "logs"), { recursive: true, mode: 0o755 });
  const log = join(home, "logs", "verify.log");
  writeFileSync(log, "");
  chmodSync(log, 0o644);
  await runCommand(["verify"], { JANGTEO_HOME: home, DATABASE_URL: "postgresql://127.0.0.1:1/none" });
  assert.equal(statSync(log).mode & 0o777, 0o600);
});
