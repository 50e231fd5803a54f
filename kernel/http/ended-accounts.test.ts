import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../../tests/harness/until.ts";
import { readSettings } from "../settings/settings.ts";
import { silentLogger } from "../telemetry/logger.ts";
import { type AccountStatusChange, createEndedAccounts, type ListStatusChanges } from "./ended-accounts.ts";
import { route } from "./route.ts";
import { createHttpServer } from "./server.ts";

type Stored = { id: string; status: string; at: number };

const keepMs = 900_000;

/** Accounts as the account service stores them, and a register that reads them, under one clock that the test sets. */
function setUp(options: { entriesMax?: number; pageMax?: number; everyMs?: number } = {}) {
  const clock = { now: 10_000_000 };
  const stored = new Map<string, Stored>();
  const service = { available: true, requests: [] as Parameters<ListStatusChanges>[0][] };
  const listChanges: ListStatusChanges = async (request) => {
    service.requests.push(request);
    if (!service.available) throw new Error("unavailable");
    const { withinMs, after, limit } = request;
    const order = (a: Stored, b: Stored) => a.at - b.at || a.id.localeCompare(b.id);
    return [...stored.values()]
      .filter((each) => clock.now - each.at <= withinMs)
      .sort(order)
      .filter((each) => !after || order(each, { id: after.id, at: after.atUs, status: "" }) > 0)
      .slice(0, limit)
      .map(({ id, status, at }): AccountStatusChange => ({ id, status, atUs: at, ageMs: clock.now - at }));
  };
  const errors: string[] = [];
  const log = Object.assign(silentLogger(), { error: (_details: object, message: string) => errors.push(message) });
  const register = createEndedAccounts({
    listChanges,
    keepMs,
    everyMs: 2_000,
    log,
    now: () => clock.now,
    ...options,
  });
  const change = (id: string, status: string, at = clock.now) => stored.set(id, { id, status, at });
  const statuses = (...ids: string[]) => ids.map((id) => register.statusOf(id));
  return { clock, service, errors, register, change, statuses };
}

describe("the register of accounts that have lost access", () => {
  test("loads suspensions and closings of the longest token life, over many pages", async () => {
    const { clock, register, change, statuses } = setUp({ pageMax: 2 });
    change("old", "CLOSED", clock.now - keepMs - 180_000);
    for (const id of ["a", "b", "c", "d", "e"]) change(id, "SUSPENDED", clock.now - keepMs + 1_000);
    change("closed", "CLOSED");
    change("active", "ACTIVE");
    await register.load();
    assert.deepEqual(
      statuses("a", "b", "c", "d", "e"),
      Array.from({ length: 5 }, () => "SUSPENDED"),
    );
    assert.deepEqual(statuses("closed", "active", "old", "unknown"), ["CLOSED", undefined, undefined, undefined]);
  });

  test("is loaded once for requests that come before its first load, and not while the accounts are unavailable", async () => {
    const { service, register, change, statuses } = setUp();
    change("a", "SUSPENDED");
    service.available = false;
    await assert.rejects(register.loaded());
    service.available = true;
    service.requests.length = 0;
    await Promise.all([register.loaded(), register.loaded()]);
    assert.deepEqual(statuses("a"), ["SUSPENDED"]);
    await register.loaded();
    assert.equal(service.requests.length, 1);
  });

  test("reads each time what committed up to two minutes after its date", async () => {
    const { clock, register, change, statuses } = setUp();
    await register.load();
    clock.now += 2_000;
    await register.load();
    clock.now += 2_000;
    change("late", "SUSPENDED", clock.now - 119_000);
    await register.load();
    assert.deepEqual(statuses("late"), ["SUSPENDED"]);
  });

  test("forgets accounts that are reinstated, and those whose tokens have all expired", async () => {
    const { clock, register, change, statuses } = setUp();
    change("a", "SUSPENDED");
    change("b", "CLOSED");
    await register.load();
    clock.now += 2_000;
    change("a", "ACTIVE");
    await register.load();
    assert.deepEqual(statuses("a", "b"), [undefined, "CLOSED"]);
    clock.now += keepMs + 120_000;
    await register.load();
    assert.deepEqual(statuses("b"), [undefined]);
    assert.equal(register.size(), 0);
  });

  test("keeps what it has while the account service is unavailable, then reads all that it missed", async () => {
    const { clock, service, register, change, statuses } = setUp();
    change("a", "SUSPENDED");
    change("b", "SUSPENDED");
    await register.load();
    service.available = false;
    clock.now += 300_000;
    change("b", "ACTIVE");
    change("c", "CLOSED");
    clock.now += 300_000;
    await assert.rejects(register.load(), /unavailable/);
    assert.deepEqual(statuses("a", "b", "c"), ["SUSPENDED", "SUSPENDED", undefined]);
    service.available = true;
    await register.load();
    assert.deepEqual(statuses("a", "b", "c"), ["SUSPENDED", undefined, "CLOSED"]);
  });

  test("a first load that stops half-way is repeated as a whole", async () => {
    const { clock, service, register, change, statuses } = setUp();
    change("a", "SUSPENDED", clock.now - keepMs + 10_000);
    service.available = false;
    await assert.rejects(register.load(), /unavailable/);
    service.available = true;
    await register.load();
    assert.deepEqual(statuses("a"), ["SUSPENDED"]);
  });

  test("reads by itself, also after a start without the account service, until it is stopped", async () => {
    const { service, register, change, statuses } = setUp({ everyMs: 100 });
    service.available = false;
    await assert.rejects(register.load(), /unavailable/);
    const worker = register.start();
    change("a", "SUSPENDED");
    await until(() => service.requests.length > 2);
    service.available = true;
    await until(() => statuses("a")[0] === "SUSPENDED");
    change("a", "ACTIVE");
    await until(() => statuses("a")[0] === undefined);
    await worker.stop();
    const { length } = service.requests;
    change("a", "SUSPENDED");
    await worker.stop();
    assert.deepEqual([service.requests.length, statuses("a")], [length, [undefined]]);
  });

  test("knows the sign-ins that ended; however many, they take no account's place", async () => {
    const { clock, register, change, statuses } = setUp({ entriesMax: 2 });
    change("a", "SUSPENDED");
    for (const id of ["s1", "s2", "s3"]) change(id, "SIGNED_OUT", ++clock.now);
    await register.load();
    assert.deepEqual(
      ["a", "s1", "s2", "s3", "unknown"].map((id) => register.isSignedOut(id)),
      [false, false, true, true, false],
    );
    assert.deepEqual(statuses("a", "s3"), ["SUSPENDED", undefined]);
    clock.now += keepMs + 120_000;
    await register.load();
    assert.equal(register.size(), 0);
  });

  test("is bounded: beyond that the oldest go, whose tokens expire first, and an error is logged once", async () => {
    const { clock, errors, register, change, statuses } = setUp({ entriesMax: 3 });
    for (const [index, id] of ["a", "b", "c", "d", "e"].entries()) change(id, "SUSPENDED", clock.now - 1_000 + index);
    await register.load();
    await register.load();
    assert.deepEqual(statuses("a", "b"), [undefined, undefined]);
    assert.deepEqual(statuses("c", "d", "e"), ["SUSPENDED", "SUSPENDED", "SUSPENDED"]);
    assert.equal(register.size(), 3);
    assert.equal(errors.length, 1);
  });
});

