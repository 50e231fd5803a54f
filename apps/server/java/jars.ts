import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { findMaven } from "./java.ts";

/** A jar of Maven Central: its path there, and the SHA-256 that it must have. */
export type Jar = { readonly path: string; readonly sha256: string };

const attemptsMax = 3;
const timeoutMs = 300_000;

/** Where jars are kept for all checkouts of this user. */
function jarFolder(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "jangteo", "jars");
}

/**
 * Has Maven fetch the jars that are missing, from wherever this machine's Maven is told to, and answers their paths. What
 * does not have the hash that it must have is not used.
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
  if (missing.length > 0) {
    onProgress?.(`Fetching ${what} (${missing.length} files, once)`);
    const work = await mkdtemp(join(folder, "fetching-"));
    try {
      await runMaven(missing, work, what);
      for (const jar of missing) {
        const fetched = join(work, "jars", basename(jar.path));
        if ((await sha256Of(fetched)) !== jar.sha256)
          throw new Error(`${jar.path} is not the file that was expected (its SHA-256 differs).`);
        await rename(fetched, join(folder, basename(jar.path)));
      }
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  return jars.map((jar) => join(folder, basename(jar.path)));
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function runMaven(jars: readonly Jar[], work: string, what: string): Promise<void> {
  await findMaven(what);
  await writeFile(join(work, "pom.xml"), pomOf(jars));
  const goal = ["-q", "-B", "dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=jars"];
  for (let attempt = 1; ; attempt++) {
    try {
      await promisify(execFile)("mvn", goal, { cwd: work, timeout: timeoutMs });
      return;
    } catch (error) {
      const { stdout = "" } = error as { stdout?: string };
      if (attempt >= attemptsMax)
        throw new Error(`Maven could not fetch ${what}: ${stdout.trim().slice(-1_000)}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 500 * attempt));
    }
  }
}

/** These jars and nothing that they name: the list is whole. */
function pomOf(jars: readonly Jar[]): string {
  const dependencies = jars.map(({ path }) => {
    const parts = path.split("/");
    const [artifact, version, file] = parts.slice(-3) as [string, string, string];
    const classifier = file.slice(`${artifact}-${version}`.length, -".jar".length).replace(/^-/, "");
    return `<dependency><groupId>${parts.slice(0, -3).join(".")}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>${
      classifier && `<classifier>${classifier}</classifier>`
    }<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions></dependency>`;
  });
  return `<project><modelVersion>4.0.0</modelVersion><groupId>jangteo</groupId><artifactId>jars</artifactId><version>1</version><dependencies>${dependencies.join("")}</dependencies></project>`;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
