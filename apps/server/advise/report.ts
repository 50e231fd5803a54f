import { billOf, prices } from "./cost.ts";
import type { Measured } from "./measure.ts";

export type Advice = {
  readonly at: string;
  readonly machine: string;
  readonly stages: readonly (Measured & { readonly usdPerMonth: number })[];
  readonly sentences: readonly string[];
  readonly prices: { readonly region: string; readonly asOf: string; readonly note: string };
};

/** Share of a processor that one would plan with. */
const plannedLoad = 0.6;
/** The largest single database that one can rent today, in vCPU. */
const largestDatabaseCpus = 64;

export function adviceOf(measured: readonly Measured[], machine: string, at: Date): Advice {
  return {
    at: at.toISOString(),
    machine,
    stages: measured.map((each) => ({ ...each, usdPerMonth: Math.round(billOf(each.stage).usd) })),
    sentences: sentencesOf(measured),
    prices: { region: prices.region, asOf: prices.asOf, note: prices.note },
  };
}

/** From what load on the next stage pays, said from what was measured. */
function sentencesOf(measured: readonly Measured[]): string[] {
  const find = (name: string) => measured.find(({ stage }) => stage === name);
  const [one, many] = [find("monolith"), find("microservices")];
  if (!one?.cpuMsPerOrder || !many?.cpuMsPerOrder)
    return ["CPU per order is known on Linux only; without it there is no advice about load."];
  const tax = many.cpuMsPerOrder.own / one.cpuMsPerOrder.own;
  const usd = Math.round(billOf("microservices").usd - billOf("monolith").usd);
  const database = Math.floor((largestDatabaseCpus * plannedLoad * 1_000) / one.cpuMsPerOrder.postgres);
  const perCore = Math.floor((plannedLoad * 1_000) / one.cpuMsPerOrder.own);
  const round = (value: number) =>
    Math.round(value / 10 ** Math.floor(Math.log10(value) - 1)) * 10 ** Math.floor(Math.log10(value) - 1);
  const show = (value: number) => round(value).toLocaleString("en-US");
  return [
    `An order costs ${one.cpuMsPerOrder.own.toFixed(2)} ms of CPU as a monolith and ${many.cpuMsPerOrder.own.toFixed(2)} ms as microservices (${tax.toFixed(1)} times); the smallest stack costs ${usd} USD a month more. So cost alone never pays for the next stage: until then, add copies of the monolith, about ${show(perCore)} orders a second for each core.`,
    `The next stage pays from about ${show(database)} orders a second on, when one database of ${largestDatabaseCpus} vCPU is full and each module needs its own; or earlier, once teams want to deploy and scale accounts, orders and chat apart.`,
  ];
}

/** For a terminal. */
export function asText({ stages, sentences, machine, prices: { region, asOf, note } }: Advice): string {
  const columns: [string, (stage: Advice["stages"][number]) => string][] = [
    ["stage", ({ stage }) => stage],
    ["orders/s", ({ orders }) => Math.round(orders.perSecond).toLocaleString("en-US")],
    ["p50 ms", ({ orders }) => orders.p50Ms.toFixed(1)],
    ["p99 ms", ({ orders }) => orders.p99Ms.toFixed(1)],
    ["CPU ms/order", ({ cpuMsPerOrder }) => cpuMsPerOrder?.own.toFixed(2) ?? "-"],
    ["of the database", ({ cpuMsPerOrder }) => cpuMsPerOrder?.postgres.toFixed(2) ?? "-"],
    ["pages/s", ({ pages }) => Math.round(pages.perSecond).toLocaleString("en-US")],
    ["processes", ({ processes }) => String(processes ?? "-")],
    [
      "memory MB",
      ({ memoryMb }) => (memoryMb ? Math.round(memoryMb.own + memoryMb.kafka).toLocaleString("en-US") : "-"),
    ],
    ["USD/month", ({ usdPerMonth }) => usdPerMonth.toLocaleString("en-US")],
  ];
  const rows = [columns.map(([name]) => name), ...stages.map((stage) => columns.map(([, of]) => of(stage)))];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index]!.length)));
  const table = rows
    .map((row) =>
      row.map((cell, index) => (index === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[index]!))).join("  "),
    )
    .map((line) => `  ${line}`)
    .join("\n");
  const words = sentences.map((sentence) => `  ${wrap(sentence, 110)}`).join("\n\n");
  return `\n${table}\n\n${words}\n\n  Measured on ${machine}, load generator and database on the same machine.\n  AWS: the smallest stack of each stage in ${region}, ${asOf}, without traffic. ${note}\n`;
}

