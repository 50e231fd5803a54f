import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";

test("the Kafka client compiles no checks of options", async () => {
  let compiled = 0;
  const { compile } = Ajv2020.prototype;
  Ajv2020.prototype.compile = function (this: Ajv2020, ...args: Parameters<typeof compile>) {
    compiled++;
    return compile.apply(this, args);
  } as typeof compile;
  const { Consumer } = await import("./client.ts");
  const consumer = new Consumer({ groupId: "a", clientId: "b", bootstrapBrokers: ["127.0.0.1:1"], maxWaitTime: 100 });
  assert.equal(compiled, 0);
  await consumer.close();
});
