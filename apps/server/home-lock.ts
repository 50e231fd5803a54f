import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { privateFile, privateFolder } from "@jangteo/kernel/files/private.ts";

export type HomeLock = {
  /** Tells others where this server answers. */
  announce(address: string): void;
  release(): void;
};

type Content = { pid: number; address?: string };

/**
 * Makes sure that one server runs on a home folder. The lock of a process that is gone is taken over. Throws when
 * another server is running.
 */
export function lockHome(home: string): HomeLock {
  mkdirSync(home, { recursive: true, mode: privateFolder });
  const path = join(home, "server.json");
  const other = readLock(path);
  if (other && other.pid !== process.pid && isOurs(other.pid))
    throw new Error(
      `A marketplace already runs on ${home} (process ${other.pid}${other.address ? `, ${other.address}` : ""}). Stop it, or set JANGTEO_HOME to another folder.`,
    );
  const write = (content: Content) => writeFileSync(path, JSON.stringify(content), { mode: privateFile });
  write({ pid: process.pid });
  return {
    announce: (address) => write({ pid: process.pid, address }),
    release: () => rmSync(path, { force: true }),
  };
}

function readLock(path: string): Content | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Content;
  } catch {
    return undefined;
  }
}

/** Whether the process is alive and one of ours, rather than a later one that got the same number. */
function isOurs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("jangteo");
  } catch {
    return true;
  }
}