function wrap(text: string, width: number): string {
  let line = "";
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    if (line.length + word.length + 1 > width) {
      lines.push(line);
      line = "";
    }
    line += `${line === "" ? "" : " "}${word}`;
  }
  return [...lines, line].join("\n  ");
}

/** A page with charts, in one file. */
export function asPage(advice: Advice): string {
  const {
    stages,
    sentences,
    machine,
    at,
    prices: { region, asOf, note },
  } = advice;
  const chart = (title: string, unit: string, of: (stage: Advice["stages"][number]) => number | undefined) => {
    const values = stages.map((stage) => of(stage) ?? 0);
    const max = Math.max(...values, 1e-9);
    const bars = stages
      .map(({ stage }, index) => {
        const value = values[index]!;
        const shown = value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(2);
        return `<div class="row"><span>${stage}</span><i style="--share:${((value / max) * 100).toFixed(1)}%"></i><b>${shown}</b></div>`;
      })
      .join("");
    return `<section><h2>${title} <small>${unit}</small></h2>${bars}</section>`;
  };
  const bills = stages
    .map(({ stage, usdPerMonth }) => {
      const parts = billOf(stage)
        .parts.map(({ what, count, usd }) => `<tr><td>${what}</td><td>${count}</td><td>${usd.toFixed(0)}</td></tr>`)
        .join("");
      return `<details><summary>${stage}: ${usdPerMonth.toLocaleString("en-US")} USD</summary><table>${parts}</table></details>`;
    })
    .join("");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Jangteo: which stage</title><style>
:root{--ink:#20302b;--soft:#5c6b65;--line:#e2e0d8;--ground:#faf9f5;--accent:#2f6b57;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--ink:#eceae3;--soft:#a3ada7;--line:#34403b;--ground:#161c19;--accent:#7cc2a8}}
body{margin:0 auto;max-width:960px;padding:32px 20px;background:var(--ground);color:var(--ink);font:16px/1.6 system-ui,sans-serif}
h1{font-size:28px;letter-spacing:-.02em;margin:0 0 8px}h2{font-size:15px;margin:0 0 10px}small,footer{color:var(--soft);font-weight:400}
main{display:grid;gap:28px 40px;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));margin:28px 0}
.row{display:grid;grid-template-columns:110px 1fr 70px;gap:10px;align-items:center;font-size:14px;margin:6px 0}
.row i{height:14px;border-radius:4px;background:linear-gradient(90deg,var(--accent) var(--share),var(--line) 0)}
.row b{text-align:right;font-variant-numeric:tabular-nums}td{padding:2px 16px 2px 0}td+td{text-align:right}summary{cursor:pointer}
</style></head><body>
<h1>Which stage?</h1>${sentences.map((sentence) => `<p>${sentence}</p>`).join("")}
<main>
${chart("Orders", "per second", ({ orders }) => orders.perSecond)}
${chart("Order, p99", "ms", ({ orders }) => orders.p99Ms)}
${chart("CPU of an order", "ms, Jangteo's own", ({ cpuMsPerOrder }) => cpuMsPerOrder?.own)}
${chart("Product pages", "per second", ({ pages }) => pages.perSecond)}
${chart("Memory", "MB, Kafka's too", ({ memoryMb }) => memoryMb && memoryMb.own + memoryMb.kafka)}
${chart("AWS", "USD a month, smallest stack", ({ usdPerMonth }) => usdPerMonth)}
</main>
${bills}
<footer><p>Measured ${at.slice(0, 10)} on ${machine}, load generator and database on the same machine. Prices: ${region}, ${asOf}. ${note}</p></footer>
</body></html>
`;
}
