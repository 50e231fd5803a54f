import { execFile } from "node:child_process";
import { hash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const requirements = new URL("requirements.txt", import.meta.url).pathname;

/**
 * Installs Schemathesis into a Python environment of its own in `folder`, unless these very versions are there already;
 * resolves to its command. pip checks every file against its hash. Throws with the output of what fails.
 */
export async function installSchemathesis(folder: string): Promise<string> {
  const stamp = join(folder, "installed");
  const wanted = hash("sha256", readFileSync(requirements));
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
    rmSync(folder, { recursive: true, force: true });
    await run("python3", ["-m", "venv", folder]).catch((error: unknown) => {
      throw new Error("Python 3.10 or newer with its venv module is needed (Debian: apt install python3-venv)", {
        cause: error,
      });
    });
    const options = ["--quiet", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"];
    await run(join(folder, "bin/pip"), ["install", ...options, "--requirement", requirements]);
    writeFileSync(stamp, wanted);
  }
  return join(folder, "bin/st");
}
