import assert from "node:assert/strict";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { test } from "node:test";
import { until } from "../../tests/harness/until.ts";
import { createPipelineLimit } from "./connection-limit.ts";

test("a connection that sends requests without waiting for responses is closed, and its further requests are not begun", async () => {
  const isTooManyAtOnce = createPipelineLimit(4);
  let begun = 0;
  const server = createServer((incoming, response) => {
    if (isTooManyAtOnce(incoming, response)) return void incoming.socket.destroy();
    begun++;
    if (incoming.url === "/quick") response.end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const open = () => connect((server.address() as AddressInfo).port, "127.0.0.1").on("error", () => undefined);
  const get = (path: string) => `GET ${path} HTTP/1.1\r\nhost: shop.example\r\n\r\n`;

  // One after the other there may be as many as one likes.
  const patient = open();
  let received = "";
  patient.on("data", (bytes) => (received += bytes.toString()));
  for (let count = 1; count <= 20; count++) {
    patient.write(get("/quick"));
    await until(() => received.split("HTTP/1.1 200").length === count + 1);
  }
  begun = 0;
  const hasty = open();
  const closed = new Promise((resolve) => hasty.once("close", resolve));
  hasty.resume().write(get("/slow").repeat(100));
  await closed;
  assert.equal(begun, 4);
  patient.destroy();
  server.close();
});
