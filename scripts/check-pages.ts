import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

// Types of the pages: tsc does not read .svelte files.
const app = "apps/web";
const { resolve } = createRequire(join(process.cwd(), app, "package.json"));
const run = (script: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: app, encoding: "utf8" });
  if (status === 0) return;
  console.error(stdout + stderr);
  process.exit(1);
};
run(join(dirname(resolve("@sveltejs/kit/package.json")), "svelte-kit.js"), "sync");
run(join(dirname(resolve("svelte-check/package.json")), "bin/svelte-check"), "--fail-on-warnings");
