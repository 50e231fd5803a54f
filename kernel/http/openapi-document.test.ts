import assert from "node:assert/strict";
import { test } from "node:test";
import { Type } from "typebox";
import { completeDocument, documentedSchema } from "./openapi-document.ts";
import { problemType, problemWith } from "./problem.ts";

const handler = () => undefined;
const route = (roles?: readonly ["SELLER", "ADMIN"]) => ({
  method: "POST" as const,
  url: "/",
  handler,
  config: roles ? { roles } : {},
});

test("an operation names the roles that may call it; none means everyone", () => {
  assert.deepEqual(documentedSchema({ schema: {}, route: route(["SELLER", "ADMIN"]) }).security, [
    { token: ["SELLER"] },
    { token: ["ADMIN"] },
  ]);
  assert.deepEqual(documentedSchema({ schema: {}, route: route() }).security, []);
});

test("a body of bytes is documented, and no other body is made up", () => {
  const bytes = { type: "string", format: "binary" };
  assert.deepEqual(documentedSchema({ schema: { consumes: ["image/png"] }, route: route() }).body, bytes);
  const body = Type.Object({});
  assert.equal(documentedSchema({ schema: { consumes: ["image/png"], body }, route: route() }).body, body);
  assert.equal(documentedSchema({ schema: {}, route: route() }).body, undefined);
});

test("a body may be left out where {} fits its schema", () => {
  const operation = (schema: object) => ({
    requestBody: { required: true, content: { "application/json": { schema } } },
    responses: {},
  });
  const optional = Type.Object({ reason: Type.Optional(Type.String()) }, { additionalProperties: false });
  const image = {
    requestBody: { required: true, content: { "image/png": { schema: Type.Object({}) } } },
    responses: {},
  };
  const paths = {
    "/none": { post: operation(Type.Object({})) },
    "/optional": { post: operation(optional) },
    "/required": { post: operation(Type.Object({ reason: Type.String() })) },
    "/some": { put: operation({ ...optional, minProperties: 1 }) },
    "/either": { post: operation({ ...optional, anyOf: [{ required: ["reason"] }, { required: ["other"] }] }) },
    "/image": { post: image },
  };
  completeDocument({ paths });
  const required = Object.entries(paths).map(([path, each]) => [path, Object.values(each)[0]!.requestBody.required]);
  assert.deepEqual(Object.fromEntries(required), {
    "/none": false,
    "/optional": false,
    "/required": true,
    "/some": true,
    "/either": true,
    "/image": true,
  });
});

test("a parameter with a default may be left out", () => {
  const parameters = [
    { name: "limit", required: true, schema: { type: "integer", default: 20 } },
    { name: "name", required: true, schema: { type: "string", default: "" } },
    { name: "productId", required: true, schema: { type: "string" } },
  ];
  completeDocument({ paths: { "/search": { get: { parameters, responses: {} } } } });
  const required = parameters.filter((each) => each.required).map(({ name }) => name);
  assert.deepEqual(required, ["productId"]);
});

test("problem documents refer to one schema, each with the codes of its response", () => {
  const content = { [problemType]: { schema: problemWith(["NOT_FOUND_ROOM", "NOT_FOUND_USER"]) } };
  const good = { "application/json": { schema: Type.Object({}) } };
  const responses = { "200": { content: good }, "204": {}, "404": { content } };
  const document = completeDocument({
    paths: { "/chat/{id}/leave": { post: { tags: ["Chat"], responses } } },
    components: { securitySchemes: {}, schemas: { Other: {} } },
  });
  assert.deepEqual(Object.keys(document.components.schemas), ["Other", "Problem"]);
  const { allOf } = content[problemType]!.schema as unknown as { allOf: object[] };
  assert.deepEqual(JSON.parse(JSON.stringify(allOf)), [
    { $ref: "#/components/schemas/Problem" },
    { type: "object", properties: { code: { type: "string", enum: ["NOT_FOUND_ROOM", "NOT_FOUND_USER"] } } },
  ]);
  assert.equal(good["application/json"].schema.type, "object");
});

test("operations and tags have names", () => {
  const operation = (...tags: string[]) => ({ tags, responses: {} }) as { operationId?: string; responses: object };
  const paths = {
    "/chat/{id}/leave": { post: operation("Rooms") },
    "/accounts/.well-known/jwks.json": { get: operation("Keys"), post: operation("Keys") },
  };
  const document = completeDocument<{ paths: object; tags?: { name: string }[] }>({ paths });
  assert.equal(paths["/chat/{id}/leave"].post.operationId, "postChatIdLeave");
  assert.equal(paths["/accounts/.well-known/jwks.json"].get.operationId, "getAccountsWellKnownJwksJson");
  assert.deepEqual(document.tags, [{ name: "Keys" }, { name: "Rooms" }]);
});
