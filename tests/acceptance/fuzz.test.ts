import assert from "node:assert/strict";
import { test } from "node:test";
import { useMarketplace } from "../harness/suite.ts";

const market = useMarketplace();

type Schema = {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  required?: string[];
};
type Operation = {
  security?: object[];
  tags?: string[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  parameters?: { name: string; in: string }[];
};

const junk: unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  1e300,
  "",
  "x",
  "1",
  "' OR 1=1 --",
  "가".repeat(5_000),
  "\u202E<img src=x onerror=alert(1)>",
  [],
  [[]],
  {},
  { $ne: null },
  "00000000-0000-7000-8000-000000000001",
  "2026-02-31",
  "a@b.c",
];

/** A value that fits the schema as far as its types go; the first place that `wrong` names gets junk. */
function sample(schema: Schema, path: string, wrong: string, value: unknown): unknown {
  if (path === wrong) return value;
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, each]) => [name, sample(each, `${path}/${name}`, wrong, value)]),
    );
  if (schema.type === "array") return [sample(schema.items ?? {}, `${path}/0`, wrong, value)];
  if (schema.type === "integer") return 1;
  if (schema.type === "boolean") return true;
  return "00000000-0000-7000-8000-000000000009";
}

function places(schema: Schema, path = ""): string[] {
  const below = [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, each]) => places(each, `${path}/${name}`)),
    ...(schema.items ? places(schema.items, `${path}/0`) : []),
  ];
  return [path, ...below];
}

test("no operation answers 500 to junk, wherever it stands; all refusals are problem documents", async () => {
  const { body } = await market.api.get("/openapi.json");
  const [customer, seller] = [await market.api.customer(100), await market.api.seller()];
  let count = 0;
  const send = async (method: string, path: string, operation: Operation, options: { body?: unknown }) => {
    const token = !operation.security ? undefined : /seller/.test(path) ? seller.token : customer.token;
    // 500 throws in the client.
    const response = await market.api.request(method.toUpperCase(), path, { ...options, token, key: `fuzz-${count}` });
    count++;
    const shown = `${method} ${path} ${JSON.stringify(options.body)?.slice(0, 200)} → ${response.status}`;
    assert.ok(response.status < 500, shown);
    if (response.status >= 400) assert.match(response.headers.get("content-type")!, /problem\+json/, shown);
  };
  for (const [template, operations] of Object.entries(body.paths as Record<string, Record<string, Operation>>))
    for (const [method, operation] of Object.entries(operations)) {
      // Sign-in is slow by design; it has its own tests.
      if (/login|signup|reset/.test(template)) continue;
      const schema = operation.requestBody?.content["application/json"]?.schema;
      const path = template.replace(/\{\w+\}/g, "00000000-0000-7000-8000-000000000009");
      if (schema)
        for (const place of places(schema))
          for (const value of junk) await send(method, path, operation, { body: sample(schema, "", place, value) });
      for (const value of junk) {
        const text = encodeURIComponent(typeof value === "string" ? value.slice(0, 500) : JSON.stringify(value));
        for (const { name } of (operation.parameters ?? []).filter((parameter) => parameter.in === "query"))
          await send(
            method,
            `${path}?${name}=${text}`,
            operation,
            schema ? { body: sample(schema, "", "none", null) } : {},
          );
        if (/\{\w+\}/.test(template))
          await send(method, template.replace(/\{\w+\}/g, text.slice(0, 400) || "x"), operation, {});
      }
    }
  assert.ok(count > 1_500, `${count} requests`);
});
