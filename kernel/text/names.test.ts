import assert from "node:assert/strict";
import { test } from "node:test";
import { namePattern, withoutLinks } from "./names.ts";

test("names are one line of plain text", () => {
  const pattern = new RegExp(namePattern, "u");
  for (const name of ["김장터", "Dr.Jart+ 공식", "a", "<b>굵게</b>", "👩‍🌾 농부네"]) assert.match(name, pattern);
  for (const name of ["", "   ", "a\r\nBcc: b@c.example", "a\tb", "\u202emoc.live", "a\u2028b", "a\u0085b", "\u2066a"])
    assert.doesNotMatch(name, pattern);
});

test("whether a text is a name depends on each of its characters", () => {
  const pattern = new RegExp(namePattern);
  const isUnsafe = (text: string) => /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u.test(text);
  for (let code = 0; code <= 0xffff; code++) {
    const character = String.fromCharCode(code);
    const isBlank = character.trim() === "";
    assert.equal(pattern.test(character), !isUnsafe(character) && !isBlank, `U+${code.toString(16)}`);
    for (const name of [`a${character}`, `${character}a`, ` ${character}a `])
      assert.equal(pattern.test(name), !isUnsafe(character), JSON.stringify(name));
  }
});

test("a long text is checked in linear time", () => {
  const pattern = new RegExp(namePattern);
  for (const text of [" ".repeat(250_000), `${" a".repeat(125_000)}\n`, `${"a".repeat(250_000)}\n`]) {
    const startedAt = performance.now();
    assert.equal(pattern.test(text), false);
    assert.ok(performance.now() - startedAt < 500, text.slice(0, 4));
  }
});

test("nothing of a name in a mail is an address", () => {
  for (const name of ["https://evil.example/pay", "www.evil.example", "a@evil.example"])
    assert.doesNotMatch(withoutLinks(name), /:\/\/|www\.\w|\w\.\w|@\w/);
});
