import { chatGuards } from "./chat.ts";
import { checkoutGuards } from "./checkout.ts";
import { connectionGuards } from "./connections.ts";
import { eventGuards } from "./events.ts";
import type { Guard } from "./guard.ts";
import { ledgerGuards } from "./ledger.ts";
import { orderGuards } from "./orders.ts";
import { paymentGuards } from "./payments.ts";
import { processGuards } from "./processes.ts";
import { productionGuards } from "./production.ts";
import { securityLineGuards } from "./security-lines.ts";
import { sessionGuards } from "./sessions.ts";

/** The guards that `npm run mutate` removes, one after the other. */
export const guards: readonly Guard[] = [
  ...checkoutGuards,
  ...orderGuards,
  ...ledgerGuards,
  ...paymentGuards,
  ...sessionGuards,
  ...eventGuards,
  ...connectionGuards,
  ...chatGuards,
  ...productionGuards,
  ...processGuards,
  ...securityLineGuards,
];
