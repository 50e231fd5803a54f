import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";

// The types of the API client, made from the OpenAPI document as the marketplace itself gives it.
const folder = "packages/api-client";
const home = mkdtempSync(join(tmpdir(), "jangteo-generate-"));
const marketplace = spawn(process.execPath, ["apps/server/jangteo.ts", "start"], {
  env: { PATH: process.env.PATH, JANGTEO_HOME: home, JANGTEO_DEMO: "off", JANGTEO_PAGES: "off", PORT: "0" },
  stdio: ["ignore", "ignore", "inherit", "ipc"],
});
const ended = new Promise<void>((resolve) => marketplace.once("exit", () => resolve()));
try {
  const address = await new Promise<string>((resolve, reject) => {
    marketplace.once("message", (message) => resolve((message as { address: string }).address));
    void ended.then(() => reject(new Error("the marketplace did not open")));
  });
  const document = await (await fetch(`${address}/openapi.json`)).text();
  const types = astToString(await openapiTS(document, { defaultNonNullable: false }));
  writeFileSync(`${folder}/schema.d.ts`, `// Made by \`npm run generate\` from openapi.json; do not edit.\n${types}`);
} finally {
  marketplace.kill("SIGTERM");
  await ended;
  rmSync(home, { recursive: true, force: true });
}
