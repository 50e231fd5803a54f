import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import type { ErrorCode } from "@jangteo/contracts/errors.ts";
import { createKeyedLimit } from "@jangteo/kernel/limits/token-bucket.ts";
import { type Settings, SettingsError } from "@jangteo/kernel/settings/settings.ts";

/** Why a request is not let in, if it is not. */
export type Admit = (incoming: IncomingMessage) => ErrorCode | undefined;

/** The doorkeeper: networks and countries that stay out, and how often an address may come. */
export function createAdmission(settings: Settings): Admit {
  const blocked = readBlockList(settings.blockedAddresses);
  const countries = new Set(listOf(settings.blockedCountries).map((country) => country.toUpperCase()));
  const header = settings.countryHeader.toLowerCase();
  const perSecond = settings.gatewayRequestsPerSecond;
  const limit = settings.rateLimits ? createKeyedLimit(perSecond, perSecond * 2) : undefined;
  return (incoming) => {
    const address = clientAddress(incoming, settings.trustedProxies);
    if (blocked?.check(address, isIP(address) === 6 ? "ipv6" : "ipv4")) return "NETWORK_BLOCKED";
    // A visitor's own word about their country is worth nothing.
    const country = settings.trustedProxies > 0 ? incoming.headers[header] : undefined;
    if (typeof country === "string" && countries.has(country.toUpperCase())) return "NETWORK_BLOCKED";
    return limit && !limit.take(address) ? "TOO_MANY_REQUESTS" : undefined;
  };
}

/** Who is really there: as many hops back as there are proxies of ours in front; what is said before them is hearsay. */
export function clientAddress(incoming: IncomingMessage, trustedProxies: number): string {
  const peer = plain(incoming.socket.remoteAddress ?? "");
  if (trustedProxies === 0) return peer;
  const said = String(incoming.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((hop) => plain(hop.trim()))
    .filter(Boolean);
  const hops = [...said, peer];
  const address = hops[Math.max(0, hops.length - 1 - trustedProxies)]!;
  return isIP(address) ? address : peer;
}

/** IPv4 as IPv4, also when it comes through an IPv6 socket. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
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
