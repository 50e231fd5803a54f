import { readdirSync, readFileSync } from "node:fs";

/** The processes of this machine that have something to do with a marketplace's home folder, and their commands. */
export function processesOf(home: string): { pid: number; command: string }[] {
  const found: { pid: number; command: string }[] = [];
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
      const environment = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
      if (environment.includes(`JANGTEO_HOME=${home}`) || command.includes(home)) found.push({ pid, command });
    } catch {
      // It has ended meanwhile.
    }
  }
  return found;
}
