import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";

const marketplace = useMarketplace();
const cursorOf = (position: unknown) => Buffer.from(JSON.stringify(position)).toString("base64url");

describe("what the database could not read is refused before it", () => {
  for (const birth of ["0000-01-01", "0001-01-01", "1990-02-30", "9999-12-31", "2100-01-01", "-001-01-01"])
    test(`a birth date ${birth}`, async () => {
      const { api } = marketplace;
      const account = { email: `${randomUUID()}@test.com`, name: "가", phone: "010-1111-1111", birth };
      assertProblem(await api.post("/accounts/customer/signup", { ...account, password: "장터에서-만나요" }), 400);
      const buyer = await api.customer();
      const changed = await api.request("PUT", "/accounts/customer/update", { body: { birth }, token: buyer.token });
      assertProblem(changed, 400);
    });

  test("cursors with times that are none", async () => {
    const { api } = marketplace;
    const buyer = await api.customer();
    const id = "0192c0de-0000-7000-8000-000000000000";
    for (const at of [
      "0000-01-01T00:00:00.000Z",
      "2026-13-01T00:00:00.000Z",
      "2026-02-30T00:00:00.000Z",
      "2026-01-01T24:60:00.000Z",
      "2026-01-01T1:2:3Z",
      "2026-01-01T00:00:00.000000000000000000Z",
      "infinity",
      1,
      null,
    ]) {
      const rooms = `/chat-info/roomList?cursor=${cursorOf([at, id])}`;
      assertProblem(await api.post(rooms, {}, buyer.token), 400, "INVALID_CURSOR");
      const found = `/chat-search/messages?q=a&cursor=${cursorOf([at, id, 1])}`;
      const { status, body } = await api.get(found, buyer.token);
      assert.deepEqual([status, body.code], [400, "INVALID_CURSOR"], JSON.stringify(body));
    }
  });

  test("cursors of another list, and of no list", async () => {
    const { api } = marketplace;
    const [buyer, seller] = [await api.customer(), await api.seller()];
    for (const position of [{}, [], "x", 0, [1, 2, 3, 4], [-1e300], { reading: "literal", id: 5 }, [null]])
      for (const [method, path, { token }] of [
        ["GET", "/accounts/balance/entries", buyer],
        ["GET", "/customer/orders", buyer],
        ["GET", "/customer/notifications", buyer],
        ["GET", "/customer/wishes", buyer],
        ["GET", "/seller/orders", seller],
        ["POST", "/seller/product/myproducts", seller],
        ["GET", "/search/product", buyer],
      ] as const) {
        const query = `cursor=${cursorOf(position)}`;
        const { status, body } = await api.request(method, `${path}?${query}`, {
          token,
          ...(method === "POST" && { body: {} }),
        });
        assert.ok(status === 400 || status === 404, `${path} ${JSON.stringify(position)}: ${status} ${body?.code}`);
      }
  });
});
