import { databaseParameter, parseDatabaseUrl } from "../database/address.ts";
import type { Settings } from "./settings.ts";

/** Whether a host is this machine: loopback, or the folder of a Unix socket. */
export function isThisMachine(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|\/.*)$/i.test(host);
}

/** What travels to other hosts without TLS, or to a host whose name is not checked: a sentence each, with what to do. */
export function openConnections(settings: Settings): string[] {
  const databases = {
    DATABASE_URL: settings.databaseUrl,
    ACCOUNT_DATABASE_URL: settings.accountDatabaseUrl,
    ORDER_DATABASE_URL: settings.orderDatabaseUrl,
    CHAT_DATABASE_URL: settings.chatDatabaseUrl,
  };
  const trust = "or JANGTEO_TRUSTED_NETWORK=on where nobody else can reach the network.";
  const open = Object.entries(databases)
    .filter(([, address]) => isOpenDatabase(address))
    .map(
      ([name]) =>
        `${name} is of another host and needs sslmode=verify-full (and sslrootcert=FILE, unless a public authority issued the certificate), ${trust}`,
    );
  const brokers = settings.kafkaBrokers
    .split(",")
    .map((broker) => broker.trim())
    .filter(Boolean);
  const areOurs = brokers.every((broker) => isThisMachine(broker.replace(/:\d+$/, "")));
  if (!areOurs && (!settings.kafkaTls || settings.kafkaSasl === "none"))
    open.push(
      `KAFKA_BROKERS are of other hosts and need JANGTEO_KAFKA_TLS=on and JANGTEO_KAFKA_SASL (scram-sha-512 or oauthbearer), ${trust}`,
    );
  return open;
}

function isOpenDatabase(address: string): boolean {
  if (address === "" || address.startsWith("/")) return false;
  let url: URL;
  try {
    url = parseDatabaseUrl(address);
  } catch {
    // The driver refuses it, with a reason.
    return false;
  }
  if (isThisMachine(databaseParameter(url, "host") ?? decodeURIComponent(url.hostname))) return false;
  return databaseParameter(url, "sslmode") !== "verify-full";
}
