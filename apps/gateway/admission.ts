import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import type { ErrorCode } from "@jangteo/contracts/errors.ts";
import { clientAddress, limitKey, readTrustedProxies } from "@jangteo/kernel/http/client-address.ts";
import { createKeyedLimit } from "@jangteo/kernel/limits/token-bucket.ts";
import { type Settings, SettingsError } from "@jangteo/kernel/settings/settings.ts";

/** Why a request is not let in, if it is not. */
export type Admit = (incoming: IncomingMessage) => ErrorCode | undefined;

/** Access control: blocked networks and countries, and how many requests an address may send. */
export function createAdmission(settings: Settings): Admit {
  const blocked = readBlockList(settings.blockedAddresses);
  const countries = new Set(listOf(settings.blockedCountries).map((country) => country.toUpperCase()));
  const header = settings.countryHeader.toLowerCase();
  const perSecond = settings.gatewayRequestsPerSecond;
  const limit = settings.rateLimits ? createKeyedLimit(perSecond, perSecond * 2) : undefined;
  const trusts = readTrustedProxies(settings.trustedProxies);
  return (incoming) => {
    const peer = incoming.socket.remoteAddress ?? "";
    const forwardedFor = incoming.headers["x-forwarded-for"];
    const address = clientAddress(peer, forwardedFor?.toString(), trusts);
    if (blocked?.check(address, isIP(address) === 6 ? "ipv6" : "ipv4")) return "NETWORK_BLOCKED";
    // The country header counts only from a trusted proxy.
    const country = trusts(peer) ? incoming.headers[header] : undefined;
    if (typeof country === "string" && countries.has(country.toUpperCase())) return "NETWORK_BLOCKED";
    return limit && !limit.take(limitKey(address)) ? "TOO_MANY_REQUESTS" : undefined;
  };
}

function readBlockList(text: string): BlockList | undefined {
  const entries = listOf(text);
  if (entries.length === 0) return undefined;
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", bits] = entry.split("/");
    const family = isIP(address);
    const max = family === 6 ? 128 : 32;
    const prefix = bits === undefined ? max : Number(bits);
    if (family === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > max)
      throw new SettingsError(
        `JANGTEO_BLOCKED_ADDRESSES holds "${entry}", which is no address and no network such as 203.0.113.0/24.`,
      );
    list.addSubnet(address, prefix, family === 6 ? "ipv6" : "ipv4");
  }
  return list;
}

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
}
