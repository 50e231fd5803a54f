import { relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { type Plugin, rolldown } from "rolldown";

const root = new URL("../../", import.meta.url).pathname;
/** Beside the pages that are built: not in the repository. */
const folder = `${root}artifacts/server`;

/**
 * One file of the server and its libraries, which is loaded in a third of the time: the suites start a thousand processes.
 * Answers its path.
 */
export async function bundleServer(): Promise<string> {
  const bundle = await rolldown({
    input: { jangteo: `${root}apps/server/jangteo.ts` },
    platform: "node",
    plugins: [addressesOfSources],
    // What brings binaries, and what finds its own files by its place.
    external: [/^sharp$/, /^@node-rs\//, /^@platformatic\/kafka/, /^@scalar\//, /^@fastify\/swagger$/],
    logLevel: "silent",
  });
  try {
    await bundle.write({ dir: folder, format: "esm", entryFileNames: "[name].mjs", cleanDir: true });
  } finally {
    await bundle.close();
  }
  return `${folder}/jangteo.mjs`;
}

/** Files beside the sources are found there. */
const addressesOfSources: Plugin = {
  name: "addresses of sources",
  transform(code, id) {
    if (!id.startsWith(root) || id.includes("node_modules") || !code.includes("import.meta.url")) return null;
    const path = relative(folder, id).split(sep).join("/");
    return { code: code.replaceAll("import.meta.url", `new URL(${JSON.stringify(path)}, import.meta.url).href`) };
  },
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(await bundleServer());
