import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { createUpstreams } from "./upstreams.ts";

async function copy(
  id: string,
  healthAnswersAfterMs: number[],
): Promise<{ member: { id: string; address: string }; server: Server }> {
  const server = createServer((_request, response) => {
    setTimeout(() => response.end(), healthAnswersAfterMs.shift() ?? 0);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { member: { id, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }, server };
}

test("of two words about who is there, given while copies are still being checked, the last one counts", async () => {
  const [first, second] = [await copy("a", [300]), await copy("b", [])];
  const upstreams = createUpstreams(1_000, silentLogger());
  try {
    await Promise.all([upstreams.set([first.member]), upstreams.set([first.member, second.member])]);
    assert.equal(upstreams.healthyCount(), 2);
    await upstreams.set([second.member]);
    assert.equal(upstreams.pick()?.id, "b");
    assert.equal(upstreams.healthyCount(), 1);
  } finally {
    await upstreams.stop();
    for (const { server } of [first, second]) server.close();
  }
});
