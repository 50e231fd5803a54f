import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { TLSSocket } from "node:tls";
import { compile } from "@fastify/proxy-addr";
import { SettingsError } from "../settings/settings.ts";

/** Whether what this address reports about a client (`X-Forwarded-For` and the like) is believed. */
export type TrustsProxy = (address: string) => boolean;

/**
 * Reads the setting `trustedProxies`: addresses, networks such as `10.0.0.0/8`, and the words `loopback` and `uniquelocal`
 * (private networks), with commas between. Throws SettingsError for anything else.
 */
export function readTrustedProxies(text: string): TrustsProxy {
  const entries = text
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
  if (entries.length === 0) return () => false;
  for (const entry of entries) {
    const [address = ""] = entry.split("/", 1);
    if (!["loopback", "linklocal", "uniquelocal"].includes(entry) && isIP(address) === 0) refuse(entry);
    try {
      compile(entry);
    } catch {
      refuse(entry);
    }
  }
  const trusts = compile(entries);
  return (address) => trusts(address, 0);
}

function refuse(entry: string): never {
  throw new SettingsError(
    `JANGTEO_TRUSTED_PROXIES contains "${entry}", which is no address, no network such as 10.0.0.0/8, and none of the words loopback and uniquelocal.`,
  );
}

/**
 * The address of the client: of the connection, or, as long as that is a proxy that is trusted, what it reports, from the
 * last hop to the first. What an address that is not trusted reports about those before it does not count.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, trusts: TrustsProxy): string {
  let client = withoutMapping(peer);
  const reported = (forwardedFor ?? "").split(",").toReversed();
  for (const hop of reported) {
    const address = withoutMapping(hop.trim());
    if (!trusts(client) || isIP(address) === 0) break;
    client = address;
  }
  return client;
}

/** The protocol of a request, `http` or `https`: of its connection, or, where that is from a trusted proxy, what it reports. */
export function clientProtocol({ socket, headers }: IncomingMessage, trusts: TrustsProxy): string {
  const reported = trusts(socket.remoteAddress ?? "") ? headers["x-forwarded-proto"] : undefined;
  // The last one is of the nearest proxy.
  const protocol = reported?.toString().split(",").at(-1)?.trim().toLowerCase();
  return protocol || (socket instanceof TLSSocket ? "https" : "http");
}

/** Whether an address is this machine's own. */
export function isLoopback(address: string): boolean {
  return /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/i.test(address);
}

/**
 * Whether a `Host` names this machine. A page of another site that has its own name lead to this machine (DNS rebinding)
 * sends that name; so does a proxy on this machine.
 */
export function isLocalHost(host: string): boolean {
  const name = host.replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
  return name.toLowerCase() === "localhost" || isLoopback(name);
}

/**
 * What a limit per address counts: an IPv4 address, or the network of 64 bits that an IPv6 address is in, since whoever
 * has one address of it has all.
 */
export function limitKey(address: string): string {
  const plain = withoutMapping(address);
  if (isIP(plain) !== 6) return plain;
  const [withoutZone = ""] = plain.split("%", 1);
  const [head = "", tail] = withoutZone.split("::");
  const groups = (part: string) => (part === "" ? [] : part.split(":"));
  const [first, last] = [groups(head), groups(tail ?? "")];
  // An IPv4 address at the end stands for two groups.
  const length = (list: string[]) => list.length + (list.at(-1)?.includes(".") ? 1 : 0);
  const zeros = tail === undefined ? 0 : 8 - length(first) - length(last);
  const all = [...first, ...Array.from({ length: zeros }, () => "0"), ...last];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/** IPv4 as IPv4, also when it comes through an IPv6 socket. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}
