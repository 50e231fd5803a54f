import { spawn } from "node:child_process";

/** Everything that is checked without running the program: types, lint, format, walls, contracts. In seconds. */
const checks: Record<string, string[]> = {
  types: ["tsc", "-p", "."],
  // Before lint, which reads what this makes.
  pages: ["node", "scripts/check-pages.ts"],
  lint: ["oxlint", "--type-aware", "--deny-warnings"],
  format: ["biome", "ci", "--colors=off", "--max-diagnostics=5", "--log-level=error", "."],
  walls: ["node", "scripts/check-walls.ts"],
  contracts: ["buf", "lint", "contracts"],
  // What was released goes on working beside what is new: a rolling deploy mixes both.
  "wire changes": ["buf", "breaking", "contracts", "--against", "contracts/released.binpb"],
};

let failed = 0;
for (const [name, [command, ...args]] of Object.entries(checks)) {
  const startedAt = performance.now();
  const { code, output } = await run(command!, args);
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  console.log(`  ${code === 0 ? "ok    " : "FAILED"}  ${name.padEnd(13)} ${seconds} s`);
  if (code !== 0) {
    failed++;
    console.log(output);
  }
}
process.exitCode = failed === 0 ? 0 : 1;

function run(command: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(`node_modules/.bin/${command}`, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", (error) => resolve({ code: 1, output: String(error) }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
