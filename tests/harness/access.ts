import assert from "node:assert/strict";
import type { ApiClient, Person } from "./api-client.ts";
import { helloSocket, openSocket, type RawSocket } from "./chat.ts";
import { until } from "./until.ts";

/** Requests in a row to each route: the gateway spreads them over all instances. */
const inRow = 20;
/** How soon access ends on every instance. */
const limitMs = 5_000;

/** A route of each module that the person may call. */
function routesOf({ role }: Person): readonly [method: string, path: string][] {
  const path = role.toLowerCase();
  return [
    ["POST", `/accounts/${path}`],
    role === "SELLER"
      ? ["POST", "/seller/product/myproducts"]
      : ["GET", role === "ADMIN" ? "/order-admin/waiting" : "/customer/cart"],
    role === "ADMIN" ? ["GET", "/chat-admin/waiting"] : ["POST", "/chat-info/roomList"],
  ];
}

/** Checks of who has access to a marketplace, on every instance, with requests and sockets. */
export function createAccessChecks(market: { readonly api: ApiClient }) {
  /** The responses to many requests in a row, as status and error code. */
  async function access(person: Person): Promise<string[]> {
    const seen: string[] = [];
    for (const [method, path] of routesOf(person))
      for (let count = 0; count < inRow; count++) {
        const options = { token: person.token, ...(method === "POST" && { body: {} }) };
        const { status, body } = await market.api.request(method, path, options);
        seen.push(`${path} ${status}${status === 200 ? "" : ` ${body.code}`}`);
      }
    return seen;
  }

  const expected = (person: Person, response: string) =>
    routesOf(person).flatMap(([, path]) => Array.from({ length: inRow }, () => `${path} ${response}`));

  /** Within the limit every request of every route is answered like this, and so are all that follow. */
  async function becomes(person: Person, response: string): Promise<void> {
    let seen: string[] = [];
    const wanted = expected(person, response);
    const isReached = async () => (seen = await access(person)).join() === wanted.join();
    await until(isReached, {
      timeoutMs: limitMs,
      why: () => `not "${response}" everywhere: ${[...new Set(seen)].join()}`,
    });
    assert.deepEqual(await access(person), wanted);
  }

  const sockets = (person: Person): Promise<RawSocket[]> =>
    Promise.all(Array.from({ length: 4 }, () => helloSocket(market.api, person)));

  async function areClosed(open: RawSocket[], withinMs = limitMs): Promise<void> {
    await until(() => open.every((each) => each.closed() !== undefined), {
      timeoutMs: withinMs,
      why: () => `close codes: ${open.map((each) => each.closed()).join()}`,
    });
    assert.deepEqual(
      open.map((each) => each.closed()),
      open.map(() => 4403),
    );
  }

  /** Sockets to both instances are refused at their first frame. */
  async function opensNoSocket(person: Person): Promise<void> {
    for (let count = 0; count < 4; count++) {
      const socket = await openSocket(market.api);
      socket.send({ type: "hello", token: person.token });
      const code = await socket.untilClosed();
      assert.ok([4401, 4403].includes(code), `closed with ${code}`);
      assert.equal(socket.frames.filter(({ type }) => type === "welcome").length, 0);
    }
  }

  return { access, expected, becomes, sockets, areClosed, opensNoSocket, limitMs };
}
