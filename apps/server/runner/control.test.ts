import assert from "node:assert/strict";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { askStatus, serveControl } from "./control.ts";
import type { Runner } from "./runner.ts";

const folder = mkdtempSync(join(tmpdir(), "jangteo-control-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const running = { stage: "multi-module", address: "http://127.0.0.1:8000", kafka: undefined, hasOwnKafka: false };
const runner = { copies: () => [] } as unknown as Runner;
const modeOf = (path: string) => statSync(path).mode & 0o777;

function homeNamed(name: string): string {
  const home = join(folder, name);
  mkdirSync(home);
  return home;
}

test("the runner of a home folder is asked over a socket that is its user's alone", async () => {
  const home = homeNamed("short");
  assert.equal(await askStatus(home), undefined);
  const before = process.umask(0);
  const control = await serveControl(home, running, runner);
  process.umask(before);
  assert.equal(modeOf(join(home, "control.sock")), 0o600);
  assert.equal((await askStatus(home))?.stage, "multi-module");
  await control.stop();
  assert.equal(await askStatus(home), undefined);
});

test("where its path is too long, the socket is in a folder of its user alone, under a name that cannot be known before", async () => {
  const home = homeNamed("long".repeat(30));
  assert.equal(await askStatus(home), undefined);
  const sockets: string[] = [];
  for (let start = 0; start < 2; start++) {
    const control = await serveControl(home, running, runner);
    const socket = readFileSync(join(home, "control.path"), "utf8");
    sockets.push(socket);
    assert.ok(!socket.startsWith(home));
    assert.deepEqual([modeOf(socket), modeOf(dirname(socket))], [0o600, 0o700]);
    assert.equal((await askStatus(home))?.stage, "multi-module");
    await control.stop();
    assert.ok(!existsSync(dirname(socket)), "nothing is left of it");
  }
  assert.notEqual(sockets[0], sockets[1]);
  assert.equal(await askStatus(home), undefined);
});

test("a socket of another user is refused", { skip: process.getuid?.() !== 0 && "needs root" }, async () => {
  const home = homeNamed("foreign");
  const path = join(home, "control.sock");
  let requests = 0;
  const foreign = createServer((_incoming, response) => {
    requests++;
    response.end(JSON.stringify({ ...running, copies: [] }));
  });
  await new Promise<void>((ready) => foreign.listen(path, ready));
  chownSync(path, 65_534, 65_534);
  await assert.rejects(askStatus(home), /belongs to another user/);
  assert.equal(requests, 0);
  await new Promise((closed) => foreign.close(closed));
});
