import assert from "node:assert/strict";
import { test } from "node:test";
import { type ClientLog, checkLogs, type LogLine } from "./check-logs.ts";

const event = (seq: number, clientId: string | null, sender = "p1", text = "t"): LogLine => ({
  what: "event",
  room: "r",
  seq,
  sender,
  clientId,
  text,
});
const sent = (clientId: string, seq?: number): LogLine[] => [
  { what: "sending", room: "r", clientId },
  ...(seq === undefined ? [] : [{ what: "acked", room: "r", clientId, seq } as const]),
];
const held: LogLine = { what: "held", room: "r", seq: 1 };
const head = (seq: number): LogLine => ({ what: "head", room: "r", seq });

const good: ClientLog[] = [
  {
    client: "c1",
    person: "p1",
    lines: [held, ...sent("a", 2), event(2, "a"), ...sent("b", 3), event(3, "b"), head(3)],
  },
  { client: "c2", person: "p2", lines: [held, event(2, "a"), event(3, "b"), head(3)] },
];

test("good logs are good", () => {
  const { problems, ...counts } = checkLogs(good);
  assert.deepEqual(problems, []);
  assert.deepEqual(counts, { clients: 2, rooms: 1, events: 4, acknowledged: 2 });
});

for (const [what, lines, problem] of [
  ["a gap", [held, event(3, "b"), head(3)], /a gap/],
  ["an event twice", [held, event(2, "a"), event(2, "a"), event(3, "b"), head(3)], /again/],
  [
    "another event at the same number",
    [held, event(2, "a", "p1", "other"), event(3, "b"), head(3)],
    /is .* for c2 and/,
  ],
  ["somebody left behind", [held, event(2, "a"), head(3)], /stopped at r 2, the room at 3/],
  ["a message twice", [held, event(2, "a"), event(3, "b"), event(4, "a"), head(4)], /twice: 2 and 4|is in r twice/],
  [
    "an acknowledged message that is nowhere",
    [held, ...sent("x", 9), event(2, "a"), event(3, "b"), head(3)],
    /is lost/,
  ],
] as const)
  test(`${what} is found`, () => {
    const { problems } = checkLogs([good[0]!, { client: "c2", person: "p2", lines: [...lines] }]);
    assert.ok(
      problems.some((each) => problem.test(each)),
      problems.join("\n"),
    );
  });

test("an order that was not kept is found", () => {
  const lines = [held, ...sent("b"), ...sent("a"), event(2, "a"), event(3, "b"), head(3)];
  const { problems } = checkLogs([{ client: "c1", person: "p1", lines }]);
  assert.match(problems.join("\n"), /came after a later one/);
});

test("a message acknowledged at another number is found", () => {
  const lines = [held, ...sent("a", 3), event(2, "a"), head(2)];
  assert.match(checkLogs([{ client: "c1", person: "p1", lines }]).problems.join("\n"), /acknowledged as 3 and is 2/);
});
