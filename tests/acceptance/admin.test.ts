import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const market = useMarketplace();
const password = "jangteo-tester";
const reason = "운영 정책 위반";

const signIn = ({ email, role }: Person) =>
  market.api.post(`/accounts/${role.toLowerCase()}/login`, { email, password });
const isFound = async (productId: string) =>
  (await market.api.get(`/search/product/detail?productId=${productId}`)).status === 200;
const isListed = async (name: string) =>
  (await market.api.get(`/search/product?name=${encodeURIComponent(name)}`)).body.items.length === 1;

/** What the audit log of a module holds about somebody or something, oldest first. */
async function audited(path: string, subjectId: string, admin: Person): Promise<string[]> {
  const { status, body } = await market.api.get(`${path}/audit?subjectId=${subjectId}`, admin.token);
  assert.equal(status, 200);
  return (body.items as { action: string }[]).map(({ action }) => action).toReversed();
}

describe("members", () => {
  test("are found by the beginning of an email or a name, by role and status; looking is audited", async () => {
    const admin = await market.api.admin();
    const name = `찾을사람 ${randomUUID()}`;
    const seller = await market.api.seller(name);
    const find = async (query: string) => {
      const { status, body } = await market.api.get(`/accounts/admin/members?${query}`, admin.token);
      assert.equal(status, 200);
      return body.items.map(({ id }: { id: string }) => id);
    };
    assert.deepEqual(await find(`q=${seller.email.slice(0, 30).toUpperCase()}`), [seller.id]);
    assert.deepEqual(await find(`q=${encodeURIComponent(name)}`), [seller.id]);
    assert.deepEqual(await find(`q=${encodeURIComponent(name)}&role=CUSTOMER`), []);
    assert.deepEqual(await find(`q=${encodeURIComponent(name)}&status=SUSPENDED`), []);
    assert.deepEqual(await find("q=%25%25"), [], "signs of patterns mean themselves");
    const { body: member } = await market.api.get(`/accounts/admin/members/${seller.id}`, admin.token);
    assert.deepEqual(
      [member.email, member.status, member.points],
      [seller.email, "ACTIVE", { balance: 0, held: 0, withdrawable: 0 }],
    );
    assert.deepEqual(await audited("/accounts/admin", seller.id, admin), ["member.read"]);
    assertProblem(
      await market.api.get(`/accounts/admin/members/${admin.id.replace(/.$/, "0").replace(/^./, "1")}`, admin.token),
      404,
      "NOT_FOUND_USER",
    );
  });

  test("who are suspended are signed out and cannot come in, until they are let in again", async () => {
    const [admin, buyer] = [await market.api.admin(), await market.api.customer()];
    const { body: tokens } = await signIn(buyer);
    // Not used while the account is suspended, which would end it too.
    const { body: others } = await signIn(buyer);
    const move = (verb: string) =>
      market.api.post(`/accounts/admin/members/${buyer.id}/${verb}`, { reason }, admin.token);
    assertProblem(await move("reinstate"), 409, "ALREADY_SO");
    assert.equal((await move("suspend")).body.status, "SUSPENDED");
    assertProblem(await move("suspend"), 409, "ALREADY_SO");
    assertProblem(await signIn(buyer), 403, "ACCOUNT_SUSPENDED");
    const { refreshToken } = tokens;
    assertProblem(await market.api.post("/accounts/token/refresh", { refreshToken }), 401, "INVALID_REFRESH_TOKEN");
    assertProblem(
      await market.api.post("/accounts/customer/balance", { amount: 100, from: "card" }, buyer.token, randomUUID()),
      403,
      "ACCOUNT_SUSPENDED",
    );
    assert.equal((await move("reinstate")).status, 200);
    for (const refreshToken of [tokens.refreshToken, others.refreshToken])
      assertProblem(await market.api.post("/accounts/token/refresh", { refreshToken }), 401, "INVALID_REFRESH_TOKEN");
    assert.equal((await signIn(buyer)).status, 200);
    assert.deepEqual(await audited("/accounts/admin", buyer.id, admin), ["member.suspend", "member.reinstate"]);
  });

  test("who sell lose their products while they are suspended, and get the same ones back", async () => {
    const [admin, seller] = [await market.api.admin(), await market.api.seller()];
    const product = await market.api.product(seller, [
      [1_000, 5],
      [2_000, 5],
    ]);
    const gone = `/seller/product/item?itemId=${product.items[1].id}`;
    assert.equal((await market.api.delete(gone, seller.token)).status, 204);
    const move = (verb: string) =>
      market.api.post(`/accounts/admin/members/${seller.id}/${verb}`, { reason }, admin.token);
    assert.equal((await move("suspend")).status, 200);
    await until(async () => !(await isFound(product.id)));
    assert.equal(await isListed(product.name), false);
    const buyer = await market.api.customer(5_000);
    assert.equal((await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000)).status, 404);
    const more = { name: "하나 더", description: "", items: [{ name: "기본", price: 1, stock: 1 }] };
    assertProblem(await market.api.post("/seller/product", more, seller.token), 403, "ACCOUNT_SUSPENDED");

    assert.equal((await move("reinstate")).status, 200);
    await until(() => isFound(product.id));
    const { body: back } = await market.api.get(`/search/product/detail?productId=${product.id}`);
    assert.deepEqual(
      back.items.map(({ id }: { id: string }) => id),
      [product.items[0].id],
      "what the seller had deleted stays so",
    );
    assert.equal((await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000)).status, 201);
  });

  test("who administrate cannot suspend themselves; one who is suspended is out at once, everywhere", async () => {
    const [first, second] = [await market.api.admin(), await market.api.admin()];
    const suspend = (id: string) => market.api.post(`/accounts/admin/members/${id}/suspend`, { reason }, first.token);
    assertProblem(await suspend(first.id), 409, "NOT_YOURSELF");
    const paths = ["/accounts/admin/audit", "/order-admin/audit", "/chat-admin/audit"];
    for (const path of paths) assert.equal((await market.api.get(path, second.token)).status, 200);
    assert.equal((await suspend(second.id)).status, 200);
    for (const path of paths) assertProblem(await market.api.get(path, second.token), 403, "ACCOUNT_SUSPENDED");
  });

  test("who do not administrate see nothing of it", async () => {
    const [seller, buyer] = [await market.api.seller(), await market.api.customer()];
    for (const path of [
      "/accounts/admin/members",
      `/accounts/admin/members/${buyer.id}`,
      "/accounts/admin/audit",
      "/accounts/admin/parked",
      "/order-admin/reports",
      "/order-admin/disputes",
      "/order-admin/parked",
      "/chat-admin/reports",
      "/chat-admin/audit",
    ]) {
      for (const { token } of [seller, buyer]) assertProblem(await market.api.get(path, token), 403, "WRONG_ROLE");
      assertProblem(await market.api.get(path), 401, "UNAUTHENTICATED");
    }
  });
});

