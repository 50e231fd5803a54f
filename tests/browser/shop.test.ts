import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { type ApiClient, createApiClient, type Person } from "../harness/api-client.ts";
import { launchBrowser, looks, visit, withoutBrowser } from "../harness/browser.ts";
import { type Marketplace, startMarketplace } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";

const password = "a-long-enough-password";
const words = {
  ko: {
    signUp: "가입하기",
    sendMail: "메일 받기",
    mailSent: "메일이 곧 도착합니다",
    newPassword: "비밀번호 바꾸기",
    signIn: "로그인",
    add: "장바구니에 담기",
    basket: "장바구니 보기",
    checkout: "주문하기",
    topUp: /충전하기$/,
    pay: /결제하기$/,
    thanks: "주문해 주셔서 고맙습니다",
    confirm: "구매 확정",
    confirmed: "구매 확정",
    changed: "지난번에 보신 뒤로",
    understood: "확인했습니다",
    changedNow: "가격이나 재고가 바뀌었습니다",
    category: "주방",
    wish: "찜하기",
    wished: "찜했어요",
    review: /^후기 쓰기/,
    reviewBody: "어떠셨나요?",
    reviewSave: "후기 남기기",
    reviewSaved: "후기를 남겼습니다",
  },
  en: {
    signUp: "Sign up",
    sendMail: "Send mail",
    mailSent: "the mail arrives soon",
    newPassword: "Change password",
    signIn: "Sign in",
    add: "Add to basket",
    basket: "See basket",
    checkout: "Check out",
    topUp: /^Top up/,
    pay: /^Pay/,
    thanks: "Thank you for your order",
    confirm: "Confirm purchase",
    confirmed: "Confirmed",
    changed: "Something has changed",
    understood: "Understood",
    changedNow: "A price or the stock changed",
    category: "Kitchen",
    wish: "Add to wishlist",
    wished: "On your wishlist",
    review: /^Write a review/,
    reviewBody: "How is it?",
    reviewSave: "Save review",
    reviewSaved: "Your review is there",
  },
};

