import assert from "node:assert/strict";
import { test } from "node:test";
import { wallViolations } from "./walls.ts";

test("a module may import the kernel, the contracts and itself", () => {
  const source = `import { a } from "@jangteo/kernel/http/route.ts";
    import type { B } from "@jangteo/contracts/events.ts";
    import { c } from "../cart/cart.ts";
    import { readFile } from "node:fs/promises";`;
  assert.deepEqual(wallViolations("modules/order/checkout/checkout.ts", source), []);
});

for (const [what, path, source] of [
  ["another module by its name", "modules/order/checkout/checkout.ts", `import { account } from "@jangteo/account";`],
  [
    "another module by its path",
    "modules/order/checkout/checkout.ts",
    `import { x } from "../../account/ledger/purchase.ts";`,
  ],
  ["a module's inside from the app", "apps/server/compose.ts", `import { x } from "../../modules/order/cart/cart.ts";`],
  ["a module from the kernel", "kernel/http/server.ts", `const x = await import("@jangteo/order");`],
  ["the kernel from the contracts", "contracts/events.ts", `export { x } from "@jangteo/kernel/http/route.ts";`],
  ["the app from a module", "modules/account/module.ts", `import { x } from "@jangteo/server";`],
  [
    "a module's inside from a test",
    "tests/races/checkout.test.ts",
    `import { x } from "../../modules/order/cart/cart.ts";`,
  ],
] as const)
  test(`a planted import is refused: ${what}`, () => {
    assert.equal(wallViolations(path, source).length, 1);
  });
