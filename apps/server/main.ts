import { SettingsError } from "@jangteo/kernel/settings/settings.ts";
import { UsageError } from "./usage-error.ts";

type Command = { summary: string; hidden?: true; load: () => Promise<(args: string[]) => Promise<number>> };

const commands: Record<string, Command> = {
  start: {
    summary: "Open the marketplace",
    load: async () => (await import("./commands/start.ts")).start,
  },
  status: {
    summary: "Show what runs where",
    load: async () => (await import("./commands/status.ts")).status,
  },
  deploy: {
    summary: "Replace the copies that run, one after the other",
    load: async () => (await import("./commands/deploy.ts")).deploy,
  },
  scale: {
    summary: "Change how many copies of a service run",
    load: async () => (await import("./commands/scale.ts")).scale,
  },
  advise: {
    summary: "Measure every stage here and say when the next one pays",
    load: async () => (await import("./commands/advise.ts")).advise,
  },
  "move-databases": {
    summary: "Move between one database and one per module",
    load: async () => (await import("./commands/move-databases.ts")).moveDatabases,
  },
  kafka: {
    summary: "Run a Kafka broker for this machine",
    load: async () => (await import("./commands/kafka.ts")).kafka,
  },
  gateway: {
    summary: "Run the gateway by itself, in front of containers",
    load: async () => (await import("./commands/gateway.ts")).gateway,
  },
  certificates: {
    summary: "Make the certificates by which processes know each other",
    load: async () => (await import("./commands/certificates.ts")).certificates,
  },
  serve: {
    summary: "Run one process of a stage",
    hidden: true,
    load: async () => (await import("./commands/serve.ts")).serve,
  },
  verify: {
    summary: "Check that no point and no unit of stock is lost, made or spent twice",
    load: async () => (await import("./commands/verify.ts")).verify,
  },
  admin: {
    summary: "Make an administrator, or give one a new password",
    load: async () => (await import("./commands/admin.ts")).admin,
  },
  "remove-admin": {
    summary: "Take the role away from an administrator, at once",
    load: async () => (await import("./commands/remove-admin.ts")).removeAdmin,
  },
  "rotate-keys": {
    summary: "Sign access tokens with a new key, and retire the keys before",
    load: async () => (await import("./commands/rotate-keys.ts")).rotateKeys,
  },
  "end-second-factor": {
    summary: "Let somebody in again who has lost the authenticator app and all recovery codes",
    load: async () => (await import("./commands/end-second-factor.ts")).endSecondFactor,
  },
  import: {
    summary: "Take products in from a CSV file",
    load: async () => (await import("./commands/import.ts")).importProducts,
  },
  export: {
    summary: "Write all products of a seller as a CSV file",
    load: async () => (await import("./commands/export.ts")).exportProducts,
  },
  settings: {
    summary: "Show every setting, its value, unit and bounds",
    load: async () => (await import("./commands/settings.ts")).settings,
  },
};

const help = `jangteo: a marketplace that starts as one process

Usage: jangteo <command> [options]

Commands:
${Object.entries(commands)
  .filter(([, { hidden }]) => !hidden)
  .map(([name, { summary }]) => `  ${name.padEnd(15)} ${summary}`)
  .join("\n")}

jangteo <command> --help tells a command's options.
Exit codes: 0 done, 1 failed, 2 wrong usage or settings.`;

/** Runs the command line; answers the exit code. */
export async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    console.log(help);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    console.error(`There is no command "${name}".\n\n${help}`);
    return 2;
  }
  try {
    return await (await command.load())(rest);
  } catch (error) {
    return report(error);
  }
}

function report(error: unknown): number {
  if (error instanceof UsageError || error instanceof SettingsError) {
    console.error(`\n  ${error.message}\n`);
    return 2;
  }
  if (error instanceof TypeError && (error as NodeJS.ErrnoException).code?.startsWith("ERR_PARSE_ARGS")) {
    console.error(`\n  ${error.message}\n`);
    return 2;
  }
  console.error(`\n  ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.JANGTEO_LOG_LEVEL === "debug" && error instanceof Error) console.error(error.stack);
  return 1;
}
