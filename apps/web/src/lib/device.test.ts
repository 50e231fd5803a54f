import assert from "node:assert/strict";
import { test } from "node:test";
import { deviceOf } from "./device.ts";

test("a browser is named as people know it", () => {
  const mozilla = "Mozilla/5.0";
  const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
  const phone = `${mozilla} (iPhone; CPU iPhone OS 19_0 like Mac OS X) ${webkit} Version/19.0 Mobile/15E148 Safari/604.1`;
  assert.equal(deviceOf(phone), "Safari · iPhone");
  const windows = `${mozilla} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36`;
  assert.equal(deviceOf(windows), "Chrome · Windows");
  assert.equal(deviceOf(`${windows} Edg/140.0`), "Edge · Windows");
  assert.equal(deviceOf(`${mozilla} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`), "Firefox · Linux");
  assert.equal(deviceOf("curl/8.0"), undefined);
});
