import { readFileSync } from "node:fs";

/**
 * What a chat client saw, one JSON object a line. `sending` before a message is first sent, `acked` when the server
 * acknowledged it, `event` for each event handed over, in that order; `held` what the client had of a room at first;
 * `head` how far a room has come when all is over.
 */
export type LogLine =
  | { what: "held"; room: string; seq: number }
  | { what: "sending"; room: string; clientId: string }
  | { what: "acked"; room: string; clientId: string; seq: number }
  | { what: "event"; room: string; seq: number; sender: string | null; clientId: string | null; text: string }
  | { what: "head"; room: string; seq: number };

export type ClientLog = { client: string; person: string; lines: readonly LogLine[] };

export type CheckResult = {
  problems: string[];
  clients: number;
  rooms: number;
  events: number;
  acknowledged: number;
};

const problemsMax = 50;

/**
 * Reads the logs of all clients and says what the chat broke of its word: numbers without gaps and duplicates for
 * everyone, one event for each clientId, every acknowledged message where it was acknowledged, each sender's order kept,
 * the same events for all, nobody left behind.
 */
export function checkLogs(logs: readonly ClientLog[]): CheckResult {
  const problems: string[] = [];
  const complain = (problem: string) => {
    if (problems.length < problemsMax) problems.push(problem);
  };
  /** What everybody saw at a number. */
  const history = new Map<string, Map<number, { shown: string; client: string }>>();
  const numberOf = new Map<string, number>();
  let events = 0;
  let acknowledged = 0;

  for (const { client, lines } of logs) {
    const cursors = new Map<string, number>();
    for (const line of lines) {
      if (line.what === "held") cursors.set(line.room, line.seq);
      if (line.what !== "event") continue;
      events++;
      const cursor = cursors.get(line.room);
      if (cursor !== undefined && line.seq <= cursor)
        complain(`${client} was given ${line.room} ${line.seq} again, after ${cursor}`);
      if (cursor !== undefined && line.seq > cursor + 1)
        complain(`${client} was given ${line.room} ${line.seq} after ${cursor}: a gap`);
      cursors.set(line.room, Math.max(line.seq, cursor ?? 0));
      const room = history.get(line.room) ?? new Map<number, { shown: string; client: string }>();
      history.set(line.room, room);
      const shown = JSON.stringify([line.sender, line.clientId, line.text]);
      const before = room.get(line.seq);
      if (before && before.shown !== shown)
        complain(`${line.room} ${line.seq} is ${shown} for ${client} and ${before.shown} for ${before.client}`);
      room.set(line.seq, { shown, client });
      if (line.clientId === null) continue;
      const name = `${line.room} ${line.sender} ${line.clientId}`;
      const known = numberOf.get(name);
      if (known !== undefined && known !== line.seq)
        complain(`message ${line.clientId} of ${line.sender} is in ${line.room} twice: ${known} and ${line.seq}`);
      numberOf.set(name, line.seq);
    }
    for (const line of lines)
      if (line.what === "head" && (cursors.get(line.room) ?? 0) !== line.seq)
        complain(`${client} stopped at ${line.room} ${cursors.get(line.room) ?? 0}, the room at ${line.seq}`);
  }

  for (const { client, person, lines } of logs) {
    const last = new Map<string, number>();
    for (const line of lines) {
      if (line.what === "acked") {
        acknowledged++;
        const seq = numberOf.get(`${line.room} ${person} ${line.clientId}`);
        if (seq === undefined)
          complain(`${client}'s message ${line.clientId} was acknowledged as ${line.seq} and is lost`);
        else if (seq !== line.seq)
          complain(`${client}'s message ${line.clientId} was acknowledged as ${line.seq} and is ${seq}`);
      }
      if (line.what !== "sending") continue;
      const seq = numberOf.get(`${line.room} ${person} ${line.clientId}`);
      if (seq === undefined) continue;
      const before = last.get(line.room) ?? 0;
      if (seq < before) complain(`${client}'s message ${line.clientId} (${seq}) came after a later one (${before})`);
      last.set(line.room, Math.max(before, seq));
    }
  }
  return { problems, clients: logs.length, rooms: history.size, events, acknowledged };
}

/** Reads a log file; its first line names client and person. */
export function readLog(path: string): ClientLog {
  const [head, ...lines] = readFileSync(path, "utf8").trim().split("\n");
  const { client, person } = JSON.parse(head!) as { client: string; person: string };
  return { client, person, lines: lines.map((line) => JSON.parse(line) as LogLine) };
}

if (import.meta.main) {
  const paths = process.argv.slice(2);
  if (paths.length === 0 || paths[0] === "--help") {
    console.log(
      "Usage: node tests/checker/check-logs.ts LOG…\n\nChecks the logs of chat clients (NDJSON) against each other.",
    );
    process.exit(paths.length === 0 ? 2 : 0);
  }
  const { problems, clients, rooms, events, acknowledged } = checkLogs(paths.map(readLog));
  console.log(
    `  ${clients} clients, ${rooms} rooms, ${events} events handed over, ${acknowledged} messages acknowledged`,
  );
  for (const problem of problems) console.log(`  ${problem}`);
  console.log(problems.length === 0 ? "  Nothing lost, nothing twice, no gaps, every order kept." : "");
  process.exitCode = problems.length === 0 ? 0 : 1;
}
