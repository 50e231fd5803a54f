import { account } from "@jangteo/account";
import { chat } from "@jangteo/chat";
import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import type { ModuleDefinition } from "@jangteo/kernel/module/define-module.ts";
import type { ServiceClients } from "@jangteo/kernel/module/process.ts";
import { order } from "@jangteo/order";
import type { JSONWebKeySet } from "jose";

const allModules: Record<string, ModuleDefinition> = { account, order, chat };

/** The definitions of the modules that a stage names. */
export function modulesNamed(names: readonly string[]): ModuleDefinition[] {
  return names.map((name) => {
    const definition = allModules[name];
    if (!definition) throw new Error(`a stage names an unknown module "${name}"`);
    return definition;
  });
}

/** The keys that access tokens are checked with, wherever account runs. */
export async function publicKeys(clients: ServiceClients): Promise<JSONWebKeySet> {
  const { jwksJson } = await clients.client(AccountService).getPublicKeys({});
  return JSON.parse(jwksJson) as JSONWebKeySet;
}
