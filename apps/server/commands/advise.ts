import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { stages } from "../../../stages/stages.ts";
import { measureStages } from "../advise/measure.ts";
import { adviceOf, asPage, asText } from "../advise/report.ts";
import { findJava } from "../java/java.ts";
import { UsageError } from "../usage-error.ts";

const help = `Usage: jangteo advise [options]

Opens the marketplace in every stage on this machine, with data of its own that is thrown away, gives each the same load
in turns, and says what an order costs in each and when the next stage pays. Takes some two minutes and 2 GB of memory.

  --rounds N     how often each is measured; the middle one counts (3)
  --seconds N    how long each time (5)
  --json         print JSON instead of a table
  --page FILE    also write a page with charts
  --help         this text`;

/** `jangteo advise`: which stage, from what load on, at what cost. */
export async function advise(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: "string", default: "3" },
      seconds: { type: "string", default: "5" },
      json: { type: "boolean" },
      page: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [rounds, seconds] = [wholeNumber("rounds", values.rounds, 20), wholeNumber("seconds", values.seconds, 120)];
  const say = (message: string) => console.error(`  ${message}`);
  const withKafka = await findJava("Kafka").then(
    () => true,
    (error: Error) => {
      say(`${error.message} Until then microservices are left out.`);
      return false;
    },
  );
  const compared = Object.values(stages).filter(({ events }) => withKafka || events !== "kafka");
  const measured = await measureStages(compared, rounds, seconds, say);
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const advice = adviceOf(measured, machine, new Date());
  console.log(values.json ? JSON.stringify(advice, null, 2) : asText(advice));
  if (values.page !== undefined) {
    const path = resolve(values.page);
    mkdirSync(resolve(path, ".."), { recursive: true });
    writeFileSync(path, asPage(advice));
    say(`Written to ${path}`);
  }
  return 0;
}

function wholeNumber(name: string, text: string, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > max)
    throw new UsageError(`--${name} must be a whole number from 1 to ${max}, not ${text}.`);
  return value;
}
