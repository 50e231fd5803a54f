/** An error as a log shows it. */
export type LoggedError = {
  type: string;
  message: string;
  code?: string;
  /** Of an error of the database: which of its rules was broken, never by which values. */
  table?: string;
  column?: string;
  constraint?: string;
  stack?: string;
  cause?: LoggedError;
  /** Of several attempts. */
  errors?: LoggedError[];
};

/** Classes of SQLSTATE whose messages quote what people entered: data exceptions and violated constraints. */
const quoting = /^2[23]/;
const causesMax = 5;

/**
 * What a log shows of an error: its type, code, message and stack. The database describes a failed statement with its values
 * (in `detail`, `where`, and for some errors in the message); those are left out, since they are people's data.
 */
export function errorForLog(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error;
  const { code, severity, table, column, constraint } = error as Error & Record<string, unknown>;
  const isDatabaseError = typeof severity === "string" && typeof code === "string";
  const message =
    isDatabaseError && quoting.test(code) ? `the database refused a value (SQLSTATE ${code})` : error.message;
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    type: error.constructor.name,
    message,
    ...(typeof code === "string" && { code }),
    ...(isDatabaseError && {
      ...(typeof table === "string" && { table }),
      ...(typeof column === "string" && { column }),
      ...(typeof constraint === "string" && { constraint }),
    }),
    stack: [message, ...frames].join("\n"),
    ...(error instanceof AggregateError &&
      depth < causesMax && { errors: error.errors.slice(0, causesMax).map((each) => errorForLog(each, depth + 1)) }),
    ...(error.cause !== undefined &&
      depth < causesMax && { cause: errorForLog(error.cause, depth + 1) as LoggedError }),
  };
}
