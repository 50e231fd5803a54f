import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { type ApiClient, createApiClient, type Person } from "../harness/api-client.ts";
import { launchBrowser, looks, visit, withoutBrowser } from "../harness/browser.ts";
import { type Marketplace, startMarketplace } from "../harness/marketplace.ts";

const password = "jangteo-tester";
const words = {
  ko: {
    report: "신고하기",
    reportReason: "무엇이 문제인가요?",
    reported: "신고를 접수했습니다",
    block: "차단",
    unblock: "차단 풀기",
    blocked: "차단한 사람입니다",
    signIn: "로그인",
    newProduct: "상품 등록",
    name: "상품 이름",
    about: "상품 설명",
    option: "옵션 이름 1",
    price: "가격 1",
    stock: "재고 1",
    save: "저장",
    ask: "판매자와 채팅",
    write: "메시지 쓰기",
    read: "읽음",
    typing: /입력 중/,
    offer: "가격 제안하기",
    offerPrice: "개당 제안 가격",
    accept: "수락",
    accepted: /수락됨/,
    picture: "사진 보내기",
    sending: "보내는 중",
    orders: "들어온 주문",
    prepare: "준비 시작",
    carrier: "택배사",
    tracking: "송장 번호",
    ship: "발송 처리",
    shipped: "배송 중",
    payOut: "출금하기",
    amount: "출금할 포인트",
    account: "계좌 번호",
  },
  en: {
    report: "Report",
    reportReason: "What is wrong?",
    reported: "We will look into it",
    block: "Block",
    unblock: "Unblock",
    blocked: "You have blocked this person",
    signIn: "Sign in",
    newProduct: "New product",
    name: "Product name",
    about: "About this product",
    option: "Option 1",
    price: "Price 1",
    stock: "Stock 1",
    save: "Save",
    ask: "Ask the seller",
    write: "Write a message",
    read: "Read",
    typing: /is typing/,
    offer: "Make an offer",
    offerPrice: "Price for one",
    accept: "Accept",
    accepted: /Accepted/,
    picture: "Send a picture",
    sending: "Sending",
    orders: "Orders",
    prepare: "Start preparing",
    carrier: "Carrier",
    tracking: "Tracking number",
    ship: "Mark as shipped",
    shipped: "On its way",
    payOut: "Pay out",
    amount: "Points to pay out",
    account: "Bank account",
  },
};

