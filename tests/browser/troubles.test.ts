import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { freePorts } from "../../apps/server/free-ports.ts";
import { type ApiClient, createApiClient, type Person } from "../harness/api-client.ts";
import { launchBrowser, looks, visit, withoutBrowser } from "../harness/browser.ts";
import { type Marketplace, startMarketplace } from "../harness/marketplace.ts";

const width = looks()[0]?.width ?? 360;
const stage = process.env.TEST_STAGE ?? "monolith";

describe("when something goes wrong in the middle", { skip: withoutBrowser() }, () => {
  let market: Marketplace;
  let browser: Browser;
  let api: ApiClient;

  before(async () => {
    // At the same address after it was started anew, as shoppers expect.
    market = await startMarketplace({ env: { JANGTEO_PAGES: "on", PORT: String((await freePorts(1))[0]) } });
    browser = await launchBrowser();
    api = createApiClient(market.baseUrl);
  });
  after(async () => {
    await browser.close();
    await market.verify();
    await market.stop();
  });

  const open = () => visit(browser, market.baseUrl, { language: "ko", width });

  async function signIn(page: Page, { email, role }: Person, path: string): Promise<void> {
    await page.goto(`/sign-in?as=${role.toLowerCase()}&to=${encodeURIComponent(path)}`);
    await page.fill("[name=email]", email);
    await page.fill("[name=password]", "jangteo-tester");
    await page.getByRole("button", { name: "로그인", exact: true }).click();
    await page.waitForURL(path);
  }

  // The same wherever the modules run, and slow.
  if (stage === "monolith")
    test("on a slow 3G phone a shop is there in seconds, says that it works on it, and pays once", async () => {
      const [seller, buyer] = [await api.seller("느린 가게"), await api.customer(50_000)];
      const product = await api.product(seller, [[3_000, 50]]);
      const { page, context, look } = await open();
      await signIn(page, buyer, "/");
      const devtools = await context.newCDPSession(page);
      await devtools.send("Network.emulateNetworkConditions", {
        offline: false,
        latency: 400,
        downloadThroughput: 50_000,
        uploadThroughput: 50_000,
      });
      page.setDefaultTimeout(30_000);
      page.setDefaultNavigationTimeout(30_000);
      await page.goto(`/p/${product.id}`, { waitUntil: "commit" });
      // The page is there before its scripts are, and works without them.
      await page.getByRole("button", { name: "장바구니에 담기" }).click();
      await page.getByText("장바구니에 담았습니다").waitFor();
      await page.goto("/checkout", { waitUntil: "networkidle" });
      const pay = page.getByRole("button", { name: "3,000원 결제하기" });
      await pay.click();
      const working = page.getByRole("button", { name: "처리하고 있습니다" });
      await working.waitFor();
      await look("checkout-slow");
      // Pressed again and again while it works: paid once.
      await working.click({ force: true, noWaitAfter: true }).catch(() => undefined);
      await page.waitForURL(/\/orders\//);
      assert.equal(await api.balance(buyer), 47_000);
      const { body } = await api.get("/customer/orders", buyer.token);
      assert.equal(body.items.length, 1);
      await context.close();
    });

  test("a sign-in that ended under a half-written form: it says so, and goes on with what was typed", async () => {
    const seller = await api.seller("길게 쓰는 가게");
    const { page, context, look } = await open();
    await signIn(page, seller, "/sell/products/new");
    await page.getByLabel("상품 이름").fill("공들여 쓴 상품");
    await page.getByLabel("상품 설명").fill("한참 동안 쓴 설명입니다.");
    await page.getByLabel("옵션 이름 1").fill("하나");
    await page.getByLabel("가격 1").fill("1200");

    const [kept] = (await context.cookies()).filter(({ name }) => name === "jangteo_seller");
    assert.equal((await api.post("/accounts/logout", { refreshToken: kept!.value })).status, 204);
    await context.clearCookies({ name: "jangteo_seller_access" });
    await page.getByRole("button", { name: "저장", exact: true }).click();
    const said = page.getByRole("alert").getByText("로그인이 끝났습니다");
    await said.waitFor();
    await look("sign-in-ended");
    assert.equal(await page.getByLabel("상품 설명").inputValue(), "한참 동안 쓴 설명입니다.");
    const [beside] = await Promise.all([
      context.waitForEvent("page"),
      page.getByRole("alert").getByRole("link", { name: "로그인" }).click(),
    ]);
    await beside.fill("[name=email]", seller.email);
    await beside.fill("[name=password]", "jangteo-tester");
    await beside.getByRole("button", { name: "로그인", exact: true }).click();
    await beside.waitForURL(/\/sell/);
    await beside.close();
    await page.getByRole("button", { name: "저장", exact: true }).click();
    await page.waitForURL("/sell/products?saved");
    const { body } = await api.post("/seller/product/myproducts", {}, seller.token);
    assert.deepEqual(
      [body.items.length, body.items[0].name, body.items[0].description],
      [1, "공들여 쓴 상품", "한참 동안 쓴 설명입니다."],
    );
    await context.close();
  });

  test("processes that are killed while forms are sent: what was typed stays, and each order is paid once", async () => {
    const [seller, buyer] = [await api.seller("끊기는 가게"), await api.customer(500_000)];
    const product = await api.product(seller, [[1_000, 500]]);
    const { page, context } = await open();
    await signIn(page, buyer, "/");
    const rounds = 3;
    for (let round = 1; round <= rounds; round++) {
      const line = { itemId: product.items[0].id, quantity: round };
      assert.equal((await api.post("/customer/cart", line, buyer.token)).status, 200);
      await page.goto("/checkout", { waitUntil: "networkidle" });
      // In each round another service dies under the form: the ledger's, the orders', the pages'.
      const module = (["account", "order", undefined] as const)[round - 1];
      const pages = (await market.copies()).filter(({ service }) => service === "web").map(({ pid }) => pid);
      const victims = module || pages.length === 0 ? await market.pids(module) : pages;
      await page.getByRole("button", { name: /결제하기$/ }).click({ noWaitAfter: true });
      for (const pid of victims) {
        try {
          process.kill(pid, "SIGKILL");
        } catch {
          // It ended by itself meanwhile.
        }
      }
      assert.ok(await market.crashed(10_000), "it was killed");
      market = await market.revive();
      const deadline = Date.now() + 45_000;
      // Whoever reads that it did not work presses again, with the same key; whoever lost the page looks at the orders.
      while (!/\/orders\//.test(page.url())) {
        assert.ok(Date.now() < deadline, `round ${round} comes to an end: ${page.url()}`);
        const pay = page.getByRole("button", { name: /결제하기$/ });
        if (await pay.isVisible().catch(() => false)) await pay.click({ timeout: 1_000 }).catch(() => undefined);
        else if (
          await page
            .getByText("다시 시도")
            .isVisible()
            .catch(() => false)
        )
          await page
            .getByText("다시 시도")
            .click({ timeout: 1_000 })
            .catch(() => undefined);
        else if (page.url().includes("chrome-error")) await page.goto("/orders").catch(() => undefined);
        else if (page.url().endsWith("/basket")) break;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }
    const { body } = await api.get("/customer/orders", buyer.token);
    const units = body.items
      .map(({ lines: [line] }: { lines: { quantity: number }[] }) => line!.quantity)
      .sort((a: number, b: number) => a - b);
    assert.deepEqual(units, [1, 2, 3], "each basket became one order");
    assert.equal(await api.balance(buyer), 500_000 - 6_000);
    await context.close();
  });

  test("no answer at all under a form: it says so, keeps what was typed, and sends it later", async () => {
    const seller = await api.seller("조용한 가게");
    const { page, context } = await open();
    await signIn(page, seller, "/sell/replies");
    const text = `내일 보내 드립니다 ${randomUUID().slice(0, 4)}`;
    await page.getByRole("textbox", { name: /예: 오늘/ }).fill(text);
    await page.route("**/sell/replies?/add", (route) => route.abort("connectionreset"));
    await page.getByRole("button", { name: "저장하기" }).click();
    await page.getByRole("alert").getByText("다시 시도해 주세요").waitFor();
    assert.equal(await page.getByRole("textbox", { name: /예: 오늘/ }).inputValue(), text);
    await page.unroute("**/sell/replies?/add");
    await page.getByRole("button", { name: "저장하기" }).click();
    await page.getByRole("listitem").getByText(text).waitFor();
    const { body } = await api.get("/chat-info/quickReplies", seller.token);
    assert.equal(body.items.length, 1, "kept once, though it was sent twice");
    await context.close();
  });
});
