import assert from "node:assert/strict";
import { test } from "node:test";
import { createRouting } from "./routing.ts";

const route = createRouting(
  [
    { name: "account", paths: ["/accounts", "/dev/mail"] },
    { name: "order", paths: ["/p", "/search"] },
    { name: "chat", paths: ["/chat", "/chat-info"] },
  ],
  "order",
);

test("a path goes to the service that names most of its beginning, whole segments only", () => {
  const expected: Record<string, string> = {
    "/accounts": "account",
    "/accounts/customer/balance?x=/chat": "account",
    "/dev/mail?to=a": "account",
    "/dev": "order",
    "/chat/1/messages": "chat",
    "/chat-info/myInfo": "chat",
    "/chatter": "order",
    "/": "order",
    "": "order",
    "/accounts/": "account",
    "//accounts": "order",
  };
  for (const [path, service] of Object.entries(expected)) assert.equal(route(path), service, path);
});
