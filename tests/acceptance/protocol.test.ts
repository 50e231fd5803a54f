import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assertProblem } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";

const market = useMarketplace();
const raw = (body: string, headers: Record<string, string> = {}) =>
  market.api.request("POST", "/accounts/customer/login", { body, headers });

describe("bodies", () => {
  for (const [what, body] of Object.entries({
    "no JSON": "{",
    "a duplicate key": '{"email":"a@b.c","email":"a@b.c","password":"x"}',
    "a duplicate key, escaped": '{"email":"a@b.c","\\u0065mail":"a@b.c","password":"x"}',
    __proto__: '{"email":"a@b.c","password":"x","__proto__":{"admin":true}}',
    NUL: '{"email":"a@b.c","password":"a\\u0000b"}',
    "half a surrogate pair": '{"email":"a@b.c","password":"\\ud800"}',
    "deep nesting": `{"email":${"[".repeat(100)}${"]".repeat(100)}}`,
    "an array": "[]",
    "a number": "1",
    null: "null",
    "an unknown field": '{"email":"a@b.c","password":"x","isAdmin":true}',
    "a number for a text": '{"email":"a@b.c","password":1}',
  }))
    test(`${what} is 400`, async () => {
      assertProblem(await raw(body), 400);
    });

  test("too large is 413", async () => {
    assertProblem(await raw(`{"email":"${"x".repeat(300_000)}"}`), 413, "BODY_TOO_LARGE");
  });

  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
    test(`${type} is 415`, async () => {
      assertProblem(await raw("a=b", { "content-type": type }), 415, "UNSUPPORTED_MEDIA_TYPE");
    });

  test("no body at all names what is missing", async () => {
    const response = await market.api.request("POST", "/accounts/customer/login");
    assertProblem(response, 400, "INVALID_INPUT");
    assert.deepEqual(
      response.body.errors.map((each: { path: string }) => each.path),
      ["email", "password"],
    );
  });

  test("a route without a body takes none", async () => {
    const { token } = await market.api.customer();
    assert.equal((await market.api.request("POST", "/accounts/customer", { token })).status, 200);
    assertProblem(await market.api.post("/accounts/customer", { x: 1 }, token), 400, "INVALID_INPUT");
  });
});

describe("Idempotency-Key", () => {
  test("is 1 to 64 visible ASCII characters where it may be left out, too", async () => {
    const { token } = await market.api.customer();
    const send = (key?: string) =>
      market.api.request("POST", "/customer/notifications/seen", { token, ...(key !== undefined && { key }) });
    for (const key of ["", "with space", "x".repeat(65), "\u00e9"])
      assertProblem(await send(key), 400, "INVALID_IDEMPOTENCY_KEY");
    for (const key of [undefined, "!", "~".repeat(64)]) assert.equal((await send(key)).status, 204);
  });
});

describe("errors", () => {
  test("are Korean, and English for those who ask for it", async () => {
    const korean = await market.api.get("/nowhere");
    assertProblem(korean, 404, "NOT_FOUND");
    assert.equal(korean.body.detail, "찾을 수 없습니다.");
    const english = await market.api.request("GET", "/nowhere", { headers: { "accept-language": "en" } });
    assert.equal(english.body.detail, "Not found.");
  });

  test("a wrong role is told before the body is looked at", async () => {
    const { token } = await market.api.customer();
    assertProblem(await market.api.post("/seller/product", { nonsense: true }, token), 403, "WRONG_ROLE");
  });
});

describe("operations", () => {
  test("health, metrics and the API reference are served", async () => {
    assert.deepEqual((await market.api.get("/health/live")).body, { status: "ok" });
    assert.equal((await market.api.get("/health/ready")).body.status, "ok");
    assert.match((await market.api.get("/metrics")).body, /jangteo_http_request_seconds_bucket/);
    const { body } = await market.api.get("/openapi.json");
    assert.equal(body.openapi, "3.1.0");
    assert.ok(body.paths["/customer/orders"].post.responses["409"].description.includes("NOT_ENOUGH_BALANCE"));
    const page = await market.api.get("/docs/");
    assert.equal(page.status, 200);
    assert.match(page.body, /<html/);
    assert.equal((await market.api.get("/swagger-ui")).status, 302);
  });

  test("the document says who may call an operation, what may be left out, and which codes a refusal has", async () => {
    const { paths, components } = (await market.api.get("/openapi.json")).body;
    assert.deepEqual(paths["/search/product"].get.security, []);
    assert.deepEqual(paths["/seller/product"].post.security, [{ token: ["SELLER"] }]);
    assert.equal(paths["/seller/product"].post.requestBody.required, true);
    assert.equal(paths["/chat/{id}/leave"].post.requestBody.required, false);
    const [image] = Object.values(paths["/seller/pictures"].post.requestBody.content) as { schema: object }[];
    assert.deepEqual(image!.schema, { type: "string", format: "binary" });
    const limit = paths["/customer/orders"].get.parameters.find((each: { name: string }) => each.name === "limit");
    assert.equal(limit.required, false);
    const { content, headers } = paths["/customer/orders"].get.responses["429"];
    assert.deepEqual(content["application/problem+json"].schema.allOf, [
      { $ref: "#/components/schemas/Problem" },
      { type: "object", properties: { code: { type: "string", enum: ["TOO_MANY_REQUESTS"] } } },
    ]);
    assert.equal(headers["retry-after"].schema.type, "integer");
    assert.ok(components.schemas.Problem.required.includes("code"));
  });

  test("every documented operation names its answers", async () => {
    const { body } = await market.api.get("/openapi.json");
    for (const [path, operations] of Object.entries(
      body.paths as Record<string, Record<string, { summary?: string; responses?: object }>>,
    ))
      for (const [method, operation] of Object.entries(operations)) {
        assert.ok(operation.summary, `${method} ${path} has a summary`);
        assert.ok(
          Object.keys(operation.responses ?? {}).some((status) => status < "300"),
          `${method} ${path} has a good answer`,
        );
      }
  });
});
