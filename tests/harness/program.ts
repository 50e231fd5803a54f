import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Program = {
  readonly process: ChildProcess;
  /** Asks it to end, as an orchestrator does. */
  terminate(): void;
};

/** The container of an image to run programs in (its name, as `buildah from` gave it), instead of the sources here. */
const container = process.env.TEST_CONTAINER;

/**
 * Starts `jangteo <args>`, or the same in a container made from the image, with the image's entry point and user. `home`
 * is where it keeps its data; an image has a place of its own for that. `socketFolder` leads to the database.
 */
export function startProgram(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  { home, socketFolder }: { home: string; socketFolder: string },
): Program {
  const given = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const stdio = ["ignore", "pipe", "pipe"] as ["ignore", "pipe", "pipe"];
  if (!container) {
    const child = spawn(process.execPath, [process.env.TEST_SERVER ?? "apps/server/jangteo.ts", ...args], {
      env: { PATH: process.env.PATH, ...Object.fromEntries(given), JANGTEO_HOME: home },
      stdio,
    });
    return { process: child, terminate: () => child.kill("SIGTERM") };
  }
  // Its user is not ours.
  chmodSync(socketFolder, 0o711);
  chmodSync(join(socketFolder, ".s.PGSQL.5432"), 0o777);
  const entryPoint = (process.env.TEST_ENTRYPOINT ?? "").split(" ");
  const settings = given.flatMap(([name, value]) => ["--env", `${name}=${value}`]);
  const child = spawn(
    "buildah",
    ["run", ...settings, "--volume", `${socketFolder}:${socketFolder}`, container, "--", ...entryPoint, ...args],
    { stdio },
  );
  // buildah kills what it runs when it is asked to end, so the program itself is asked.
  return { process: child, terminate: () => child.pid !== undefined && terminateLeaves(child.pid) };
}

function terminateLeaves(root: number): void {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((each) => /^\d+$/.test(each)))
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      // It ended meanwhile.
    }
  const children = (pid: number) => [...parents].filter(([, parent]) => parent === pid).map(([child]) => child);
  const visit = (pid: number): void => {
    const below = children(pid);
    for (const child of below) visit(child);
    if (below.length === 0 && pid !== root) process.kill(pid, "SIGTERM");
  };
  visit(root);
}
