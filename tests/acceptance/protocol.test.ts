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
