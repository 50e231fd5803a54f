import type { TestEvent } from "node:test/reporters";

/** What a run of tests came to, one JSON object a line. */
export type Counted = { type: "ran" } | { type: "left out"; name: string; reason: string };

/**
 * A reporter for `node --test` beside the one that people read: each test that ran, and each test and suite that was left
 * out. Node counts a skipped suite as nothing at all.
 */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const line = (counted: Counted) => `${JSON.stringify(counted)}\n`;
  for await (const { type, data } of events) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    const { name, file, skip, todo } = data;
    if (skip !== undefined || todo !== undefined)
      yield line({ type: "left out", name, reason: typeof skip === "string" ? skip : "skipped" });
    else if (data.details.type !== "suite" && name !== file) yield line({ type: "ran" });
  }
}
