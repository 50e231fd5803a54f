import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A jar of Maven Central: its path there, and the SHA-256 that it must have. */
export type Jar = { readonly path: string; readonly sha256: string };

const attemptsMax = 3;
const timeoutMs = 120_000;
const atOnce = 4;

/** Where jars are kept for all checkouts of this user. */
export function jarFolder(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "jangteo", "jars");
}

/**
 * Fetches the jars that are missing from Maven Central (or the mirror of MAVEN_REPOSITORY) and answers their paths.
 * What does not have the hash it must have is not used.
 */
export async function fetchJars(
  jars: readonly Jar[],
  what: string,
  onProgress?: (message: string) => void,
): Promise<string[]> {
  const folder = jarFolder();
  await mkdir(folder, { recursive: true });
  const missing: Jar[] = [];
  for (const jar of jars) if (!(await isThere(join(folder, basename(jar.path))))) missing.push(jar);
  let fetched = 0;
  if (missing.length > 0) onProgress?.(`Fetching ${what} (${missing.length} files, once)`);
  const waiting = [...missing];
  const fetchNext = async (): Promise<void> => {
    for (let jar = waiting.shift(); jar; jar = waiting.shift()) {
      await fetchJar(jar, folder);
      fetched++;
      if (fetched % 10 === 0 || fetched === missing.length) onProgress?.(`  ${fetched} of ${missing.length}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, fetchNext));
  return jars.map((jar) => join(folder, basename(jar.path)));
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function fetchJar(jar: Jar, folder: string): Promise<void> {
  const repository = (process.env.MAVEN_REPOSITORY ?? "https://repo1.maven.org/maven2").replace(/\/$/, "");
  const url = `${repository}/${jar.path}`;
  const path = join(folder, basename(jar.path));
  const part = `${path}.${process.pid}.part`;
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
      if (!response.ok || !response.body) throw new Error(`the answer was ${response.status}`);
      const hash = createHash("sha256");
      const hashing = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk);
          done(null, chunk);
        },
      });
      await pipeline(Readable.fromWeb(response.body), hashing, createWriteStream(part));
      if (hash.digest("hex") !== jar.sha256) throw new Error("it is not the file that was expected (SHA-256 differs)");
      return await rename(part, path);
    } catch (error) {
      await rm(part, { force: true });
      if (attempt >= attemptsMax) throw new Error(`${url} could not be fetched: ${reasonOf(error)}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 500 * attempt));
    }
  }
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message} (${cause.message})` : message;
}

/** The SHA-256 of a file, in hex. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
