import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { type ListStatusChanges, refuseEnded } from "@jangteo/kernel/http/ended-accounts.ts";
import type { ModuleDefinition } from "@jangteo/kernel/module/define-module.ts";
import type { ServiceClients } from "@jangteo/kernel/module/host.ts";
import type { JSONWebKeySet } from "jose";

/** Loaded when they are served here: a process need not hold the code of the others. */
const allModules: Record<string, () => Promise<ModuleDefinition>> = {
  account: async () => (await import("@jangteo/account")).account,
  order: async () => (await import("@jangteo/order")).order,
  chat: async () => (await import("@jangteo/chat")).chat,
};

/** The definitions of the modules that a stage names. */
export function modulesNamed(names: readonly string[]): Promise<ModuleDefinition[]> {
  return Promise.all(
    names.map((name) => {
      const load = allModules[name];
      if (!load) throw new Error(`a stage names an unknown module "${name}"`);
      return load();
    }),
  );
}

const keysTimeoutMs = 2_000;

/** The keys that access tokens are checked with, wherever account runs. */
export async function publicKeys(clients: ServiceClients): Promise<JSONWebKeySet> {
  const options = { deadline: Date.now() + keysTimeoutMs };
  const { jwksJson } = await clients.client(AccountService).getPublicKeys({}, options);
  return JSON.parse(jwksJson) as JSONWebKeySet;
}

/** Throws ACCOUNT_SUSPENDED or INVALID_ACCESS_TOKEN when this administrator is suspended or gone. */
export async function confirmAdmin(clients: ServiceClients, accountId: string): Promise<void> {
  const { accounts } = await clients.client(AccountService).getAccounts({ ids: [accountId] });
  const status = accounts[0] ? accounts[0].status || "ACTIVE" : "CLOSED";
  if (status !== "ACTIVE") refuseEnded(status === "SUSPENDED" ? status : "CLOSED");
}

/** Accounts whose status changed, wherever account runs. */
export function statusChanges(clients: ServiceClients): ListStatusChanges {
  return async ({ withinMs, after, limit, timeoutMs }) => {
    const { changes } = await clients
      .client(AccountService)
      .listAccountStatusChanges(
        { withinMs: BigInt(withinMs), afterAtUs: BigInt(after?.atUs ?? 0), afterId: after?.id ?? "", limit },
        { deadline: Date.now() + timeoutMs },
      );
    return changes.map(({ id, status, atUs, ageMs }) => ({ id, status, atUs: Number(atUs), ageMs: Number(ageMs) }));
  };
}
