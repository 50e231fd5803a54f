import { execFileSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";

/** Copies the files of the repository, with links to the installed packages. */
export function copyRepository(from: string, to: string): void {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: from, encoding: "utf8" });
  const folders = new Set<string>();
  for (const file of files.split("\0")) {
    if (file === "" || !existsSync(join(from, file))) continue;
    folders.add(dirname(file));
    cpSync(join(from, file), join(to, file));
  }
  for (const folder of folders) {
    const packages = join(from, folder, "node_modules");
    if (folder !== "." && existsSync(packages)) symlinkSync(packages, join(to, folder, "node_modules"));
  }
  linkRootPackages(join(from, "node_modules"), join(to, "node_modules"));
}

/** Links of the workspace are relative and stay so: they lead to the mutated modules. */
function linkRootPackages(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from)) {
    if (entry !== "@jangteo") {
      symlinkSync(join(from, entry), join(to, entry));
      continue;
    }
    mkdirSync(join(to, entry));
    for (const name of readdirSync(join(from, entry))) {
      const link = join(from, entry, name);
      symlinkSync(lstatSync(link).isSymbolicLink() ? readlinkSync(link) : link, join(to, entry, name));
    }
  }
}
