import { needed, type Visit } from "./visit.ts";

/** Every module has an audit log and parked events of its own. */
export const adminModules = ["account", "order", "chat"] as const;
export type AdminModule = (typeof adminModules)[number];

const audits = { account: "/accounts/admin/audit", order: "/order-admin/audit", chat: "/chat-admin/audit" } as const;
const parked = { account: "/accounts/admin/parked", order: "/order-admin/parked", chat: "/chat-admin/parked" } as const;
const retries = {
  account: "/accounts/admin/parked/{id}/retry",
  order: "/order-admin/parked/{id}/retry",
  chat: "/chat-admin/parked/{id}/retry",
} as const;
const drops = {
  account: "/accounts/admin/parked/{id}/drop",
  order: "/order-admin/parked/{id}/drop",
  chat: "/chat-admin/parked/{id}/drop",
} as const;

type Event = { url: URL; locals: { visit: Visit } };
type Query = { limit: number; cursor?: string | undefined; subjectId?: string };

export const readAudit = (event: Event, module: AdminModule, query: Query) =>
  needed(event, "ADMIN", event.locals.visit.api("ADMIN").GET(audits[module], { params: { query } }));

export const readParked = (event: Event, module: AdminModule, query: Query) =>
  needed(event, "ADMIN", event.locals.visit.api("ADMIN").GET(parked[module], { params: { query } }));

export function moveParked(visit: Visit, module: AdminModule, verb: "retry" | "drop", id: string, reason: string) {
  const path = (verb === "retry" ? retries : drops)[module];
  return visit.api("ADMIN").POST(path, { params: { path: { id } }, body: { reason } });
}

export function adminModule(name: string | null): AdminModule {
  return adminModules.find((each) => each === name) ?? "account";
}

/** How much waits for an administrator, by page; 100 stands for that or more. */
export async function countWaiting(event: Event) {
  const api = event.locals.visit.api("ADMIN");
  const [account, order, chat] = await Promise.all([
    needed(event, "ADMIN", api.GET("/accounts/admin/waiting")),
    needed(event, "ADMIN", api.GET("/order-admin/waiting")),
    needed(event, "ADMIN", api.GET("/chat-admin/waiting")),
  ]);
  return {
    reports: order.reports + chat.reports,
    disputes: order.disputes,
    events: account.parked + order.parked + chat.parked,
  };
}
