import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
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

/** The keys that access tokens are checked with, wherever account runs. */
export async function publicKeys(clients: ServiceClients): Promise<JSONWebKeySet> {
  const { jwksJson } = await clients.client(AccountService).getPublicKeys({});
  return JSON.parse(jwksJson) as JSONWebKeySet;
}

/** Whether this administrator is neither suspended nor gone. */
export async function confirmAdmin(clients: ServiceClients, accountId: string): Promise<boolean> {
  const { accounts } = await clients.client(AccountService).getAccounts({ ids: [accountId] });
  return accounts[0] !== undefined && (accounts[0].status || "ACTIVE") === "ACTIVE";
}