describe("the shop in a browser", { skip: withoutBrowser() }, () => {
  let market: Marketplace;
  let browser: Browser;
  let api: ApiClient;
  let seller: Person;

  const mug = async (): Promise<{ id: string; items: { id: string }[] }> => {
    const options: [number, number][] = [
      [28_000, 12],
      [32_000, 3],
    ];
    return api.product(seller, options, "달항아리 머그컵");
  };
  const takeAway = async ({ id }: { id: string }) =>
    assert.equal((await api.delete(`/seller/product?productId=${id}`, seller.token)).status, 204);

  before(async () => {
    market = await startMarketplace({ env: { JANGTEO_PAGES: "on", JANGTEO_DEMO: "on" } });
    browser = await launchBrowser();
    api = createApiClient(market.baseUrl);
    seller = await api.seller("흙과 불 공방");
  });
  after(async () => {
    await browser.close();
    await market.stop();
  });

  for (const { language, width } of looks())
    test(`signs up, finds by initial consonants, buys and confirms: ${language}, ${width} px`, async () => {
      const t = words[language];
      const { page, look, complaints, context } = await visit(browser, market.baseUrl, { language, width });
      const found: string[] = [];
      const email = `${randomUUID()}@test.com`;
      const product = await mug();

      await page.goto("/");
      await page.getByRole("link", { name: t.category }).waitFor();
      found.push(...(await look("home")));

      await page.goto("/sign-up");
      await page.fill("[name=email]", email);
      await page.fill("[name=password]", password);
      await page.fill("main [name=name]", "김손님");
      await page.fill("[name=phone]", "010-1234-5678");
      await page.fill("[name=birth]", "1990-05-05");
      found.push(...(await look("sign-up")));
      await page.getByRole("button", { name: t.signUp }).click();
      await page.getByText(email).waitFor();
      found.push(...(await look("sign-up-sent")));
      const { body } = await api.get(`/dev/mail?to=${email}`);
      await page.goto(/http\S+\/accounts\/customer\/verify\/\S+/.exec(body.items[0].text as string)![0]);
      assert.match(page.url(), /\/sign-in\?said=verified$/);
      found.push(...(await look("sign-in")));
      await page.fill("[name=email]", email);
      await page.fill("[name=password]", "not the password");
      await page.getByRole("button", { name: t.signIn, exact: true }).click();
      await page.getByRole("alert").getByText(/./).waitFor();
      assert.equal(await page.inputValue("[name=email]"), email, "what was typed is kept");
      await page.fill("[name=password]", password);
      await page.getByRole("button", { name: t.signIn, exact: true }).click();
      await page.waitForURL("/");

      // Forgotten after all: a mail leads to a new one.
      await context.clearCookies({ name: "jangteo_customer" });
      await page.goto("/forgot");
      await page.fill("[name=email]", email);
      found.push(...(await look("forgot")));
      await page.getByRole("button", { name: t.sendMail }).click();
      await page.getByText(t.mailSent).waitFor();
      const { body: mails } = await api.get(`/dev/mail?to=${email}`);
      const texts = (mails.items as { text: string }[]).map(({ text }) => text).join("\n");
      await page.goto(/http\S+\/reset\?token=\S+/.exec(texts)![0]);
      await page.fill("[name=password]", "another-long-password");
      found.push(...(await look("reset")));
      await page.getByRole("button", { name: t.newPassword }).click();
      await page.waitForURL(/said=reset/);
      await page.fill("[name=email]", email);
      await page.fill("[name=password]", "another-long-password");
      await page.getByRole("button", { name: t.signIn, exact: true }).click();
      await page.waitForURL("/");

      await page.getByRole("combobox").fill("ㄷㅎㅇㄹ");
      await page.getByRole("option", { name: "달항아리 머그컵" }).waitFor();
      found.push(...(await look("suggestions")));
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/find\?/);
      found.push(...(await look("find")));
      await page
        .getByRole("link", { name: /달항아리 머그컵/ })
        .first()
        .click();
      await page.waitForURL(/\/p\//);
      await page.getByRole("heading", { name: "달항아리 머그컵" }).waitFor();
      found.push(...(await look("product")));
      await page.getByRole("button", { name: t.wish }).click();
      await page.getByRole("button", { name: t.wished }).waitFor();
      await page.getByRole("button", { name: t.add }).click();
      await page.getByRole("link", { name: t.basket }).click();
      await page.waitForURL("/basket");
      found.push(...(await look("basket")));

      // The price changes after the look into the basket, and again after the look at the checkout.
      const price = (points: number) =>
        api.put("/seller/product/item", { id: product.items[0]!.id, price: points }, seller.token);
      assert.equal((await price(29_000)).status, 200);
      await until(async () => {
        await page.goto("/basket");
        return page.getByText(t.changed).isVisible();
      });
      found.push(...(await look("basket-changed")));
      await page.getByRole("button", { name: t.understood }).click();
      await page.getByText(t.changed).waitFor({ state: "detached" });
      await page.getByRole("link", { name: t.checkout }).click();
      await page.waitForURL("/checkout");
      found.push(...(await look("checkout-short")));
      await page.getByRole("button", { name: t.topUp }).click();
      await page.getByRole("button", { name: t.pay }).waitFor();
      assert.equal((await price(28_000)).status, 200);
      await page.getByRole("button", { name: t.pay }).click();
      await page.getByText(t.changedNow).waitFor();
      found.push(...(await look("checkout-changed")));
      await page.getByRole("button", { name: t.pay }).filter({ hasText: "28,000" }).click();
      await page.getByText(t.thanks).waitFor();
      found.push(...(await look("order-new")));

      const id = /orders\/([\w-]+)/.exec(page.url())![1]!;
      for (const [step, reason] of [
        ["prepare", {}],
        ["ship", { carrier: "한길택배", trackingNumber: "1234-5678" }],
        ["deliver", {}],
      ] as const)
        assert.equal((await api.post(`/seller/orders/${id}/${step}`, reason, seller.token)).status, 200);
      await page.goto(`/orders/${id}`);
      found.push(...(await look("order-delivered")));
      await page.getByRole("button", { name: t.confirm }).click();
      await page.locator(".head").getByText(t.confirmed).waitFor();
      await page.getByText(t.review).click();
      await page.getByLabel(t.reviewBody).fill("손에 꼭 맞아요.");
      await page.getByRole("button", { name: t.reviewSave }).click();
      await page.getByText(t.reviewSaved).waitFor();
      await page.goto(`/p/${product.id}`);
      await page.getByText("손에 꼭 맞아요.").waitFor();
      found.push(...(await look("product-reviewed")));
      await page.goto("/wishlist");
      await page.getByRole("link", { name: /달항아리 머그컵/ }).waitFor();
      found.push(...(await look("wishlist")));
      await page.goto("/notifications");
      await page.getByText("달항아리 머그컵").first().waitFor();
      found.push(...(await look("notifications")));
      await page.goto("/orders");
      found.push(...(await look("orders")));
      await page.goto("/points");
      found.push(...(await look("points")));
      await page.goto("/no-such-page");
      found.push(...(await look("not-found")));

      assert.deepEqual(found, [], "axe");
      assert.deepEqual(
        complaints.filter((text) => !/status of (404|401|409)/.test(text)),
        [],
        "scripts",
      );
      await takeAway(product);
      await context.close();
    });

  test("search, product and basket work without scripts", async () => {
    const { page, look, context } = await visit(browser, market.baseUrl, {
      language: "ko",
      width: 360,
      scripts: false,
    });
    const buyer = await api.customer();
    const product = await mug();
    await page.goto("/");
    await page.fill("[name=name]", "달항아리");
    await page.keyboard.press("Enter");
    await page
      .getByRole("link", { name: /달항아리 머그컵/ })
      .first()
      .click();
    await page.getByRole("button", { name: words.ko.add }).click();
    await page.waitForURL(/\/sign-in\?to=%2Fp%2F/);
    await page.fill("[name=email]", buyer.email);
    await page.fill("[name=password]", "jangteo-tester");
    await page.getByRole("button", { name: words.ko.signIn, exact: true }).click();
    await page.waitForURL(/\/p\//);
    await page.getByRole("button", { name: words.ko.add }).click();
    await page.getByRole("link", { name: words.ko.basket }).click();
    await page.fill("[type=number]", "2");
    await page.getByRole("button", { name: "바꾸기" }).click();
    await page.getByText("56,000원").first().waitFor();
    await look("basket-without-scripts");
    await page.getByRole("button", { name: /빼기$/ }).click();
    await page.getByText("장바구니가 비어 있습니다").waitFor();
    await takeAway(product);
    await context.close();
  });

  test("without a connection a form says so, keeps what was typed, and goes on later", async () => {
    const { page, context } = await visit(browser, market.baseUrl, { language: "ko", width: 360 });
    await page.goto("/forgot", { waitUntil: "networkidle" });
    await page.fill("[name=email]", "someone@test.com");
    await context.setOffline(true);
    await page.getByRole("button", { name: "메일 받기" }).click();
    await page.getByText("인터넷에 연결되어 있지 않습니다").waitFor();
    assert.equal(await page.inputValue("[name=email]"), "someone@test.com");
    await context.setOffline(false);
    await page.getByRole("button", { name: "메일 받기" }).click();
    await page.getByText("메일이 곧 도착합니다").waitFor();
    await context.close();
  });

  test("a sign-in that ended meanwhile leads to the sign-in page, and back to where one was", async () => {
    const { page, context } = await visit(browser, market.baseUrl, { language: "ko", width: 360 });
    const buyer = await api.customer();
    const product = await mug();
    const signIn = async () => {
      await page.fill("[name=email]", buyer.email);
      await page.fill("[name=password]", "jangteo-tester");
      await page.getByRole("button", { name: words.ko.signIn, exact: true }).click();
      await page.waitForURL(`/p/${product.id}`);
    };
    await page.goto(`/sign-in?to=/p/${product.id}`);
    await signIn();
    const [kept] = (await context.cookies()).filter(({ name }) => name === "jangteo_customer");
    assert.ok(kept?.httpOnly, "scripts cannot read it");
    assert.equal((await api.post("/accounts/logout", { refreshToken: kept.value })).status, 204);
    // The access token lives on for minutes; a browser that lost it has nothing left.
    await context.clearCookies({ name: "jangteo_customer_access" });
    await page.getByRole("button", { name: words.ko.wish }).click();
    await page.waitForURL(/\/sign-in\?to=/);
    await signIn();
    await page.getByRole("button", { name: words.ko.wish }).click();
    await page.getByRole("button", { name: words.ko.wished }).waitFor();
    await takeAway(product);
    await context.close();
  });

  test("a first load brings at most 110 KB of scripts", async () => {
    const product = await mug();
    for (const path of ["/", "/find", `/p/${product.id}`]) {
      const { page, context } = await visit(browser, market.baseUrl, { language: "ko", width: 360 });
      const scripts = new Set<string>();
      page.on("response", (response) => {
        if (response.request().resourceType() === "script") scripts.add(response.url());
      });
      await page.goto(path, { waitUntil: "networkidle" });
      assert.ok(scripts.size > 3, "the page runs scripts");
      let bytes = 0;
      for (const url of scripts) {
        const { headers } = await fetch(url, { headers: { "accept-encoding": "gzip" } });
        assert.equal(headers.get("content-encoding") ?? "gzip", "gzip");
        bytes += Number(headers.get("content-length"));
      }
      assert.ok(bytes > 10_000 && bytes <= 110 * 1_024, `${path}: ${bytes} bytes`);
      await context.close();
    }
    await takeAway(product);
  });
});
