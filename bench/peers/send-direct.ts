import { randomUUID } from "node:crypto";
import { openDatabase } from "@jangteo/kernel/database/database.ts";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { createLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { createSender } from "../../modules/chat/messages/send.ts";

/** The chat's own batched INSERT, called by many callers in this process: everything but sockets. */
const { people, callers, seconds } = JSON.parse(process.env.BENCH!) as {
  people: { account: string; room: string }[];
  callers: number;
  seconds: number;
};
const settings = readSettings();
const database = openDatabase({
  url: settings.databaseUrl,
  module: "chat",
  role: "jangteo_chat",
  poolMax: settings.databasePoolMax,
  queueMax: settings.databaseQueueMax,
  waitMs: settings.databaseWaitMs,
  statementTimeoutMs: settings.statementTimeoutMs,
  idleTransactionTimeoutMs: settings.idleTransactionTimeoutMs,
  log: createLogger({ level: "error" }),
});
const sender = createSender({ database, settings, nudgeRelay: () => undefined, committed: () => undefined });
let done = 0;
let counting = false;
let stop = false;
const work = Array.from({ length: callers }, async (_, caller) => {
  const { account, room } = people[caller % people.length]!;
  while (!stop) {
    const action = { kind: "text", text: "오늘 보내 주실 수 있나요?" } as const;
    await sender.submit({ room, sender: account, clientId: randomUUID(), action });
    if (counting) done++;
  }
});
await new Promise((resolve) => setTimeout(resolve, 500));
counting = true;
await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
counting = false;
stop = true;
await Promise.all(work);
await database.close();
process.send!({ address: String(done / seconds) });
process.disconnect();
