import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import pg from "pg";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { type ApiClient, createApiClient, type Person } from "../harness/api-client.ts";
import { launchBrowser, looks, visit, withoutBrowser } from "../harness/browser.ts";
import { type Marketplace, startMarketplace } from "../harness/marketplace.ts";

const password = "jangteo-tester";
const words = {
  ko: {
    signIn: "로그인",
    find: "이메일이나 이름의 앞부분",
    go: "찾기",
    reason: /^이유/,
    suspend: "이용 정지",
    suspended: "정지",
    reinstate: "정지 해제",
    retry: "다시 시도",
    removeProduct: "상품 내리기",
    removeMessage: "메시지 지우기",
    refund: "2,000원 환불",
    none: "해당하는 것이 없습니다",
    report: /^신고하기: 허브/,
    reportReason: "무엇이 문제인가요?",
    reportGo: "신고하기",
    reported: "신고를 접수했습니다",
    dispute: "문제가 있나요?",
    disputeOpen: "분쟁 접수",
    disputing: "장터가 살펴보고 있습니다",
    refunded: "환불로 끝났습니다",
    answer: "구매자와 장터에 보일 답",
    answerGo: "답하기",
    upload: "올리기",
    front: /^대표로/,
    save: "저장",
    saveAll: "모두 저장",
    saved: "저장했습니다.",
    withheld: "장터가 내린 상품",
    newReply: /^예: 오늘/,
    addReply: "저장하기",
    name: "이름",
    updated: "저장했습니다.",
    current: "지금 비밀번호",
    next: "새 비밀번호",
    change: "비밀번호 바꾸기",
    changed: "비밀번호를 바꾸었습니다.",
    close: "탈퇴하기",
    closed: "탈퇴가 끝났습니다",
    giveUp: "남은 포인트를 포기합니다",
    left: "포인트가 7000점 남아 있습니다",
  },
  en: {
    signIn: "Sign in",
    find: "Beginning of an email or a name",
    go: "Find",
    reason: /^Reason/,
    suspend: "Suspend",
    suspended: "Suspended",
    reinstate: "Reinstate",
    retry: "Try again",
    removeProduct: "Take off sale",
    removeMessage: "Remove message",
    refund: "Refund ₩2,000",
    none: "There is none",
    report: /^Report: 허브/,
    reportReason: "What is wrong?",
    reportGo: "Report",
    reported: "We will look into it",
    dispute: "Something wrong?",
    disputeOpen: "Open a dispute",
    disputing: "The marketplace is looking into it",
    refunded: "Ended with a refund",
    answer: "Your answer, for the buyer and the marketplace",
    answerGo: "Answer",
    upload: "Upload",
    front: /^Make first/,
    save: "Save",
    saveAll: "Save all",
    saved: "Saved.",
    withheld: "Taken off sale by the marketplace",
    newReply: /^For example/,
    addReply: "Save",
    name: "Name",
    updated: "Saved.",
    current: "Current password",
    next: "New password",
    change: "Change password",
    changed: "Your password is changed.",
    close: "Close my account",
    closed: "Your account is closed",
    giveUp: "I give up the points that are left",
    left: "7000 points are left",
  },
};

const picture = (background: string) =>
  sharp({ create: { width: 300, height: 300, channels: 3, background } })
    .png()
    .toBuffer();

/** An event as the order module's inbox parks it. */
async function parkEvent(databaseUrl: string, id: string, sellerId: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c search_path="order"' });
  await client.connect();
  await client.query(
    `INSERT INTO parked_event (id, type, key, payload, at, last_error)
     VALUES ($1::uuid, 'AccountChanged', $1::text, $2, now(), 'the database was full')`,
    [id, { accountId: sellerId, role: "SELLER", version: 1 }],
  );
  await client.end();
}

