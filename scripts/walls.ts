import { posix } from "node:path";

/** A room of the house, by its folder; the rooms that it may import from. Libraries are free. */
const rooms: Record<string, readonly string[]> = {
  contracts: [],
  kernel: ["contracts"],
  "modules/account": ["contracts", "kernel"],
  "modules/order": ["contracts", "kernel"],
  "modules/chat": ["contracts", "kernel"],
  "packages/chat-client": ["contracts"],
  "packages/api-client": [],
  "modules/web": ["contracts", "kernel"],
  "apps/web": ["packages/api-client", "packages/chat-client", "contracts"],
  stages: [],
  "apps/gateway": ["contracts", "kernel"],
  "apps/server": [
    "contracts",
    "kernel",
    "modules/account",
    "modules/order",
    "modules/chat",
    "modules/web",
    "apps/gateway",
    "stages",
  ],
};

const packageRooms: Record<string, string> = {
  "@jangteo/contracts": "contracts",
  "@jangteo/kernel": "kernel",
  "@jangteo/account": "modules/account",
  "@jangteo/order": "modules/order",
  "@jangteo/chat": "modules/chat",
  "@jangteo/chat-client": "packages/chat-client",
  "@jangteo/api-client": "packages/api-client",
  "@jangteo/web": "modules/web",
  "@jangteo/gateway": "apps/gateway",
  "@jangteo/server": "apps/server",
};

/**
 * What is wrong with the imports of one file, as sentences. `path` is relative to the repository's root, with slashes.
 * Tests and scripts may import what they like, but modules only by their name; benchmarks also measure what is inside.
 */
export function wallViolations(path: string, source: string): string[] {
  const room = roomOf(path);
  const violations: string[] = [];
  for (const specifier of importsOf(source)) {
    const target = targetRoom(path, specifier);
    if (!target || target === room) continue;
    if (
      target.startsWith("modules/") &&
      !path.startsWith("bench/") &&
      specifier !== `@jangteo/${target.slice("modules/".length)}`
    )
      violations.push(`${path} reaches into ${target} ("${specifier}"); import the module by its name`);
    else if (room && !rooms[room]!.includes(target))
      violations.push(`${path} is in ${room} and may not import ${target} ("${specifier}")`);
  }
  return violations;
}

function importsOf(source: string): string[] {
  const pattern = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g;
  return [...source.matchAll(pattern)].map((match) => match[1]!);
}

function roomOf(path: string): string | undefined {
  return Object.keys(rooms).find((room) => path.startsWith(`${room}/`));
}

function targetRoom(path: string, specifier: string): string | undefined {
  if (specifier.startsWith(".")) return roomOf(posix.join(posix.dirname(path), specifier));
  const [scope, name] = specifier.split("/");
  return scope === "@jangteo" ? packageRooms[`${scope}/${name}`] : undefined;
}
