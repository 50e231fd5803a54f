// Installs what is missing before the first start or test. Plain JavaScript that old Nodes can run: it is what brings
// the right Node. `--production` leaves the tools for tests and benchmarks out.
"use strict";
const { spawn, spawnSync } = require("child_process");
const crypto = require("crypto");
const fs = require("fs");
const path = require("path");

const root = path.join(__dirname, "..");
const production = process.argv.includes("--production");
const stampFile = path.join(root, "node_modules", ".jangteo-install.json");
const lock = crypto
  .createHash("sha256")
  .update(fs.readFileSync(path.join(root, "package-lock.json")))
  .digest("hex");

function readStamp() {
  try {
    return JSON.parse(fs.readFileSync(stampFile, "utf8"));
  } catch (_) {
    return {};
  }
}

function nodeWorks() {
  const binary = path.join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
  const result = spawnSync(binary, ["--version"], { encoding: "utf8", shell: process.platform === "win32" });
  return result.status === 0 && /^v(2[4-9]|[3-9]\d)\./.test(result.stdout);
}

const stamp = readStamp();
if (stamp.lock === lock && (stamp.full || production)) process.exit(0);

const startedAt = Date.now();
const seconds = () => Math.round((Date.now() - startedAt) / 1000);
const say = (text) => process.stdout.write(text);
say("  Installing what Jangteo needs (Node 24, PostgreSQL 18, libraries) from npm. The first time takes a minute.\n");

const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"].concat(production ? ["--omit=dev"] : []);
const npm = process.env.npm_execpath
  ? spawn(process.execPath, [process.env.npm_execpath].concat(args), { cwd: root, stdio: ["ignore", "pipe", "pipe"] })
  : spawn("npm", args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
let output = "";
npm.stdout.on("data", (chunk) => (output += chunk));
npm.stderr.on("data", (chunk) => (output += chunk));
const onTerminal = Boolean(process.stdout.isTTY);
const progress = setInterval(
  () => say(onTerminal ? `\r  Installing … ${seconds()} s ` : `  Installing … ${seconds()} s\n`),
  onTerminal ? 1000 : 10000,
);

npm.on("error", (error) => finish(1, String(error)));
npm.on("close", (code) => finish(code, output));

function finish(code, text) {
  clearInterval(progress);
  if (onTerminal) say("\r");
  if (code !== 0) {
    process.stderr.write(`\n  npm could not install the libraries (exit code ${code}):\n\n${text}\n`);
    process.exit(1);
  }
  // npm may have been told not to run install scripts; the Node binary comes by one.
  if (!nodeWorks()) {
    spawnSync(process.execPath, ["installArchSpecificPackage.js"], {
      cwd: path.join(root, "node_modules", "node"),
      stdio: "inherit",
    });
    if (!nodeWorks()) {
      process.stderr.write(
        "\n  Node 24 could not be installed from npm for this platform. Install Node 24 or newer yourself and start again.\n",
      );
      process.exit(1);
    }
  }
  fs.writeFileSync(stampFile, JSON.stringify({ lock, full: !production }));
  say(`  Installed in ${seconds()} s.\n`);
}
