// Does what a new user does, `npm start`, twice on a home of its own: the shop opens, answers, and stops on Ctrl-C.
"use strict";
const { spawn } = require("child_process");
const fs = require("fs");
const http = require("http");
const os = require("os");
const path = require("path");

const root = path.join(__dirname, "..");
const home = fs.mkdtempSync(path.join(os.tmpdir(), "jangteo-home-"));
const limits = [60000, 10000, 10000];

(async () => {
  for (const [round, limit] of limits.entries()) {
    const startedAt = Date.now();
    const server = spawn("npm", ["start"], {
      cwd: root,
      env: Object.assign({}, process.env, { JANGTEO_HOME: home, PORT: "0" }),
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
    let output = "";
    server.stdout.on("data", (chunk) => (output += chunk));
    const address = await waitFor(limit, () => (/Marketplace\s+(http:\S+)/.exec(output) || [])[1]);
    if (!address) fail(`start ${round + 1} did not open within ${limit} ms:\n${output}`);
    const openedMs = Date.now() - startedAt;
    const { total } = await get(`${address}/search/product?limit=100`);
    if (!total) fail("the shop is empty");
    process.kill(-server.pid, "SIGINT");
    const code = await Promise.race([
      new Promise((resolve) => server.once("exit", resolve)),
      new Promise((resolve) => setTimeout(resolve, 15000, "did not stop")),
    ]);
    // npm itself may end by the signal; what counts is that the server had the time to stop.
    if (code === "did not stop" || !/Stopped\./.test(output)) fail(`Ctrl-C ended it with ${code}:\n${output}`);
    console.log(
      `  start ${round + 1}: open after ${openedMs} ms, ${total} products on the first page, stopped cleanly`,
    );
  }
  fs.rmSync(home, { recursive: true, force: true });
})().catch((error) => fail(String(error)));

function get(url) {
  return new Promise((resolve, reject) => {
    http
      .get(url, (response) => {
        let body = "";
        response.on("data", (chunk) => (body += chunk));
        response.on("end", () => resolve({ total: JSON.parse(body).items.length }));
      })
      .on("error", reject);
  });
}

async function waitFor(limit, look) {
  for (const deadline = Date.now() + limit; Date.now() < deadline; await new Promise((done) => setTimeout(done, 20))) {
    const found = look();
    if (found) return found;
  }
  return undefined;
}

function fail(message) {
  console.error(`  FAILED: ${message}`);
  process.exit(1);
}
