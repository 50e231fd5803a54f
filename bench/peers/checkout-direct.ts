import { randomUUID } from "node:crypto";
import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { openDatabase } from "@jangteo/kernel/database/database.ts";
import { hostModules } from "@jangteo/kernel/module/host.ts";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { createLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { modulesNamed } from "../../apps/server/compose.ts";
import { createCheckout } from "../../modules/order/checkout/checkout.ts";

/** Checkout's own three steps with their batches, called by many callers in this process: everything but HTTP. */
const { buyerIds, itemId, price, seconds, callers } = JSON.parse(process.env.BENCH!) as {
  buyerIds: string[];
  itemId: string;
  price: number;
  seconds: number;
  callers: number;
};
const settings = readSettings();
const log = createLogger({ level: "error" });
const host = await hostModules({
  name: "test",
  modules: await modulesNamed(["account", "order"]),
  settings,
  log,
  topology: { databaseUrl: () => settings.databaseUrl, events: "direct", livePush: "none" },
});
const database = openDatabase({
  url: settings.databaseUrl,
  module: "order",
  role: "jangteo_order",
  poolMax: settings.databasePoolMax,
  queueMax: settings.databaseQueueMax,
  waitMs: settings.databaseWaitMs,
  statementTimeoutMs: settings.statementTimeoutMs,
  idleTransactionTimeoutMs: settings.idleTransactionTimeoutMs,
  log,
});
const checkout = createCheckout({
  database,
  accounts: host.client(AccountService),
  caches: { productsChanged: () => undefined, stockChanged: () => undefined, everythingChanged: () => undefined },
  settings,
  nudgeRelay: () => undefined,
  renderRefusal: () => ({ status: 409, body: null }),
});

let done = 0;
let counting = false;
let stop = false;
const work = Array.from({ length: callers }, async (_, caller) => {
  for (let count = caller; !stop; count++) {
    const buyerId = buyerIds[count % buyerIds.length]!;
    await checkout.buy({
      orderId: randomUUID(),
      buyerId,
      scope: `${buyerId} direct`,
      key: randomUUID(),
      requestHash: "x",
      oldRequestHash: () => "y",
      expectedTotal: price,
      language: "ko",
      items: [{ itemId, quantity: 1 }],
    });
    if (counting) done++;
  }
});
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
await wait(1_000);
counting = true;
const startedAt = performance.now();
await wait(seconds * 1_000);
counting = false;
const perSecond = done / ((performance.now() - startedAt) / 1_000);
stop = true;
await Promise.all(work);
await database.query("DELETE FROM outbox");
await database.close();
await host.close();
process.send!({ address: String(perSecond) });
process.once("SIGTERM", () => process.exit(0));
setTimeout(() => process.exit(0), 10_000);
