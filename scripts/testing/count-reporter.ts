import { relative } from "node:path";
import type { TestEvent } from "node:test/reporters";

/** What a run of tests came to, one JSON object a line. */
export type Counted =
  | { type: "ran" }
  | { type: "failed"; name: string; file: string; message: string }
  | { type: "left out"; name: string; reason: string };

/**
 * A reporter for `node --test` beside the one that people read: each test that ran, each that failed, and each test and
 * suite that was left out. Node counts a skipped suite as nothing at all.
 */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const line = (counted: Counted) => `${JSON.stringify(counted)}\n`;
  for await (const { type, data } of events) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    const { name, file, skip, todo } = data;
    if (type === "test:fail" && skip === undefined && todo === undefined) {
      const { cause, message, failureType } = data.details.error as Error & { failureType?: string };
      // What holds the test that failed says nothing new.
      if (failureType !== "subtestsFailed")
        yield line({ type: "failed", name, file: relative(".", file ?? ""), message: messageOf(cause ?? message) });
    }
    if (skip !== undefined || todo !== undefined)
      yield line({ type: "left out", name, reason: typeof skip === "string" ? skip : "skipped" });
    else if (data.details.type !== "suite" && name !== file) yield line({ type: "ran" });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