test("requests of suspended and closed accounts and of ended sign-ins are refused; a route may let closed ones through", async () => {
  const statuses: Record<string, "SUSPENDED" | "CLOSED"> = { suspended: "SUSPENDED", closed: "CLOSED" };
  const http = await createHttpServer({
    settings: readSettings({}),
    log: silentLogger(),
    verifyToken: async (token) => {
      const principal = { id: token.split(".")[1]!, role: "CUSTOMER" as const };
      const key = { id: "key", isAccepted: true };
      return {
        principal,
        issuedAt: 0,
        expiresAt: Number.POSITIVE_INFINITY,
        sessionId: token.split(".")[2],
        confirmedAt: 0,
        withCode: false,
        key,
      };
    },
    endedAccounts: { statusOf: (id) => statuses[id], isSignedOut: (id) => id === "ended" },
    confirmAdmin: async () => undefined,
    title: "Test",
  });
  const definition = { method: "GET", summary: "", tag: "", roles: ["CUSTOMER"], answers: { 204: null } } as const;
  const handle = async () => ({ status: 204, body: null });
  route(http, { ...definition, url: "/any", handle });
  route(http, { ...definition, url: "/close", closedAccountsToo: true, handle });
  const answer = async (url: string, account: string, session = "open") => {
    const response = await http.inject({ url, headers: { authorization: `Bearer x.${account}.${session}` } });
    return [response.statusCode, response.statusCode === 204 ? "" : response.json().code];
  };
  assert.deepEqual(await answer("/any", "active"), [204, ""]);
  assert.deepEqual(await answer("/any", "suspended"), [403, "ACCOUNT_SUSPENDED"]);
  assert.deepEqual(await answer("/any", "closed"), [401, "INVALID_ACCESS_TOKEN"]);
  assert.deepEqual(await answer("/close", "suspended"), [403, "ACCOUNT_SUSPENDED"]);
  assert.deepEqual(await answer("/close", "closed"), [204, ""]);
  assert.deepEqual(await answer("/any", "active", "ended"), [401, "INVALID_ACCESS_TOKEN"]);
  assert.deepEqual(await answer("/close", "closed", "ended"), [204, ""]);
  await assert.rejects(http.verifyToken("x.active.ended"), { code: "INVALID_ACCESS_TOKEN" });
  await assert.rejects(http.verifyToken("x.suspended.x"), { code: "ACCOUNT_SUSPENDED" });
  await assert.rejects(http.verifyToken("x.closed.x"), { code: "INVALID_ACCESS_TOKEN" });
  await http.close();
});