describe("reports", () => {
  const find = async (
    path: string,
    admin: Person,
    mine: (report: { subjectId?: string; roomId?: string }) => boolean,
  ) => {
    const { status, body } = await market.api.get(`${path}/reports?limit=100`, admin.token);
    assert.equal(status, 200);
    return body.items.filter(mine);
  };

  test("of a product: it goes off sale for good, or it stays; decided once for all who complained", async () => {
    const [admin, seller] = [await market.api.admin(), await market.api.seller()];
    const [buyer, other] = [await market.api.customer(), await market.api.customer()];
    const product = await market.api.product(seller, [[1_000, 5]]);
    const complain = (by: Person, body: unknown) =>
      market.api.post(`/${by.role.toLowerCase()}/reports`, body, by.token);
    const body = { kind: "product", id: product.id, reason: "가짜 상품 같아요" };
    for (const by of [buyer, buyer, other]) assert.equal((await complain(by, body)).status, 201);
    assertProblem(await complain(buyer, { ...body, id: buyer.id }), 404, "NOT_FOUND_PRODUCT");
    assertProblem(await complain(buyer, { ...body, reason: " " }), 400, "INVALID_INPUT");

    const reports = await find("/order-admin", admin, ({ subjectId }) => subjectId === product.id);
    assert.equal(reports.length, 2, "once each");
    assert.deepEqual([reports[0].title, reports[0].authorId], [product.name, seller.id]);
    const decide = (id: string, decision: string) =>
      market.api.post(`/order-admin/reports/${id}/decide`, { decision, reason }, admin.token);
    assert.equal((await decide(reports[0].id, "REMOVED")).status, 204);
    assertProblem(await decide(reports[1].id, "DISMISSED"), 409, "ALREADY_DECIDED");
    await until(async () => !(await isFound(product.id)));
    assertProblem(
      await market.api.put("/seller/product", { id: product.id, name: "다른 이름" }, seller.token),
      404,
      "NOT_FOUND_PRODUCT",
    );
    const { body: mine } = await market.api.post("/seller/product/myproducts", {}, seller.token);
    assert.equal(mine.items[0].status, "WITHHELD");
    assert.deepEqual(await audited("/order-admin", product.id, admin), ["report.decide"]);
    const restore = () => market.api.post(`/order-admin/products/${product.id}/restore`, { reason }, admin.token);
    assert.equal((await restore()).status, 204);
    await until(() => isFound(product.id));
    assertProblem(await restore(), 404, "NOT_FOUND_PRODUCT");
  });

  test("of a review: hidden, and out of the average", async () => {
    const [admin, seller, buyer] = [
      await market.api.admin(),
      await market.api.seller(),
      await market.api.customer(9_000),
    ];
    const product = await market.api.product(seller, [[1_000, 5]]);
    const { body: order } = await market.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 1_000);
    for (const [step, body] of [
      ["prepare"],
      ["ship", { carrier: "한길택배", trackingNumber: "1" }],
      ["deliver"],
    ] as const)
      await market.api.post(`/seller/orders/${order.id}/${step}`, body ?? {}, seller.token);
    const { body: review } = await market.api.put(
      `/customer/reviews/${product.id}`,
      { rating: 1, body: "전화번호 010-1234-5678" },
      buyer.token,
    );
    const complaint = { kind: "review", id: review.id, reason: "개인정보" };
    assert.equal((await market.api.post("/seller/reports", complaint, seller.token)).status, 201);
    const [report] = await find("/order-admin", admin, ({ subjectId }) => subjectId === review.id);
    assert.deepEqual([report.text, report.productId], ["전화번호 010-1234-5678", product.id]);
    const decide = { decision: "REMOVED", reason };
    assert.equal((await market.api.post(`/order-admin/reports/${report.id}/decide`, decide, admin.token)).status, 204);
    const { body: shown } = await market.api.get(`/search/product/reviews?productId=${product.id}`);
    assert.deepEqual([shown.items, shown.count, shown.average], [[], 0, null]);
  });

  test("of a message: emptied in the room, in the marketplace's name; reading it is audited", async () => {
    const [admin, seller, buyer] = [await market.api.admin(), await market.api.seller(), await market.api.customer()];
    const room = await market.api.room(buyer, [seller]);
    const seq = await market.api.say(seller, room.id, { text: "계좌로 바로 보내세요" });
    assert.equal(
      (await market.api.post(`/chat/${room.id}/report`, { seq, reason: "직거래 유도" }, buyer.token)).status,
      201,
    );
    const [report] = await find("/chat-admin", admin, ({ roomId }) => roomId === room.id);
    assert.equal(report.body.text, "계좌로 바로 보내세요");
    assert.deepEqual([report.sender.id, report.reporter.id], [seller.id, buyer.id]);
    const decide = () =>
      market.api.post(`/chat-admin/reports/${report.id}/decide`, { decision: "REMOVED", reason }, admin.token);
    assert.equal((await decide()).status, 204);
    assertProblem(await decide(), 409, "ALREADY_DECIDED");
    const { body: history } = await market.api.get(`/chat/${room.id}`, buyer.token);
    const message = history.messages.find((each: { seq: number }) => each.seq === seq);
    assert.deepEqual(message.body, { deleted: true });
    const last = history.messages.at(-1);
    assert.deepEqual([last.kind, last.body, last.sender], ["delete", { seq }, null]);
    assert.deepEqual(await audited("/chat-admin", `${room.id}/${seq}`, admin), ["message.read", "report.decide"]);
  });
});

