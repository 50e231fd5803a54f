import assert from "node:assert/strict";
import { test } from "node:test";
import asyncapi from "@asyncapi/parser";
import spectral, { type RulesetDefinition } from "@stoplight/spectral-core";
import rulesets from "@stoplight/spectral-rulesets";
import { useMarketplace } from "../harness/suite.ts";

const market = useMarketplace();

test("the OpenAPI document follows Spectral's recommended rules", async () => {
  const { body } = await market.api.get("/openapi.json");
  const linter = new spectral.Spectral();
  linter.setRuleset({
    extends: [[rulesets.oas as RulesetDefinition, "recommended"]],
    rules: {
      // There is no address that answers questions about every installation.
      "info-contact": "off",
      // Each operation has a summary, which a test of the protocol requires; most need no second text.
      "operation-description": "off",
    },
  });
  const found = (await linter.run(body))
    // OpenAPI 3.1 allows names of roles where the rule expects scopes of OAuth.
    // 101 is how a WebSocket begins.
    .filter(({ code, path }) => code !== "operation-success-response" || path[1] !== "/chat/socket")
    .filter(({ message }) => !/^"(CUSTOMER|SELLER|ADMIN)" must be listed among scopes/.test(message))
    .map(({ code, path, message }) => `${code} at ${path.join("/")}: ${message}`);
  assert.deepEqual(found, []);
});

test("the AsyncAPI document is valid", async () => {
  const { body } = await market.api.get("/asyncapi.json");
  const { document, diagnostics } = await new asyncapi.Parser().parse(body);
  assert.deepEqual(
    diagnostics.map(({ code, path, message }) => `${code} at ${path.join("/")}: ${message}`),
    [],
  );
  assert.ok(document!.allOperations().length > 0);
});
