import { createPrivateKey, X509Certificate } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { privateFile, privateFolder, readPrivateFile } from "@jangteo/kernel/files/private.ts";
import { identityName } from "@jangteo/kernel/rpc/remote/identity.ts";
import type { Issued } from "./issue.ts";

const dayMs = 86_400_000;
const authorityDays = 3_650;
/** An authority is replaced this long before its end: longer than what it issues is valid. */
const authorityRenewDays = 730;
const certificateDays = 365;
const certificateRenewDays = 60;

/** Where the certificates of a kind of process are. */
export type CertificateFiles = { readonly ca: string; readonly certificate: string; readonly key: string };

export function certificateFiles(folder: string, process: string): CertificateFiles {
  const own = join(folder, process);
  return { ca: join(own, "ca.pem"), certificate: join(own, "certificate.pem"), key: join(own, "key.pem") };
}

/**
 * Makes what is missing in `folder`: an authority, and for each process a certificate of it with a key of its own, in files
 * for this user alone. What expires within 60 days, or does not fit together, is made anew. Answers the names of the
 * processes whose certificate is new.
 */
export async function ensureCertificates(
  folder: string,
  processes: readonly string[],
  now = Date.now(),
): Promise<string[]> {
  mkdirSync(folder, { recursive: true, mode: privateFolder });
  const files = { certificate: join(folder, "authority", "ca.pem"), key: join(folder, "authority", "ca-key.pem") };
  let authority = readPair(files);
  if (!authority || !lasts(authority, authorityRenewDays, now)) {
    const { issueAuthority } = await import("./issue.ts");
    authority = await issueAuthority("Jangteo local authority", authorityDays, now);
    writePair(folder, "authority", files, authority);
  }
  const made: string[] = [];
  for (const process of processes) {
    const own = certificateFiles(folder, process);
    const name = identityName(process);
    if (isGood(own, authority, name, now)) continue;
    const { issueCertificate } = await import("./issue.ts");
    const issued = await issueCertificate(authority, { names: [name], days: certificateDays }, now);
    writePair(folder, process, own, issued);
    write(own.ca, authority.certificate);
    made.push(process);
  }
  return made;
}

function isGood(files: CertificateFiles, authority: Issued, name: string, now: number): boolean {
  const pair = readPair(files);
  if (!pair || !lasts(pair, certificateRenewDays, now) || readIfThere(files.ca) !== authority.certificate) return false;
  const certificate = new X509Certificate(pair.certificate);
  return (
    certificate.checkHost(name, { subject: "never" }) !== undefined &&
    certificate.verify(new X509Certificate(authority.certificate).publicKey)
  );
}

/** A certificate and its key; nothing where a file is missing or they do not fit. */
function readPair(files: { certificate: string; key: string }): Issued | undefined {
  const certificate = readIfThere(files.certificate);
  if (certificate === undefined || readIfThere(files.key) === undefined) return undefined;
  const key = readPrivateFile(files.key).toString();
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key)) ? { certificate, key } : undefined;
  } catch {
    return undefined;
  }
}

function lasts({ certificate }: Issued, days: number, now: number): boolean {
  return new X509Certificate(certificate).validToDate.getTime() > now + days * dayMs;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function writePair(folder: string, name: string, files: { certificate: string; key: string }, issued: Issued): void {
  mkdirSync(join(folder, name), { recursive: true, mode: privateFolder });
  write(files.key, issued.key);
  write(files.certificate, issued.certificate);
}

/** A process that reads the file meanwhile sees the old one or the new one. */
function write(path: string, content: string): void {
  writeFileSync(`${path}.new`, content, { mode: privateFile });
  renameSync(`${path}.new`, path);
}
