import assert from "node:assert/strict";
import { test } from "node:test";
import { errorForLog, type LoggedError } from "./error-for-log.ts";

const databaseError = (fields: object, message: string) =>
  Object.assign(new Error(message), { severity: "ERROR", ...fields });

test("an error of the database shows its rule and none of the values", () => {
  const values = "Failing row contains (kim@test.com, 010-1234-5678)";
  const refused = databaseError(
    { code: "23505", table: "account", constraint: "account_email", detail: values, where: values },
    'duplicate key "kim@test.com"',
  );
  const outer = new Error("the write failed", { cause: refused });
  const logged = errorForLog(outer) as LoggedError;
  assert.doesNotMatch(JSON.stringify(logged), /kim@test|010-1234/);
  assert.deepEqual(
    [logged.message, logged.cause!.code, logged.cause!.table, logged.cause!.constraint],
    ["the write failed", "23505", "account", "account_email"],
  );
  const malformed = databaseError({ code: "22008" }, 'date/time field value out of range: "1990-13-40"');
  assert.doesNotMatch(JSON.stringify(errorForLog(malformed)), /1990-13-40/);
  assert.match(JSON.stringify(errorForLog(malformed)), /SQLSTATE 22008/);
});

test("other errors show their message, code, stack and causes, in a bound", () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED", syscall: "connect" });
  const { message, code, stack } = errorForLog(refused) as LoggedError;
  assert.deepEqual([message, code], ["connect ECONNREFUSED", "ECONNREFUSED"]);
  assert.match(stack!, /error-for-log\.test/);
  const circular = new Error("round");
  circular.cause = circular;
  assert.ok(JSON.stringify(errorForLog(circular)).length < 50_000);
  assert.equal(errorForLog("a text"), "a text");
});
