import assert from "node:assert/strict";
import { createServer } from "node:net";
import { test } from "node:test";
import { silentLogger } from "../telemetry/logger.ts";
import { reasonToWait, waitForDatabase } from "./wait-for-database.ts";

const failed = (code: string | undefined, message = "") =>
  Object.assign(new Error(message), code === undefined ? {} : { code });

test("a server that is unreachable or starts is waited for; a wrong password or a missing database is not", () => {
  for (const code of ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENOENT", "ETIMEDOUT", "57P03", "57P01", "53300"])
    assert.equal(typeof reasonToWait(failed(code)), "string", code);
  assert.equal(reasonToWait(failed("ECONNREFUSED")), "connection refused");
  assert.equal(typeof reasonToWait(failed(undefined, "Connection terminated due to connection timeout")), "string");
  for (const code of ["28P01", "28000", "3D000", "42501", "ERR_INVALID_URL"])
    assert.equal(reasonToWait(failed(code)), undefined, code);
  assert.equal(reasonToWait(failed(undefined, "SASL: client password must be a string")), undefined);
});

test("the wait ends when its time has passed, and at once at a stop, with what it waited for", async () => {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  const url = `postgresql://shop:hunter2@127.0.0.1:${port}/shop`;
  const log = silentLogger();
  const refused = new RegExp(`PostgreSQL at 127.0.0.1:${port}: connection refused`);
  await assert.rejects(waitForDatabase(url, { waitMs: 0, log }), refused);
  await assert.rejects(waitForDatabase(url, { waitMs: 150, log }), /connection refused, for 0.15 s/);
  const stop = new AbortController();
  const waiting = waitForDatabase(url, { waitMs: 60_000, log, signal: stop.signal });
  stop.abort();
  await assert.rejects(waiting, /^Error: Stopped while waiting for PostgreSQL at .*: connection refused$/);
});
