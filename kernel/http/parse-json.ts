import { fail } from "../rpc/service-error.ts";

const depthMax = 32;

/**
 * Parses a request body more strictly than JSON.parse: an object that names a key twice, `__proto__`,
 * NUL or half a surrogate pair in a text, and nesting deeper than 32 are refused with INVALID_JSON. An empty body is `undefined`.
 */
export function parseJson(text: string): unknown {
  if (text.trim() === "") return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fail("INVALID_JSON");
  }
  refuseUnsafeKeys(text);
  return value;
}

/** Walks the tokens of a text that is known to be JSON and looks at the keys of each object. */
function refuseUnsafeKeys(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  let expectKey = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character === 0x22) {
      const end = endOfString(text, index);
      const word = text.slice(index + 1, end);
      const unescaped = word.includes("\\") ? (JSON.parse(`"${word}"`) as string) : word;
      // PostgreSQL stores neither, and no text that a person writes holds them.
      if (unescaped.includes("\0") || !unescaped.isWellFormed()) throw fail("INVALID_JSON", { why: "broken text" });
      if (expectKey) {
        const keys = open[open.length - 1]!;
        const key = unescaped;
        if (keys.has(key)) throw fail("INVALID_JSON", { key, why: "duplicate key" });
        if (key === "__proto__") throw fail("INVALID_JSON", { key, why: "forbidden key" });
        keys.add(key);
        expectKey = false;
      }
      index = end;
    } else if (character === 0x7b || character === 0x5b) {
      if (open.length >= depthMax) throw fail("INVALID_JSON", { why: `nested deeper than ${depthMax}` });
      const isObject = character === 0x7b;
      open.push(isObject ? new Set() : undefined);
      expectKey = isObject;
    } else if (character === 0x7d || character === 0x5d) {
      open.pop();
      expectKey = false;
    } else if (character === 0x2c) expectKey = open[open.length - 1] !== undefined;
  }
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, index: number): boolean {
  let backslashes = 0;
  while (text[index - 1 - backslashes] === "\\") backslashes++;
  return backslashes % 2 === 1;
}
