import { readdirSync, readFileSync } from "node:fs";

/** What the processes below one use, by kind. */
export type Usage = {
  readonly processes: number;
  /** Seconds of CPU so far: ours, the database's, the broker's. */
  readonly cpu: { readonly own: number; readonly postgres: number; readonly kafka: number };
  /** Memory in MB, what is shared counted once. */
  readonly memoryMb: { readonly own: number; readonly postgres: number; readonly kafka: number };
};
type Kind = keyof Usage["cpu"];

const ticksPerSecond = 100;

/** Reads Linux's /proc; nothing elsewhere. */
export function usageOf(root: number): Usage | undefined {
  const found = new Map<number, { parent: number; command: string; ticks: number }>();
  try {
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        found.set(Number(name), {
          parent: Number(fields[1]),
          command: stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")")),
          // Its own and that of children that have ended: PostgreSQL's come and go.
          ticks: Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]),
        });
      } catch {
        // It ended meanwhile.
      }
    }
  } catch {
    return undefined;
  }
  const isBelow = (pid: number): boolean =>
    pid === root ||
    (found.get(pid)?.parent !== undefined && found.get(pid)!.parent > 1 && isBelow(found.get(pid)!.parent));
  const cpu = { own: 0, postgres: 0, kafka: 0 };
  const memoryMb = { own: 0, postgres: 0, kafka: 0 };
  let processes = 0;
  for (const [pid, { command, ticks }] of found) {
    if (!isBelow(pid)) continue;
    const kind: Kind = command === "java" ? "kafka" : command.startsWith("postgres") ? "postgres" : "own";
    if (kind === "own") processes++;
    cpu[kind] += ticks / ticksPerSecond;
    memoryMb[kind] += sharedMemoryMb(pid);
  }
  return { processes, cpu, memoryMb };
}

function sharedMemoryMb(pid: number): number {
  try {
    return Number(/Pss:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
}
