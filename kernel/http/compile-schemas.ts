import { Ajv2020 as Ajv, type AnySchema } from "ajv/dist/2020.js";
import addFormatsPlugin from "ajv-formats";
import buildSerializer, { type Schema } from "fast-json-stringify";
import type { FastifySchemaCompiler, FastifySchemaValidationError, FastifySerializerCompiler } from "fastify";

const addFormats = addFormatsPlugin as unknown as (ajv: Ajv) => Ajv;

/**
 * Checks requests and writes responses by their schemas. Each is compiled when its route is first called: compiling all of
 * them took a fifth of the start of a process.
 */
export function compileWhenCalled(): {
  validator: FastifySchemaCompiler<AnySchema>;
  serializer: FastifySerializerCompiler<Schema>;
} {
  const common = { allErrors: true, useDefaults: true, removeAdditional: false, strict: false } as const;
  // Bodies are taken as they are typed; query and path values are text, so they are coerced.
  const bodies = addFormats(new Ajv({ ...common, coerceTypes: false }));
  const addresses = addFormats(new Ajv({ ...common, coerceTypes: true }));
  return {
    validator({ schema, httpPart }) {
      const compiled = once(() => (httpPart === "body" ? bodies : addresses).compile(schema));
      return (data) => {
        const check = compiled();
        return check(data) === true || { error: check.errors as FastifySchemaValidationError[] };
      };
    },
    serializer({ schema }) {
      const compiled = once(() => buildSerializer(schema));
      return (data) => compiled()(data);
    },
  };
}

/** What `make` made the first time. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
