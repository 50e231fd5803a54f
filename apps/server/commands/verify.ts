import { parseArgs } from "node:util";
import { withServices } from "../open-services.ts";
import { verifyMarketplace } from "../verify-marketplace.ts";

const help = `Usage: jangteo verify [options]

Checks every sum of the marketplace: balances against transfers, stock against its moves, orders against the ledger.
It may run while the marketplace is open. Exit code 0 when all is right, 1 with the rows when a sum is off.

  --json     print the checks as JSON
  --help     this text`;

/** `jangteo verify`: the reconciliation. */
export async function verify(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const checks = await withServices("verify", verifyMarketplace);
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
