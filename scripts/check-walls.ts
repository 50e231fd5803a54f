import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { wallViolations } from "./walls.ts";

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts"], {
  encoding: "utf8",
});
const violations = files
  .split("\n")
  .filter(Boolean)
  .flatMap((path) => wallViolations(path, readFileSync(path, "utf8")));
for (const violation of violations) console.error(violation);
process.exitCode = violations.length === 0 ? 0 : 1;
