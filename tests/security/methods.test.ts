import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";

const market = useMarketplace();
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

async function documentedPaths() {
  const { body } = await market.api.get("/openapi.json");
  return Object.entries(body.paths as Record<string, object>).map(([path, operations]) => ({
    path,
    served: Object.keys(operations)
      .flatMap((name) => (name === "get" ? ["GET", "HEAD"] : [name.toUpperCase()]))
      .sort(),
  }));
}

describe("a method that a path does not have", () => {
  test("is 405 on every path of the API, and the response names the methods that it has", async () => {
    const documented = await documentedPaths();
    assert.ok(documented.length > 60, `${documented.length} paths`);
    for (const { path, served: allowed } of documented) {
      const url = path.replaceAll(/\{\w+\}/g, randomUUID());
      for (const method of methods.filter((each) => !allowed.includes(each))) {
        const response = await market.api.request(method, url);
        assert.equal(response.status, 405, `${method} ${path}`);
        assert.equal(response.headers.get("allow"), allowed.join(", "), `${method} ${path}`);
        if (method === "HEAD") continue;
        assertProblem(response, 405, "METHOD_NOT_ALLOWED");
        assert.deepEqual(response.body.allowed, allowed);
      }
    }
  });

  test("is 405 where the router takes the path for the id of another route", async () => {
    for (const [method, path, allowed] of [
      ["GET", "/chat/invite", "POST"],
      ["GET", "/chat/addParticipants?limit=1", "POST"],
      ["DELETE", "/accounts/customer/sessions/endOthers", "POST"],
    ] as const) {
      const response = await market.api.request(method, path);
      assertProblem(response, 405, "METHOD_NOT_ALLOWED");
      assert.equal(response.headers.get("allow"), allowed, path);
    }
  });

  test("is 405 for paths that are not documented too", async () => {
    for (const path of ["/health/live", "/health/ready", "/openapi.json"]) {
      const response = await market.api.request("DELETE", path);
      assertProblem(response, 405, "METHOD_NOT_ALLOWED");
      assert.equal(response.headers.get("allow"), "GET, HEAD", path);
    }
  });

  test("is refused before the body and the sign-in are looked at, in Korean or English", async () => {
    const send = (headers: Record<string, string>) =>
      market.api.request("PUT", "/search/product", {
        body: "no json",
        headers: { "content-type": "text/plain", authorization: "Bearer x", ...headers },
      });
    const korean = await send({});
    assertProblem(korean, 405, "METHOD_NOT_ALLOWED");
    assert.equal(korean.body.detail, "이 주소에서는 쓸 수 없는 메서드입니다.");
    const english = await send({ "accept-language": "en" });
    assert.equal(english.body.detail, "This address does not support the request's method.");
  });

  test("is 404 on an unknown path; HEAD is served where GET is", async () => {
    for (const method of methods.filter((each) => each !== "HEAD"))
      assertProblem(await market.api.request(method, "/nowhere"), 404, "NOT_FOUND");
    assert.equal((await market.api.request("HEAD", "/nowhere")).status, 404);
    assert.equal((await market.api.request("HEAD", "/search/categories")).status, 200);
  });

  test("appears nowhere in the API reference", async () => {
    for (const { path, served } of await documentedPaths())
      for (const method of served)
        assert.ok(["GET", "HEAD", "POST", "PUT", "DELETE"].includes(method), `${method} ${path}`);
  });
});
