import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { startBroker } from "../kafka/broker.ts";
import { UsageError } from "../usage-error.ts";

const help = `Usage: jangteo kafka [options]

Runs one Apache Kafka broker for this machine until it is told to stop: fetched by Maven the first time, on
loopback, with 256 MB of heap; needs Java 17. \`jangteo start --stage microservices\` starts one by itself; with this one
running, give it the settings that this prints. Clients sign in with a password in the home folder.

  --port N   port of the broker (9092); 0 takes a free one
  --help     this text`;

/** `jangteo kafka`: a broker of our own. */
export async function kafka(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { port: { type: "string", default: "9092" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port must be a whole number from 0 to 65535, not ${values.port}.`);
  const { home } = readSettings();
  const stopAsked = new Promise<void>((stop) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop());
    process.once("disconnect", () => stop());
  });
  const broker = await startBroker({
    folder: resolve(home, "kafka"),
    port,
    onProgress: (message) => console.log(`  ${message}`),
  });
  console.log(`
  Kafka answers at ${broker.address}. Ctrl-C stops it. A marketplace uses it with these settings:

    KAFKA_BROKERS=${broker.address} JANGTEO_KAFKA_SASL=scram-sha-512 JANGTEO_KAFKA_USER=${broker.login.user} \\
      JANGTEO_KAFKA_PASSWORD=$(cat ${resolve(home, "kafka", "password")})
`);
  process.send?.({ address: broker.address, pid: broker.pid });
  const ended = new Promise<"ended">((resolve_) => broker.process.once("exit", () => resolve_("ended")));
  if ((await Promise.race([stopAsked, ended])) === "ended")
    throw new Error(`The broker ended by itself; ${resolve(home, "kafka", "broker.log")} may say why.`);
  await broker.stop();
  return 0;
}