describe("what two decisions do to each other", () => {
  test("a product that is removed while its seller is suspended stays removed when the seller is reinstated", async () => {
    const [admin, seller, buyer] = [await market.api.admin(), await market.api.seller(), await market.api.customer()];
    const product = await market.api.product(seller, [[1_000, 5]]);
    const seen = () => market.api.get(`/search/product/detail?productId=${product.id}`);
    const member = (verb: string) =>
      market.api.post(`/accounts/admin/members/${seller.id}/${verb}`, { reason: "확인" }, admin.token);
    await market.api.post("/customer/reports", { kind: "product", id: product.id, reason: "가품" }, buyer.token);
    assert.equal((await member("suspend")).status, 200);
    await until(async () => (await seen()).status === 404);
    const { body: reports } = await market.api.get("/order-admin/reports?limit=100", admin.token);
    const report = reports.items.find((each: { subjectId: string }) => each.subjectId === product.id);
    const decided = await market.api.post(
      `/order-admin/reports/${report.id}/decide`,
      { decision: "REMOVED", reason: "가품" },
      admin.token,
    );
    assert.equal(decided.status, 204);
    assert.equal((await member("reinstate")).status, 200);
    const other = await market.api.seller();
    // Its event follows the seller's: once it has arrived, the other has too.
    await market.api.product(other, [[1, 1]]);
    await new Promise((resolve) => setImmediate(resolve));
    await until(async () => {
      const added = await market.api.post(
        "/seller/product",
        { name: `새 상품 ${Math.random()}`, description: "", items: [{ name: "x", price: 1, stock: 1 }] },
        seller.token,
      );
      return added.status === 201;
    });
    assert.equal((await seen()).status, 404);
  });

  test("two administrators decide two reports of one product at once: one decides both, the other is told", async () => {
    const admins = [await market.api.admin(), await market.api.admin()];
    const seller = await market.api.seller();
    for (let round = 0; round < 5; round++) {
      const product = await market.api.product(seller, [[1_000, 5]]);
      for (const buyer of [await market.api.customer(), await market.api.customer()])
        await market.api.post("/customer/reports", { kind: "product", id: product.id, reason: "가품" }, buyer.token);
      const { body } = await market.api.get("/order-admin/reports?limit=100", admins[0]!.token);
      const mine = body.items.filter((each: { subjectId: string }) => each.subjectId === product.id) as {
        id: string;
      }[];
      const answers = await Promise.all(
        mine.map(({ id }, index) =>
          market.api.post(
            `/order-admin/reports/${id}/decide`,
            { decision: "DISMISSED", reason: "이상 없음" },
            admins[index]!.token,
          ),
        ),
      );
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([204, 409]));
    }
  });
});
