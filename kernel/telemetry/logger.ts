import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import pino from "pino";
import { makePrivate, privateFile, privateFolder } from "../files/private.ts";
import { errorForLog, type LoggedError } from "./error-for-log.ts";

export type Logger = pino.Logger;

/** Paths whose values never reach a log line. */
const redacted = [
  "password",
  "token",
  "refreshToken",
  "accessToken",
  "authorization",
  "email",
  "phone",
  "bankAccount",
  "*.password",
  "*.token",
  "*.email",
  "*.phone",
  "*.bankAccount",
];

/**
 * The program's logger: JSON lines into `file`, or to standard output without one. On a terminal, warnings are also
 * shown readably.
 */
export function createLogger(options: { level: string; file?: string | undefined; terminal?: boolean }): Logger {
  const streams: pino.StreamEntry[] = [];
  const level = options.level as pino.Level;
  if (options.file) {
    mkdirSync(dirname(options.file), { recursive: true, mode: privateFolder });
    makePrivate(options.file);
    streams.push({ level, stream: pino.destination({ dest: options.file, sync: false, mode: privateFile }) });
  } else streams.push({ level, stream: pino.destination({ dest: 1, sync: true }) });
  if (options.terminal && options.file) streams.push({ level: "warn", stream: readableStream() });
  return pino(
    {
      level: options.level,
      base: undefined,
      redact: { paths: redacted, censor: "[hidden]" },
      serializers: { err: errorForLog },
    },
    pino.multistream(streams),
  );
}

/** Warnings and errors as one plain line each; the full record is in the log file. */
function readableStream() {
  return {
    write(line: string) {
      const entry = JSON.parse(line) as { level: number; msg?: string; err?: LoggedError };
      const word = entry.level >= 50 ? "error" : "warn";
      process.stderr.write(`  ${word}  ${[entry.msg ?? "", ...messagesOf(entry.err)].join(": ")}\n`);
    },
  };
}

/** The message of an error and those of its causes. */
function messagesOf(error: LoggedError | undefined): string[] {
  return error ? [...(error.message ? [error.message] : []), ...messagesOf(error.cause)] : [];
}

/** A logger that says nothing, for tests. */
export function silentLogger(): Logger {
  return pino({ level: "silent" });
}
