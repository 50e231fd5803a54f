import { parseArgs } from "node:util";
import { withServices } from "../open-services.ts";
import { showProgress } from "../progress.ts";
import { type ListedInvariant, listInvariants, verifyMarketplace } from "../verify-marketplace.ts";

const help = `Usage: jangteo verify [options]

Checks every sum of the marketplace: balances against transfers, stock against its moves, orders against the ledger.
It may run while the marketplace is open: it reads range by range, in short transactions. Exit code 0 when all is right, 1
with the rows when something is off.

  --json     print the checks as JSON
  --list     print what is checked and what it protects, as Markdown, and check nothing
  --help     this text`;

/** `jangteo verify`: the reconciliation. */
export async function verify(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { json: { type: "boolean" }, list: { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (values.list) {
    console.log(await withServices("verify", async (clients) => renderInvariants(await listInvariants(clients))));
    return 0;
  }
  const progress = values.json ? undefined : showVerifyProgress();
  const checks = await withServices("verify", (clients) =>
    verifyMarketplace(clients, progress && { onProgress: progress.update }),
  );
  progress?.end();
  const wrong = checks.filter((check) => check.count > 0);
  if (values.json) console.log(JSON.stringify({ ok: wrong.length === 0, checks }, null, 2));
  else {
    for (const { module, name, count, examples } of checks) {
      console.log(`  ${count === 0 ? "ok " : "OFF"}  ${module.padEnd(15)} ${name}${count > 0 ? `: ${count}` : ""}`);
      for (const example of examples) console.log(`       ${example}`);
    }
    const verdict =
      wrong.length === 0
        ? `All ${checks.length} checks are right.`
        : `${wrong.length} of ${checks.length} checks are off.`;
    console.log(`\n  ${verdict}`);
  }
  return wrong.length === 0 ? 0 : 1;
}

/** On standard error, so that a report in a file has none of it; shown once there is something to wait for. */
function showVerifyProgress() {
  let bar: ReturnType<typeof showProgress> | undefined;
  const startedAt = Date.now();
  return {
    update(rows: number, total: number) {
      if (Date.now() - startedAt < 1_000) return;
      bar ??= showProgress("Checking", total, process.stderr);
      // The total is an estimate: what it does not count is no reason to stop at 100%.
      bar.update(Math.min(rows, total * 0.99), `${rows} rows`);
    },
    end: () => bar?.end(),
  };
}

/** docs/invariants.md */
export function renderInvariants(invariants: readonly ListedInvariant[]): string {
  const modules = [...new Set(invariants.map(({ module }) => module))];
  const sections = modules.map((module) => {
    const rows = invariants
      .filter((each) => each.module === module)
      .map(({ name, protects }) => `| ${name} | ${protects} |`);
    return `## ${module}\n\n| what is off | what it protects |\n| --- | --- |\n${rows.join("\n")}`;
  });
  return `# Invariants

What \`jangteo verify\` checks, over every row, also while the marketplace is open. Each line names what is off when it
counts anything but 0, and what the rule protects. \`jangteo verify --list\` prints this page.

${sections.join("\n\n")}`;
}
