import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import { test } from "node:test";
import { readSettings } from "@jangteo/kernel/settings/settings.ts";
import { createAdmission } from "./admission.ts";

const admission = () =>
  createAdmission(
    readSettings({
      JANGTEO_RATE_LIMITS: "on",
      JANGTEO_CHAT_HANDSHAKES_PER_SECOND: "100",
      JANGTEO_TRUSTED_PROXIES: "loopback",
    }),
  );
/** A handshake that a proxy on this machine passes on. */
const handshake = (client: string, headers: Record<string, string> = {}) =>
  ({
    socket: { remoteAddress: "127.0.0.1" },
    headers: { "x-forwarded-for": client, ...headers },
  }) as unknown as IncomingMessage;

test("one address, or one IPv6 network of 64 bits, has its own limit of handshakes and leaves the others theirs", () => {
  const admit = admission();
  for (const client of [() => "203.0.113.1", (index: number) => `2001:db8:0:7::${index + 1}`]) {
    const answers = Array.from({ length: 60 }, (_, index) => admit(handshake(client(index)), false));
    const admitted = answers.filter((answer) => answer === undefined).length;
    assert.ok(admitted >= 20 && admitted <= 22, `${admitted} of 60`);
    assert.ok(answers.every((answer) => answer === undefined || answer === "TOO_MANY_REQUESTS"));
  }
  for (const other of ["203.0.113.2", "2001:db8:0:8::1"]) assert.equal(admit(handshake(other), false), undefined);
});

test("all addresses together have a limit, too: later ones are told to come again", () => {
  const admit = admission();
  const answers = Array.from({ length: 150 }, (_, index) => admit(handshake(`198.51.100.${index}`), false));
  const admitted = answers.filter((answer) => answer === undefined).length;
  assert.ok(admitted >= 100 && admitted <= 105, `${admitted} of 150`);
  assert.equal(answers.at(-1), "OVERLOADED");
});

test("a page of another origin may not open a socket; our own and those that are named may", () => {
  const admit = admission();
  const from = (origin: string) => admit(handshake("203.0.113.3", { host: "shop.example", origin }), false);
  assert.equal(from("https://evil.example"), "FOREIGN_ORIGIN");
  assert.equal(from("null"), "FOREIGN_ORIGIN");
  assert.equal(from("https://shop.example"), undefined);
});
