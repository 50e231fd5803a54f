import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const oldest = 17;

/** The `java` of JAVA_HOME or the PATH, if it is new enough; otherwise throws with what to do. */
export async function findJava(what: string): Promise<string> {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin", "java") : "java";
  let said: string;
  try {
    const { stdout, stderr } = await promisify(execFile)(java, ["-version"], { timeout: 20_000 });
    said = stdout + stderr;
  } catch {
    throw new Error(
      `${what} needs Java ${oldest} or newer, and there is no ${java}. Install one (Debian: apt install openjdk-17-jre-headless), or set JAVA_HOME.`,
    );
  }
  const version = Number(/version "(\d+)/.exec(said)?.[1] ?? 0);
  if (version < oldest)
    throw new Error(
      `${what} needs Java ${oldest} or newer; ${java} is ${said.split("\n")[0]}. Install a newer one, or set JAVA_HOME.`,
    );
  return java;
}

/** Whether Maven is there, which fetches the jars. */
export async function findMaven(what: string): Promise<void> {
  await promisify(execFile)("mvn", ["-version"], { timeout: 20_000 }).catch(() => {
    throw new Error(`${what} is fetched by Maven, and there is no mvn. Install it (Debian: apt install maven).`);
  });
}
