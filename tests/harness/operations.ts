import type { ApiClient } from "./api-client.ts";

/** What a JSON schema of the API reference may hold. */
export type Schema = {
  type?: string;
  const?: unknown;
  default?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean;
  items?: Schema;
  anyOf?: Schema[];
};

export type Role = "CUSTOMER" | "SELLER" | "ADMIN";

/** A method of a path, as the API reference describes it. */
export type Operation = {
  /** `POST /chat/{id}/messages` */
  name: string;
  method: string;
  path: string;
  /** The roles that may call it; nothing where everybody may. */
  roles: readonly Role[] | undefined;
  body: Schema | undefined;
  /** Names of the segments that are filled in. */
  segments: readonly string[];
  query: readonly { name: string; required: boolean; schema: Schema }[];
  /** Whether it is refused without an Idempotency-Key. */
  needsKey: boolean;
};

type Described = {
  security?: { token: Role[] }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
};

/** An id that nothing has. */
export const nobodys = "00000000-0000-7000-8000-000000000009";

/** Every operation of the API, by its reference. */
export async function readOperations(api: ApiClient): Promise<Operation[]> {
  const { body } = await api.get("/openapi.json");
  return Object.entries(body.paths as Record<string, Record<string, Described>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security, requestBody, parameters = [] }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      roles: security?.length ? security.flatMap(({ token }) => token) : undefined,
      body: requestBody?.content["application/json"]?.schema,
      segments: parameters.filter((each) => each.in === "path").map(({ name }) => name),
      query: parameters
        .filter((each) => each.in === "query")
        .map(({ name, required = false, schema }) => ({
          name,
          // What has a default is filled in.
          required: required && schema.default === undefined,
          schema,
        })),
      needsKey: parameters.some((each) => each.in === "header" && each.name === "idempotency-key" && each.required),
    })),
  );
}

/** Values for fields and parameters by name, in place of made-up ones. */
export type Given = Readonly<Record<string, unknown>>;

/** Texts that patterns ask for, by the field's name. */
const fitting: Given = {
  phone: "010-1234-5678",
  birth: "1990-01-02",
  companyRegistrationNumber: "123-45-67890",
  categoryId: "fashion",
  clientId: "c-1",
};

/** A value that fits the schema; of objects the required fields, or all of them. */
export function sampleOf(schema: Schema, given: Given = {}, all = false, name = ""): unknown {
  if (Object.hasOwn(given, name)) return given[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  // Alternatives of an object say which of its fields must be there.
  if (schema.anyOf && !schema.properties) return sampleOf(schema.anyOf[0]!, given, all, name);
  if (schema.type === "object" || schema.properties) {
    const fields = Object.entries(schema.properties ?? {});
    const used = fields.filter(([field]) => all || Object.hasOwn(given, field) || schema.required?.includes(field));
    return Object.fromEntries(used.map(([field, each]) => [field, sampleOf(each, given, all, field)]));
  }
  if (schema.type === "array")
    return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => sampleOf(schema.items ?? {}, given, all));
  if (schema.type === "integer" || schema.type === "number") return Math.max(1, schema.minimum ?? 1);
  if (schema.type === "boolean") return true;
  if (Object.hasOwn(fitting, name)) return fitting[name];
  if (schema.format === "email") return "nobody.at.all@test.com";
  if (schema.pattern?.includes("[0-9a-f]{8}")) return nobodys;
  if (schema.pattern?.includes("pictures")) return "/pictures/a.svg";
  return "x".repeat(Math.max(1, schema.minLength ?? 1));
}

export type Placed = { at: readonly string[]; schema: Schema };

/** Every field of a body, however deep, with the schema that it has there. */
export function placesOf(schema: Schema, at: readonly string[] = []): Placed[] {
  return [
    { at, schema },
    ...Object.entries(schema.properties ?? {}).flatMap(([name, each]) => placesOf(each, [...at, name])),
    ...(schema.items ? placesOf(schema.items, [...at, "0"]) : []),
  ];
}

/** The value with another one at a place. */
export function replaced(value: unknown, [first, ...rest]: readonly string[], by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === first ? replaced(each, rest, by) : each));
  const fields = value as Record<string, unknown>;
  return { ...fields, [first]: replaced(fields[first], rest, by) };
}

/** Values that a schema refuses: of another type, beyond its bounds. */
export function violationsOf(schema: Schema): unknown[] {
  if (schema.anyOf && !schema.properties) {
    const types = new Set(schema.anyOf.map((each) => each.type ?? typeof each.const));
    const others: [string, unknown][] = [
      ["boolean", true],
      ["integer", -1],
      ["array", []],
      ["null", null],
    ];
    const strings = schema.anyOf.filter((each) => each.type === "string" || typeof each.const === "string");
    return [
      ...others
        .filter(([type]) => !types.has(type) && !(type === "integer" && types.has("number")))
        .map(([, value]) => value),
      ...(strings.length > 0 && strings.every((each) => each.const !== undefined) ? ["none of these"] : []),
    ];
  }
  switch (schema.type) {
    case "integer":
    case "number":
      return [
        null,
        "1",
        [1],
        {},
        ...(schema.type === "integer" ? [1.5] : []),
        ...(schema.minimum === undefined ? [] : [schema.minimum - 1]),
        ...(schema.maximum === undefined ? [] : [schema.maximum + 1, 1e300]),
      ];
    case "boolean":
      return [null, "true", 1, []];
    case "array":
      return [null, "x", {}, ...(schema.minItems ? [[]] : [])];
    case "object":
      return [null, "x", [], 1];
    case "string":
      return [
        null,
        1,
        true,
        ["x"],
        {},
        ...(schema.minLength ? [""] : []),
        ...(schema.maxLength === undefined ? [] : ["x".repeat(schema.maxLength + 1)]),
        ...(schema.format === "email" ? ["no address"] : []),
        ...(schema.pattern ? ["\n"] : []),
        ...(schema.enum ? ["none of these"] : []),
      ];
    default:
      return [];
  }
}

/** The address of an operation: ids and required parameters as given, else made up. */
export function urlOf({ path, query }: Operation, given: Given = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent((given[name] as string | number | undefined) ?? nobodys),
  );
  const parameters = query
    .filter(({ name, required }) => required || Object.hasOwn(given, name))
    .map(({ name, schema }) => `${name}=${encodeURIComponent(String(sampleOf(schema, given, false, name)))}`);
  return parameters.length > 0 ? `${filled}?${parameters.join("&")}` : filled;
}

/** Runs the work for each item, at most `atOnce` at the same time. */
export async function forEachOf<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
    }),
  );
}
