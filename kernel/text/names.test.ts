import assert from "node:assert/strict";
import { test } from "node:test";
import { namePattern, withoutLinks } from "./names.ts";

test("names are one line of plain text", () => {
  const pattern = new RegExp(namePattern, "u");
  for (const name of ["김장터", "Dr.Jart+ 공식", "a", "<b>굵게</b>", "👩‍🌾 농부네"]) assert.match(name, pattern);
  for (const name of ["", "   ", "a\r\nBcc: b@c.example", "a\tb", "\u202emoc.live", "a\u2028b", "a\u0085b", "\u2066a"])
    assert.doesNotMatch(name, pattern);
});

test("nothing of a name in a mail is an address", () => {
  for (const name of ["https://evil.example/pay", "www.evil.example", "a@evil.example"])
    assert.doesNotMatch(withoutLinks(name), /:\/\/|www\.\w|\w\.\w|@\w/);
});
