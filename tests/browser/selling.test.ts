import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type ApiClient, createApiClient, type Person } from "../harness/api-client.ts";
import { type Look, launchBrowser, looks, visit, withoutBrowser } from "../harness/browser.ts";
import { type Marketplace, startMarketplace } from "../harness/marketplace.ts";

const password = "jangteo-tester";
const words = {
  ko: {
    signIn: "로그인",
    save: "저장",
    saveAll: "모두 저장",
    unchanged: "바뀐 것이 없습니다.",
    about: "상품 설명",
    name: "상품 이름",
    option: (row: number) => `옵션 이름 ${row}`,
    price: (row: number) => `가격 ${row}`,
    stock: (row: number) => `재고 ${row}`,
    stockOf: (product: string, option: string) => `재고: ${product} ${option}`,
    stockNow: (option: string, count: number) => `${option}: ${count}개`,
    sameName: "같은 이름의 상품",
    limit: "1인당 구매 수량 제한",
    atMost: "1인당 최대 3개",
    overLimit: "구매 수량 제한을 넘었습니다",
    balance: "잔액",
    withdrawable: "출금 가능",
    awaiting: "구매 확정 대기",
    amount: "출금할 포인트",
    account: "계좌 번호",
    payOut: "출금하기",
    notEnough: "출금할 수 있는 포인트는 0원입니다",
    points: (points: string) => `${points}원`,
    refund: "환불",
    refundReason: "환불 이유",
    refundGo: "4,000원 환불하기",
    notCovered: "출금 가능한 포인트가 부족해 환불할 수 없습니다",
    suspense: "가수금",
    noSuspense: "보관 중인 포인트가 없습니다",
    closed: "탈퇴",
  },
  en: {
    signIn: "Sign in",
    save: "Save",
    saveAll: "Save all",
    unchanged: "Nothing has changed.",
    about: "About this product",
    name: "Product name",
    option: (row: number) => `Option ${row}`,
    price: (row: number) => `Price ${row}`,
    stock: (row: number) => `Stock ${row}`,
    stockOf: (product: string, option: string) => `Stock: ${product} ${option}`,
    stockNow: (option: string, count: number) => `${option}: ${count}`,
    sameName: "already have a product of this name",
    limit: "Purchase limit per buyer",
    atMost: "At most 3 per buyer",
    overLimit: "beyond the purchase limit",
    balance: "Balance",
    withdrawable: "Withdrawable",
    awaiting: "Awaiting confirmation",
    amount: "Points to pay out",
    account: "Bank account",
    payOut: "Pay out",
    notEnough: "You can withdraw ₩0",
    points: (points: string) => `₩${points}`,
    refund: "Refund",
    refundReason: "Why",
    refundGo: "Refund ₩4,000",
    notCovered: "You cannot refund this order: your withdrawable points do not cover it",
    suspense: "Suspense account",
    noSuspense: "The suspense account is empty",
    closed: "Closed",
  },
};

type Product = {
  id: string;
  name: string;
  description: string;
  updatedAt: string;
  purchaseLimit: number | null;
  items: Item[];
};
type Item = { id: string; name: string; price: number; stock: number };