describe("buyer and seller in two browsers", { skip: withoutBrowser() }, () => {
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
    await market.stop();
  });

  async function signIn(page: Page, person: Person, path: string, button: string): Promise<void> {
    await page.goto(path);
    await page.fill("[name=email]", person.email);
    await page.fill("[name=password]", password);
    await page.getByRole("button", { name: button, exact: true }).click();
  }

  for (const { language, width } of looks())
    test(`the seller lists a product, both talk and agree on a price, the order is shipped: ${language}, ${width} px`, async () => {
      const t = words[language];
      const found: string[] = [];
      const [seller, buyer] = [await api.seller("솔숲 목공소"), await api.customer(200_000)];
      const name = `소나무 도마 ${randomUUID().slice(0, 4)}`;
      const shop = await visit(browser, market.baseUrl, { language, width });
      const home = await visit(browser, market.baseUrl, { language, width });

      await signIn(shop.page, seller, "/sell", t.signIn);
      await shop.page.waitForURL("/sell/orders");
      found.push(...(await shop.look("sell-orders-empty")));
      await shop.page.goto("/sell/products");
      await shop.page.getByRole("link", { name: t.newProduct }).first().click();
      await shop.page.getByLabel(t.name).fill(name);
      await shop.page.getByLabel(t.about, { exact: true }).fill("강원도 소나무로 깎은 도마입니다.");
      await shop.page.getByLabel(t.option).fill("중 30 cm");
      await shop.page.getByLabel(t.price, { exact: true }).fill("45000");
      await shop.page.getByLabel(t.stock, { exact: true }).fill("7");
      found.push(...(await shop.look("sell-product-new")));
      await shop.page.getByRole("button", { name: t.save }).click();
      await shop.page.waitForURL("/sell/products?saved");
      found.push(...(await shop.look("sell-products")));

      const { body } = await api.post("/seller/product/myproducts", {}, seller.token);
      const product = body.items[0];
      await signIn(home.page, buyer, `/sign-in?to=/p/${product.id}`, t.signIn);
      await home.page.waitForURL(`/p/${product.id}`);
      await home.page.getByRole("button", { name: t.ask }).click();
      await home.page.waitForURL(/\/talk\/[\w-]+$/);
      const room = home.page.url().split("/").at(-1)!;
      await home.page.getByLabel(t.write).fill("안녕하세요, 각인도 되나요?");
      await home.page.keyboard.press("Enter");

      await shop.page.goto("/sell/talk");
      found.push(...(await shop.look("sell-talk")));
      await shop.page.getByRole("link", { name: /안녕하세요/ }).click();
      await shop.page.waitForURL(`/sell/talk/${room}`);
      await shop.page.getByRole("log").getByText("안녕하세요, 각인도 되나요?").waitFor();
      await home.page.getByText(t.read, { exact: false }).first().waitFor();
      await shop.page.getByLabel(t.write).pressSequentially("네, 됩니다");
      await home.page.getByText(t.typing).waitFor();
      await shop.page.keyboard.press("Enter");
      await home.page.getByRole("log").getByText("네, 됩니다").waitFor();

      // A message is complained of where it stands; whom one does not want to hear is blocked, and heard again.
      const said = home.page.getByRole("log").getByRole("listitem").filter({ hasText: "네, 됩니다" });
      await said.hover();
      await said.getByText(t.report, { exact: true }).first().click();
      await said.getByLabel(t.reportReason).fill("잘못 눌렀어요");
      await said.getByRole("button", { name: t.report }).click();
      await said.getByText(t.reported).waitFor();
      await home.page.getByRole("button", { name: t.block, exact: true }).click();
      await home.page.getByText(t.blocked).waitFor();
      await home.page.getByRole("button", { name: t.unblock }).click();
      await home.page.getByText(t.blocked).waitFor({ state: "detached" });

      await home.page.getByRole("button", { name: t.offer }).click();
      await home.page.getByLabel(t.offerPrice).fill("40000");
      await home.page.getByRole("button", { name: t.offer, exact: true }).first().click();
      await shop.page.getByRole("button", { name: t.accept }).click();
      await home.page.getByText(t.accepted).waitFor();
      const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#c96" } })
        .png()
        .toBuffer();
      await home.page
        .getByLabel(t.picture)
        .setInputFiles({ name: "carving.png", mimeType: "image/png", buffer: picture });
      await shop.page.getByRole("log").locator("img").waitFor();

      // Without a connection a message waits, also through a reload, and goes once.
      await home.context.setOffline(true);
      await home.page.getByLabel(t.write).fill("주문할게요");
      await home.page.keyboard.press("Enter");
      await home.page.getByRole("log").getByText("주문할게요").waitFor();
      await home.context.setOffline(false);
      await shop.page.getByRole("log").getByText("주문할게요").waitFor({ timeout: 40_000 });
      assert.equal(await shop.page.getByRole("log").getByText("주문할게요").count(), 1);
      found.push(...(await home.look("talk-room")));
      found.push(...(await shop.look("sell-talk-room")));

      const bought = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 40_000, randomUUID());
      assert.equal(bought.status, 201, JSON.stringify(bought.body));
      await shop.page.goto("/sell/orders");
      await shop.page.getByRole("button", { name: t.prepare }).click();
      await shop.page.getByLabel(t.carrier).fill("한길택배");
      await shop.page.getByLabel(t.tracking).fill("1234-5678");
      found.push(...(await shop.look("sell-orders")));
      await shop.page.getByRole("button", { name: t.ship }).click();
      await shop.page.locator(".head").getByText(t.shipped).waitFor();
      const order = bought.body.id as string;
      assert.equal((await api.post(`/seller/orders/${order}/deliver`, {}, seller.token)).status, 200);
      assert.equal((await api.post(`/customer/orders/${order}/confirm`, {}, buyer.token)).status, 200);
      await shop.page.goto("/sell/settlement");
      await shop.page.getByLabel(t.amount).fill("30000");
      await shop.page.getByLabel(t.account).fill("국민 123-45-678901");
      await shop.page.getByRole("button", { name: t.payOut }).click();
      await shop.page.getByRole("status").getByText("30,000").waitFor();
      found.push(...(await shop.look("sell-settlement")));
      await home.page.goto("/talk");
      found.push(...(await home.look("talk")));

      assert.deepEqual(found, [], "axe");
      for (const { complaints } of [shop, home])
        assert.deepEqual(
          complaints.filter((text) => !/status of (404|401)|ERR_INTERNET_DISCONNECTED|WebSocket/.test(text)),
          [],
          "scripts",
        );
      await Promise.all([shop.context.close(), home.context.close()]);
    });
});
