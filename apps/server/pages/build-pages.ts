import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const app = join(root, "apps/web");
/** Where the built pages are. */
export const pagesFolder = new URL("../../web/build/", import.meta.url);
const stampFile = fileURLToPath(new URL("stamp", pagesFolder));
const sources = ["src", "static", "package.json", "vite.config.ts", "tsconfig.json"].map((name) => join(app, name));
const besides = ["packages/api-client/api-client.ts", "contracts/pages.ts", "package-lock.json"];

/** Builds the pages where they are missing or older than their sources; that takes some seconds. */
export async function ensurePages(say: (message: string) => void): Promise<void> {
  const wanted = hashOf([...sources, ...besides.map((name) => join(root, name))]);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  say("Building the pages (once; some seconds)");
  const out = `build.${process.pid}`;
  try {
    await build(out);
    writeFileSync(join(app, out, "stamp"), wanted);
    rmSync(pagesFolder, { recursive: true, force: true });
    renameSync(join(app, out), fileURLToPath(pagesFolder));
  } finally {
    rmSync(join(app, out), { recursive: true, force: true });
  }
}

function build(out: string): Promise<void> {
  const vite = createRequire(join(app, "package.json")).resolve("vite/package.json");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(dirname(vite), "bin/vite.js"), "build", "--logLevel", "warn"], {
      cwd: app,
      env: { ...process.env, JANGTEO_PAGES_OUT: out, NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`The pages could not be built:\n${output.slice(-4_000)}`)),
    );
  });
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  const add = (path: string): void => {
    hash.update(path.slice(root.length));
    hash.update(readFileSync(path));
  };
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const inside =
      path.endsWith(".ts") || path.endsWith(".json")
        ? undefined
        : readdirSync(path, { recursive: true, withFileTypes: true });
    if (!inside) add(path);
    else
      for (const file of inside
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort())
        add(file);
  }
  return hash.digest("hex");
}