describe("consoles in a browser", { skip: withoutBrowser() }, () => {
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

  async function signIn(page: Page, { email, role }: Person, path: string, button: string): Promise<void> {
    await page.goto(`/sign-in?as=${role.toLowerCase()}&to=${encodeURIComponent(path)}`);
    await page.fill("[name=email]", email);
    await page.fill("[name=password]", password);
    await page.getByRole("button", { name: button, exact: true }).click();
    await page.waitForURL(path);
  }

  for (const { language, width } of looks()) {
    const t = words[language];
    const open = () => visit(browser, market.baseUrl, { language, width });

    test(`what buyers complain of, sellers answer and an administrator decides: ${language}, ${width} px`, async () => {
      const [admin, seller, buyer] = [await api.admin(), await api.seller("약초 상회"), await api.customer(9_000)];
      const product = await api.product(seller, [[1_000, 9]], `허브차 ${randomUUID().slice(0, 4)}`);
      const { body: order } = await api.buy(buyer, [{ itemId: product.items[0].id, quantity: 2 }], 2_000);
      await api.post(`/seller/orders/${order.id}/prepare`, {}, seller.token);
      const [shopper, shop, office] = [await open(), await open(), await open()];
      const found: string[] = [];

      await signIn(shopper.page, buyer, `/orders/${order.id}`, t.signIn);
      await shopper.page.getByText(t.dispute).click();
      await shopper.page.getByLabel(t.reportReason).fill("다른 차가 왔어요");
      found.push(...(await shopper.look("order-dispute-form")));
      await shopper.page.getByRole("button", { name: t.disputeOpen }).click();
      await shopper.page.getByText(t.disputing).waitFor();
      await shopper.page.goto(`/p/${product.id}`);
      await shopper.page.getByText(t.reportGo, { exact: true }).first().click();
      await shopper.page.getByLabel(t.reportReason).first().fill("약이라고 합니다");
      await shopper.page.getByRole("button", { name: t.reportGo }).first().click();
      await shopper.page.getByText(t.reported).waitFor();
      found.push(...(await shopper.look("product-reported")));
      const room = await api.room(buyer, [seller]);
      const seq = await api.say(seller, room.id, { text: "계좌로 보내 주세요" });
      await api.post(`/chat/${room.id}/report`, { seq, reason: "직거래 유도" }, buyer.token);

      await signIn(shop.page, seller, "/sell/orders?status=DISPUTED", t.signIn);
      await shop.page.getByLabel(t.answer).fill("같은 차입니다");
      found.push(...(await shop.look("sell-orders-disputed")));
      await shop.page.getByRole("button", { name: t.answerGo }).click();
      await shop.page.getByText("같은 차입니다").waitFor();

      await signIn(office.page, admin, "/admin", t.signIn);
      found.push(...(await office.look("admin")));
      await office.page.goto("/admin/disputes");
      const dispute = office.page.locator("li.card", { hasText: product.name });
      found.push(...(await office.look("admin-disputes")));
      await dispute.getByLabel(t.reason).fill("사진을 확인했습니다");
      await dispute.getByRole("button", { name: t.refund }).click();
      await dispute.waitFor({ state: "detached" });
      await office.page.goto("/admin/reports");
      found.push(...(await office.look("admin-reports")));
      const message = office.page.locator("li.card", { hasText: "계좌로 보내 주세요" });
      await message.getByLabel(t.reason).fill("직거래");
      await message.getByRole("button", { name: t.removeMessage }).click();
      await message.waitFor({ state: "detached" });
      const complaint = office.page.locator("li.card", { hasText: product.name });
      await complaint.getByLabel(t.reason).fill("의약품 표시");
      await complaint.getByRole("button", { name: t.removeProduct }).click();
      await complaint.waitFor({ state: "detached" });

      await office.page.goto("/admin/members");
      await office.page.getByLabel(t.find).fill(seller.email);
      await office.page.getByRole("button", { name: t.go, exact: true }).last().click();
      await office.page.getByRole("link", { name: seller.email }).click();
      await office.page.waitForURL(`/admin/members/${seller.id}`);
      await office.page.getByLabel(t.reason).fill("반복 위반");
      await office.page.getByRole("button", { name: t.suspend, exact: true }).click();
      await office.page.getByRole("button", { name: t.reinstate }).waitFor();
      found.push(...(await office.look("admin-member")));
      assert.equal((await api.post("/accounts/seller/login", { email: seller.email, password })).status, 403);
      await office.page.goto("/admin/members?status=SUSPENDED");
      found.push(...(await office.look("admin-members")));
      const event = newId();
      await parkEvent(await market.databaseOf("order"), event, seller.id);
      await office.page.goto("/admin/events");
      const parked = office.page.getByRole("listitem").filter({ hasText: event });
      found.push(...(await office.look("admin-event-parked")));
      await parked.getByLabel(t.reason).fill("디스크를 늘렸음");
      await parked.getByRole("button", { name: t.retry }).click();
      await parked.waitFor({ state: "detached" });
      for (const [path, name] of [
        ["/admin/events", "admin-events"],
        ["/admin/audit", "admin-audit"],
        ["/admin/audit?of=order", "admin-audit-order"],
      ] as const) {
        await office.page.goto(path);
        found.push(...(await office.look(name)));
      }

      await shopper.page.goto(`/orders/${order.id}`);
      await shopper.page.getByText(t.refunded).waitFor();
      found.push(...(await shopper.look("order-refunded")));
      assert.equal(await api.balance(buyer), 9_000);
      assert.deepEqual(found, [], "axe");
      for (const { complaints, context } of [shopper, shop, office]) {
        assert.deepEqual(
          complaints.filter((text) => !/status of (404|401|409)/.test(text)),
          [],
          "scripts",
        );
        await context.close();
      }
    });

    test(`a seller minds the shop, a buyer minds the account and leaves: ${language}, ${width} px`, async () => {
      const [seller, buyer] = [await api.seller("그릇 가게"), await api.customer(7_000)];
      const bowl = await api.product(seller, [[3_000, 9]], `사발 ${randomUUID().slice(0, 4)}`);
      await api.product(seller, [[500, 1]], `종지 ${randomUUID().slice(0, 4)}`);
      const [shop, home] = [await open(), await open()];
      const found: string[] = [];

      await signIn(shop.page, seller, `/sell/products/${bowl.id}`, t.signIn);
      await shop.page.getByLabel(t.upload).setInputFiles([
        { name: "one.png", mimeType: "image/png", buffer: await picture("#8a5") },
        { name: "two.png", mimeType: "image/png", buffer: await picture("#58a") },
      ]);
      await shop.page.getByRole("button", { name: t.front }).click();
      found.push(...(await shop.look("sell-product-pictures")));
      await shop.page.getByRole("button", { name: t.save, exact: true }).click();
      await shop.page.waitForURL("/sell/products?saved").catch(async (error) => {
        await shop.page.screenshot({ path: "/tmp/fail.png" });
        console.log(shop.complaints, shop.page.url());
        throw error;
      });
      const { body: pictured } = await api.get(`/search/product/detail?productId=${bowl.id}`);
      assert.equal(pictured.images.length, 2);
      assert.equal((await fetch(`${market.baseUrl}${pictured.images[0]}`)).status, 200);

      await shop.page.goto("/sell/products/table");
      await shop.page.getByLabel(/사발/).first().fill("2800");
      await shop.page.getByLabel(/종지/).last().fill("40");
      found.push(...(await shop.look("sell-products-table")));
      await shop.page.getByRole("button", { name: t.saveAll }).click();
      await shop.page.getByText(t.saved).waitFor();
      const { body: mine } = await api.post("/seller/product/myproducts", {}, seller.token);
      assert.deepEqual(
        mine.items.map(({ items: [item] }: { items: { price: number; stock: number }[] }) => [
          item!.price,
          item!.stock,
        ]),
        [
          [500, 40],
          [2_800, 9],
        ],
      );
      await shop.page.goto("/sell/replies");
      await shop.page.getByPlaceholder(t.newReply).fill("오늘 보내 드립니다.");
      await shop.page.getByRole("button", { name: t.addReply, exact: true }).click();
      await shop.page.getByRole("listitem").getByText("오늘 보내 드립니다.").waitFor();
      assert.equal(await shop.page.getByPlaceholder(t.newReply).inputValue(), "", "ready for the next one");
      found.push(...(await shop.look("sell-replies")));
      await api.buy(buyer, [{ itemId: bowl.items[0].id, quantity: 1 }], 2_800).then(async ({ body }) => {
        await api.post(`/seller/orders/${body.id}/refund`, {}, seller.token, randomUUID());
      });
      await shop.page.goto("/sell/statistics");
      found.push(...(await shop.look("sell-statistics")));
      await shop.page.goto("/sell/account");
      found.push(...(await shop.look("sell-account")));
      await shop.page.goto("/sell/settlement");
      found.push(...(await shop.look("sell-settlement")));

      await signIn(home.page, buyer, "/account", t.signIn);
      await home.page.getByLabel(t.name, { exact: true }).fill("새 이름");
      await home.page.getByRole("button", { name: t.save, exact: true }).click();
      await home.page.getByText(t.updated).waitFor();
      await home.page.getByLabel(t.current).fill(password);
      await home.page.getByLabel(t.next).fill("another long password");
      await home.page.getByRole("button", { name: t.change }).click();
      await home.page.getByText(t.changed).waitFor();
      found.push(...(await home.look("account")));
      await home.page.getByText(t.close, { exact: true }).first().click();
      await home.page.locator("#closing-password").fill("another long password");
      await home.page.getByRole("button", { name: t.close }).click();
      await home.page.getByText(t.left).waitFor();
      await home.page.locator("#closing-password").fill("another long password");
      await home.page.getByLabel(t.giveUp).check();
      found.push(...(await home.look("account-closing")));
      await home.page.getByRole("button", { name: t.close }).click();
      await home.page.getByText(t.closed).waitFor();
      assert.deepEqual(found, [], "axe");
      await shop.context.close();
      await home.context.close();
    });
  }
});
