import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";
import { readPrivateFile } from "../../files/private.ts";
import { type Settings, SettingsError } from "../../settings/settings.ts";
import type { Logger } from "../../telemetry/logger.ts";

/** What a process shows to others, and by which it checks them, as PEM. */
export type CallIdentity = {
  /** Certificates of the authority that issued those of all processes of the marketplace. */
  readonly authority: Buffer;
  /** The certificate of this process, with its chain. */
  readonly certificate: Buffer;
  readonly key: Buffer;
};

/** The name in the certificate of a kind of process; its instances share it, wherever they run. */
export function identityName(process: string): string {
  return `${process}.jangteo.internal`;
}

/**
 * The certificates of the settings for calls of `process`; nothing where they name none. Throws SettingsError when a file
 * cannot be read, the key is open to others, or the certificate is not one for this process at this time.
 */
export function readCallIdentity(settings: Settings, process: string): CallIdentity | undefined {
  const { callTlsCaFile, callTlsCertificateFile, callTlsKeyFile } = settings;
  if (!callTlsCaFile) return undefined;
  const authority = readSettingFile(callTlsCaFile, readFileSync);
  const certificate = readSettingFile(callTlsCertificateFile, readFileSync);
  const key = readSettingFile(callTlsKeyFile, readPrivateFile);
  const problem = problemOf({ authority, certificate, key }, identityName(process));
  if (problem)
    throw new SettingsError(`The certificate ${callTlsCertificateFile} cannot be used for calls: ${problem}.`);
  return { authority, certificate, key };
}

function readSettingFile(path: string, read: (path: string) => Buffer): Buffer {
  try {
    return read(path);
  } catch (error) {
    throw new SettingsError(`The file ${path} for calls over TLS cannot be used: ${(error as Error).message}`);
  }
}

function problemOf({ authority, certificate, key }: CallIdentity, name: string): string | undefined {
  let parsed: X509Certificate;
  try {
    parsed = new X509Certificate(certificate);
    // Reads all of them, as a connection does.
    createSecureContext({ ca: authority, cert: certificate, key });
  } catch (error) {
    return `it does not go with its key or authority (${(error as Error).message})`;
  }
  if (parsed.checkHost(name, { subject: "never" }) === undefined)
    return `it must name ${name} (subject alternative name), but names ${parsed.subjectAltName ?? "nothing"}`;
  const now = Date.now();
  if (parsed.validFromDate.getTime() > now) return `it is valid from ${parsed.validFrom} only`;
  if (parsed.validToDate.getTime() <= now) return `it expired on ${parsed.validTo}`;
  return undefined;
}

const dayMs = 86_400_000;
const warnDays = 30;

/** Warns once a day, from 30 days before the certificate of this process expires; answers how to end that. */
export function warnBeforeExpiry({ certificate }: CallIdentity, log: Logger): () => void {
  const { validTo, validToDate } = new X509Certificate(certificate);
  const check = () => {
    if (validToDate.getTime() - Date.now() < warnDays * dayMs)
      log.warn(`the certificate of this process for calls expires on ${validTo}: renew it, then restart the instances`);
  };
  check();
  const timer = setInterval(check, dayMs);
  return () => clearInterval(timer);
}