describe("selling in a browser", { skip: withoutBrowser() }, () => {
  let market: Marketplace;
  let browser: Browser;
  let api: ApiClient;

  before(async () => {
    market = await startMarketplace({ env: { JANGTEO_PAGES: "on" } });
    browser = await launchBrowser();
    api = createApiClient(market.baseUrl);
  });
  after(async () => {
    await browser.close();
    await market.verify();
    await market.stop();
  });

  async function open(look: Look, { email, role }: Person, path: string) {
    const visitor = await visit(browser, market.baseUrl, look);
    const { page } = visitor;
    await page.goto(`/sign-in?as=${role.toLowerCase()}&to=${encodeURIComponent(path)}`);
    await page.fill("[name=email]", email);
    await page.fill("[name=password]", password);
    await page.getByRole("button", { name: words[look.language].signIn, exact: true }).click();
    await page.waitForURL(path);
    return visitor;
  }

  /** The page at this path with its scripts running, so that what is typed is not lost to them. */
  const goTo = (page: Page, path: string) => page.goto(path, { waitUntil: "networkidle" });

  /** The seller's only product as the database has it. */
  async function mine({ token }: Person): Promise<Product> {
    const { body } = await api.post("/seller/product/myproducts", {}, token);
    return body.items[0] as Product;
  }
  const stocks = async (seller: Person) => (await mine(seller)).items.map(({ stock }) => stock);

  async function sell(product: Product, quantity: number, row = 0): Promise<void> {
    const { id: itemId, price } = product.items[row]!;
    const buyer = await api.customer(price * quantity);
    const { status, body } = await api.buy(buyer, [{ itemId, quantity }], price * quantity);
    assert.equal(status, 201, JSON.stringify(body));
  }

  async function deliver(orderId: string, { token }: Person): Promise<void> {
    for (const [step, body] of [
      ["prepare", {}],
      ["ship", { carrier: "한길택배", trackingNumber: "1234" }],
      ["deliver", {}],
    ] as const)
      assert.equal((await api.post(`/seller/orders/${orderId}/${step}`, body, token)).status, 200);
  }
  const confirm = async (orderId: string, { token }: Person) =>
    assert.equal((await api.post(`/customer/orders/${orderId}/confirm`, {}, token)).status, 200);

  for (const look of looks()) {
    const t = words[look.language];
    const title = `${look.language}, ${look.width} px`;

    for (const scripts of [true, false])
      test(`a product form changes only what was edited, whatever is sold meanwhile: ${title}, scripts ${scripts ? "on" : "off"}`, async () => {
        const seller = await api.seller("고치는 가게");
        const options: [number, number][] = [
          [1_000, 10],
          [2_000, 5],
        ];
        const product = (await api.product(seller, options, `물레 ${randomUUID().slice(0, 4)}`)) as Product;
        const path = `/sell/products/${product.id}`;
        const { page, look: see, context, complaints } = await open({ ...look, scripts }, seller, path);
        await goTo(page, path);
        const save = () => page.getByRole("button", { name: t.save, exact: true }).click();
        const found: string[] = [];

        await sell(product, 7);
        await page.getByLabel(t.about).fill("첫째 줄\n둘째 줄");
        await save();
        await page.waitForURL("/sell/products?saved");
        assert.deepEqual(await stocks(seller), [3, 5], "the description alone was edited");

        await goTo(page, path);
        await sell(product, 1);
        await sell(product, 1, 1);
        await page.getByLabel(t.about).fill("다시 쓴 설명");
        await page.getByLabel(t.option(2)).fill("큰 것");
        await page.getByLabel(t.stock(1)).fill("20");
        await save();
        const told = page.getByRole("alert").getByText(t.stockNow("옵션 1", 2));
        await told.waitFor();
        found.push(...(await see(`sell-product-stock-changed${scripts ? "" : "-without-scripts"}`)));
        assert.deepEqual(await stocks(seller), [2, 4], "nothing was changed yet");
        assert.deepEqual(
          [
            await page.getByLabel(t.about).inputValue(),
            await page.getByLabel(t.option(2)).inputValue(),
            await page.getByLabel(t.stock(1)).inputValue(),
          ],
          ["다시 쓴 설명", "큰 것", "20"],
          "what was typed is kept",
        );
        await save();
        await page.waitForURL("/sell/products?saved");
        const { description, items } = await mine(seller);
        assert.deepEqual(
          [description, ...items.map(({ name, stock }) => [name, stock])],
          ["다시 쓴 설명", ["옵션 1", 20], ["큰 것", 4]],
        );

        const { updatedAt } = await mine(seller);
        await goTo(page, path);
        await save();
        await page.getByText(t.unchanged).waitFor();
        assert.equal((await mine(seller)).updatedAt, updatedAt, "nothing was sent");
        assert.deepEqual(found, [], "axe");
        assert.deepEqual(
          complaints.filter((text) => !/status of (404|409)/.test(text)),
          [],
          "scripts",
        );
        await context.close();
      });

    test(`the table of options changes only what was edited, whatever is sold meanwhile: ${title}`, async () => {
      const seller = await api.seller("표로 고치는 가게");
      const options: [number, number][] = [
        [1_000, 10],
        [2_000, 5],
      ];
      const product = (await api.product(seller, options, `물레 ${randomUUID().slice(0, 4)}`)) as Product;
      const { page, look: see, context } = await open(look, seller, "/sell/products/table");
      await goTo(page, "/sell/products/table");
      const stock = page.getByLabel(t.stockOf(product.name, "옵션 1"));
      const save = () => page.getByRole("button", { name: t.saveAll }).click();

      await sell(product, 7);
      await page
        .getByLabel(new RegExp(`${product.name} 옵션 1`))
        .first()
        .fill("1500");
      await save();
      await page.waitForURL("/sell/products?saved");
      const [first] = (await mine(seller)).items;
      assert.deepEqual([first!.price, first!.stock], [1_500, 3], "the price alone was edited");

      await goTo(page, "/sell/products/table");
      await sell({ ...product, items: [first!] }, 1);
      await sell(product, 1, 1);
      await stock.fill("30");
      await save();
      await page
        .getByRole("alert")
        .getByText(t.stockNow(`${product.name} 옵션 1`, 2))
        .waitFor();
      assert.deepEqual(await see("sell-products-table-stock-changed"), [], "axe");
      assert.equal(await stock.inputValue(), "30", "what was typed is kept");
      await save();
      await page.waitForURL("/sell/products?saved");
      assert.deepEqual(await stocks(seller), [30, 4]);

      // What was put back to what it was is not a change, though more was sold meanwhile.
      await goTo(page, "/sell/products/table");
      await sell({ ...product, items: [{ ...first!, price: 1_500 }] }, 5);
      await stock.fill("31");
      await stock.fill("30");
      await save();
      await page.getByText(t.unchanged).waitFor();
      await save();
      await page.getByText(t.unchanged).waitFor();
      assert.deepEqual(await stocks(seller), [25, 4]);
      await context.close();
    });

    test(`a purchase limit is set in the product form, and shown on the product's page and in the basket: ${title}`, async () => {
      const seller = await api.seller("한정 가게");
      const options: [number, number][] = [
        [1_000, 10],
        [2_000, 10],
      ];
      const product = (await api.product(seller, options, `한정 물레 ${randomUUID().slice(0, 4)}`)) as Product;
      const path = `/sell/products/${product.id}`;
      const selling = await open(look, seller, path);
      await goTo(selling.page, path);
      await selling.page.getByLabel(t.limit).fill("3");
      await selling.page.getByRole("button", { name: t.save, exact: true }).click();
      await selling.page.waitForURL("/sell/products?saved");
      assert.equal((await mine(seller)).purchaseLimit, 3);
      await selling.context.close();

      const buyer = await api.customer();
      for (const { id: itemId } of product.items)
        await api.post("/customer/cart", { itemId, quantity: 2 }, buyer.token);
      const buying = await open(look, buyer, `/p/${product.id}`);
      await buying.page.getByText(t.atMost).waitFor();
      assert.deepEqual(await buying.look("product-with-purchase-limit"), [], "axe");
      await goTo(buying.page, "/basket");
      assert.equal(await buying.page.getByText(t.atMost).count(), 2);
      assert.equal(await buying.page.getByText(t.overLimit).count(), 1);
      assert.deepEqual(await buying.look("basket-over-purchase-limit"), [], "axe");
      await buying.context.close();
    });

    test(`a refused new product is added once its name is corrected: ${title}`, async () => {
      const seller = await api.seller("올리는 가게");
      await api.product(seller, [[1_000, 1]], "물레");
      const { page, context } = await open(look, seller, "/sell/products/new");
      await goTo(page, "/sell/products/new");
      await page.getByLabel(t.name, { exact: true }).fill("물레");
      await page.getByLabel(t.option(1)).fill("하나");
      await page.getByLabel(t.price(1), { exact: true }).fill("1200");
      await page.getByRole("button", { name: t.save, exact: true }).click();
      await page.getByRole("alert").getByText(t.sameName).waitFor();
      await page.getByLabel(t.name, { exact: true }).fill("새 물레");
      await page.getByRole("button", { name: t.save, exact: true }).click();
      await page.waitForURL("/sell/products?saved");
      assert.equal((await mine(seller)).name, "새 물레");
      await context.close();
    });

    test(`sales are withdrawn once they are confirmed: ${title}`, async () => {
      const [seller, buyer] = [await api.seller("출금하는 가게"), await api.customer(9_000)];
      const product = (await api.product(seller, [[4_000, 10]])) as Product;
      const line = { itemId: product.items[0]!.id, quantity: 1 };
      const { body: order } = await api.buy(buyer, [line], 4_000);
      const { page, look: see, context } = await open(look, seller, "/sell/settlement");
      await goTo(page, "/sell/settlement");
      const found: string[] = [];
      const shown = async () =>
        Promise.all(
          [t.balance, t.withdrawable, t.awaiting].map((name) =>
            page
              .locator("dl > div", { has: page.getByText(name, { exact: true }) })
              .locator("dd")
              .innerText(),
          ),
        );
      assert.deepEqual(await shown(), ["4,000", "0", "4,000"].map(t.points));
      const payOut = async (amount: string) => {
        await page.getByLabel(t.amount).fill(amount);
        await page.getByRole("button", { name: t.payOut }).click();
      };
      await page.getByLabel(t.account).fill("국민 123-45-678901");
      await payOut("3000");
      await page.getByRole("alert").getByText(t.notEnough).waitFor();
      found.push(...(await see("sell-settlement-unconfirmed")));
      assert.equal(await page.getByLabel(t.account).inputValue(), "국민 123-45-678901", "what was typed is kept");

      await deliver(order.id, seller);
      await confirm(order.id, buyer);
      await payOut("3000");
      await page.getByRole("status").getByText("3,000").waitFor();
      assert.deepEqual(await shown(), ["1,000", "1,000", "0"].map(t.points));
      assert.equal(await page.getByLabel(t.amount).getAttribute("max"), "1000");
      found.push(...(await see("sell-settlement-paid-out")));

      // The order is confirmed and paid out while the seller looks at it.
      const { body: second } = await api.buy(buyer, [line], 4_000);
      await deliver(second.id, seller);
      await goTo(page, "/sell/orders");
      await confirm(second.id, buyer);
      const payout = { amount: 4_500, bankAccount: "국민 123-45-678901" };
      assert.equal((await api.post("/accounts/seller/payouts", payout, seller.token, randomUUID())).status, 201);
      const card = page.locator(`[id="${second.id}"]`);
      await card.getByText(t.refund, { exact: true }).click();
      await card.getByLabel(t.refundReason).fill("파손");
      await card.getByRole("button", { name: t.refundGo }).click();
      await page.getByRole("alert").getByText(t.notCovered).waitFor();
      found.push(...(await see("sell-orders-refund-refused")));
      assert.deepEqual(found, [], "axe");
      await context.close();
    });

    test(`administrators see points without an owner: ${title}`, async () => {
      const [admin, seller, buyer] = [await api.admin(), await api.seller("돌려주는 가게"), await api.customer(4_000)];
      const product = (await api.product(seller, [[4_000, 10]])) as Product;
      const { body: order } = await api.buy(buyer, [{ itemId: product.items[0]!.id, quantity: 1 }], 4_000);
      await deliver(order.id, seller);
      await confirm(order.id, buyer);
      const { page, look: see, context } = await open(look, admin, "/admin");
      const found: string[] = [];
      await page.getByRole("link", { name: t.suspense }).click();
      await page.waitForURL("/admin/suspense");
      const { body: kept } = await api.get("/accounts/admin/suspense", admin.token);
      if (kept.balance === 0) await page.getByText(t.noSuspense).waitFor();
      found.push(...(await see("admin-suspense-empty")));

      await goTo(page, `/admin/members/${seller.id}`);
      const withdrawable = page.locator("dl > div", { hasText: t.withdrawable });
      assert.equal(await withdrawable.locator("dd").innerText(), t.points("4,000"));
      found.push(...(await see("admin-member-seller")));

      const closed = await api.post("/accounts/customer/close", { password, giveUpPoints: true }, buyer.token);
      assert.equal(closed.status, 204, JSON.stringify(closed.body));
      const refunded = await api.post(`/seller/orders/${order.id}/refund`, {}, seller.token, randomUUID());
      assert.equal(refunded.status, 200, JSON.stringify(refunded.body));
      await goTo(page, "/admin/suspense");
      const row = page.getByRole("listitem").filter({ hasText: order.id.slice(-12) });
      await row.getByText(t.points("4,000")).waitFor();
      await row.getByText(t.refund, { exact: true }).waitFor();
      await page
        .locator("dd, strong", { hasText: t.points((kept.balance + 4_000).toLocaleString("ko-KR")) })
        .first()
        .waitFor();
      found.push(...(await see("admin-suspense")));
      await row.getByRole("link", { name: buyer.id.slice(-12) }).click();
      await page.waitForURL(`/admin/members/${buyer.id}`);
      await page.getByText(t.closed, { exact: true }).waitFor();
      assert.deepEqual(found, [], "axe");
      await context.close();
    });
  }
});
