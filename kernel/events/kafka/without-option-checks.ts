import { createRequire } from "node:module";
import type { Ajv2020 } from "ajv/dist/2020.js";

/**
 * Imported before the Kafka client. The client compiles a JSON schema for the options of each of its calls when it is
 * imported, which costs every process a second of CPU, to check what TypeScript has checked already. Here they are not compiled.
 */
const utilities = new URL("utils.js", import.meta.resolve("@platformatic/kafka"));
// Not by `import()`: the next import of who imports this would not wait for it.
const { ajv } = createRequire(import.meta.url)(utilities.pathname) as { ajv: Ajv2020 };

ajv.compile = (() => () => true) as unknown as typeof ajv.compile;
