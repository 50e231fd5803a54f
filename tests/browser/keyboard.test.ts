import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type ApiClient, createApiClient, type Person } from "../harness/api-client.ts";
import { launchBrowser, looks, visit, withoutBrowser } from "../harness/browser.ts";
import { type Marketplace, startMarketplace } from "../harness/marketplace.ts";

/** What has the focus: its tag, what it is called and its id. Evaluated in the page. */
const readFocus = `(() => {
  const { activeElement: element } = document;
  if (!element || element === document.body) return "";
  const label = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent ?? "";
  return element.tagName.toLowerCase() + " " + label.replace(/\\s+/g, " ").trim() + " #" + element.id;
})()`;
const focused = (page: Page) => page.evaluate<string>(readFocus);

/** Presses Tab until this has the focus; what is not reached within the page's things is not reached at all. */
async function tabTo(page: Page, what: RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < 90; step++) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (what.test(now)) return;
    seen.push(now);
  }
  assert.fail(`${what} was not reached: ${seen.join(" | ")}`);
}

async function notLost(page: Page, after: string): Promise<void> {
  // What moves it may come a moment after what is seen.
  await page
    .waitForFunction("document.activeElement !== document.body", undefined, { timeout: 2_000 })
    .catch(() => assert.fail(`the focus was lost after ${after}`));
}

describe("without a mouse", { skip: withoutBrowser() }, () => {
  let market: Marketplace;
  let browser: Browser;
  let api: ApiClient;
  const width = looks()[0]?.width ?? 1280;

  before(async () => {
    market = await startMarketplace({ env: { JANGTEO_PAGES: "on" } });
    browser = await launchBrowser();
    api = createApiClient(market.baseUrl);
  });
  after(async () => {
    await browser.close();
    await market.stop();
  });

  async function signIn(page: Page, { email, role }: Person): Promise<void> {
    await page.goto(`/sign-in?as=${role.toLowerCase()}`, { waitUntil: "networkidle" });
    await tabTo(page, /이메일/);
    await page.keyboard.type(email);
    await tabTo(page, /비밀번호/);
    await page.keyboard.type("jangteo-tester");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  }

  test("a buyer finds, buys, talks and disputes; the focus is never lost", async () => {
    const [seller, buyer] = [await api.seller("모시 공방"), await api.customer()];
    const product = await api.product(
      seller,
      [
        [15_000, 9],
        [18_000, 9],
      ],
      "한산 모시 손수건",
    );
    const { page, context } = await visit(browser, market.baseUrl, { language: "ko", width });
    await signIn(page, buyer);

    await page.goto("/", { waitUntil: "networkidle" });
    await page.keyboard.press("Tab");
    assert.match(await focused(page), /본문으로 건너뛰기/);
    await page.keyboard.press("Enter");
    assert.match(await focused(page), /#main$/, "the way past the header");
    await tabTo(page, /찾기|찾는 물건/, "Shift+Tab");
    if (!(await focused(page)).startsWith("input")) await tabTo(page, /^input/, "Shift+Tab");
    await page.keyboard.type("ㅁㅅ");
    await page.getByRole("option", { name: product.name }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/find\?/);
    await notLost(page, "a search");
    await tabTo(page, /한산 모시 손수건/);
    await page.keyboard.press("Enter");
    await page.waitForURL(`/p/${product.id}`);
    await notLost(page, "opening a product");
    await page.waitForLoadState("networkidle");

    await tabTo(page, /옵션 1/);
    await page.keyboard.press("ArrowDown");
    assert.match(await focused(page), /옵션 2/, "options are chosen with the arrows");
    await tabTo(page, /수량 #quantity/);
    await page.keyboard.press("ArrowUp");
    await tabTo(page, /하나 줄이기/, "Shift+Tab");
    await page.keyboard.press("Enter");
    await notLost(page, "the last step down");
    await tabTo(page, /찜하기/);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "찜했어요" }).waitFor();
    await notLost(page, "a wish");
    assert.match(await focused(page), /찜했어요/, "it stays on the button");
    await tabTo(page, /장바구니에 담기/, "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByText("장바구니에 담았습니다").waitFor();
    await notLost(page, "adding to the basket");
    await tabTo(page, /장바구니 보기/);
    await page.keyboard.press("Enter");
    await page.waitForURL("/basket");
    await notLost(page, "going to the basket");

    // The price changes: the notice is acknowledged, and goes away with its button.
    await api.put("/seller/product/item", { id: product.items[1].id, price: 17_000 }, seller.token);
    await page.goto("/basket", { waitUntil: "networkidle" });
    await tabTo(page, /확인했습니다/);
    await page.keyboard.press("Enter");
    await page.getByText("지난번에 보신 뒤로").waitFor({ state: "detached" });
    await notLost(page, "acknowledging");
    await tabTo(page, /주문하기/);
    await page.keyboard.press("Enter");
    await page.waitForURL("/checkout");
    await tabTo(page, /충전하기/);
    await page.keyboard.press("Enter");
    await page.getByText(/충전했습니다/).waitFor();
    await notLost(page, "topping up");
    await tabTo(page, /결제하기/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/orders\//);
    await notLost(page, "paying");
    const id = /orders\/([\w-]+)/.exec(page.url())![1]!;

    await api.post(`/seller/orders/${id}/prepare`, {}, seller.token);
    await page.goto(`/orders/${id}`, { waitUntil: "networkidle" });
    await tabTo(page, /문제가 있나요/);
    await page.keyboard.press("Enter");
    await tabTo(page, /무엇이 문제인가요/);
    await page.keyboard.type("빠진 것이 있어요");
    await tabTo(page, /분쟁 접수/);
    await page.keyboard.press("Enter");
    await page.getByText("장터가 살펴보고 있습니다").waitFor();
    await notLost(page, "opening a dispute");

    await tabTo(page, /테스터님/, "Shift+Tab");
    await page.keyboard.press("Enter");
    await tabTo(page, /대화/);
    await page.keyboard.press("Enter");
    await page.waitForURL("/talk");
    await page.goto(`/p/${product.id}`, { waitUntil: "networkidle" });
    await tabTo(page, /판매자와 채팅/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/talk\/[\w-]+$/);
    await notLost(page, "opening a room");
    const room = page.url().split("/").at(-1)!;
    await tabTo(page, /메시지 쓰기/);
    await page.keyboard.type("언제 오나요?");
    await page.keyboard.press("Enter");
    await page.getByRole("log").getByText("언제 오나요?").waitFor();
    assert.match(await focused(page), /메시지 쓰기/, "ready for the next message");
    await tabTo(page, /가격 제안하기/, "Shift+Tab");
    await page.keyboard.press("Enter");
    await tabTo(page, /취소/, "Shift+Tab");
    await page.keyboard.press("Enter");
    await notLost(page, "closing the offer");

    // What comes is told to those who hear the page: a log is a polite live region.
    const log = page.getByRole("log");
    assert.notEqual(await log.getAttribute("aria-live"), "off");
    await api.say(seller, room, { text: "내일 도착합니다" });
    await log.getByText("내일 도착합니다").waitFor();
    await context.close();
  });

  test("a seller and an administrator do their work", async () => {
    const [seller, buyer, admin] = [await api.seller("죽세공"), await api.customer(9_000), await api.admin()];
    const { page, context } = await visit(browser, market.baseUrl, { language: "ko", width });
    await signIn(page, seller);
    await page.goto("/sell/products/new", { waitUntil: "networkidle" });
    await tabTo(page, /상품 이름/);
    await page.keyboard.type("대나무 바구니");
    await tabTo(page, /옵션 이름 1/);
    await page.keyboard.type("중");
    await tabTo(page, /가격 1/);
    await page.keyboard.type("3000");
    await tabTo(page, /옵션 더하기/);
    await page.keyboard.press("Enter");
    await tabTo(page, /빼기 2/, "Shift+Tab");
    await page.keyboard.press("Enter");
    await notLost(page, "removing an option");
    await tabTo(page, /저장/);
    await page.keyboard.press("Enter");
    await page.waitForURL("/sell/products?saved");
    await notLost(page, "saving a product");
    const { body } = await api.post("/seller/product/myproducts", {}, seller.token);
    const { body: order } = await api.buy(buyer, [{ itemId: body.items[0].items[0].id, quantity: 1 }], 3_000);
    await api.post(`/customer/orders/${order.id}/dispute`, { reason: "주소를 잘못 적었어요" }, buyer.token);
    await page.goto("/sell/orders", { waitUntil: "networkidle" });
    await tabTo(page, /준비 시작/);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "발송 처리" }).waitFor();
    await notLost(page, "the next step of an order");
    await page.goto("/sell/replies", { waitUntil: "networkidle" });
    await tabTo(page, /^textarea/);
    await page.keyboard.type("고맙습니다.");
    await tabTo(page, /저장하기/);
    await page.keyboard.press("Enter");
    await page.getByRole("listitem").getByText("고맙습니다.").waitFor();
    await notLost(page, "adding a reply");
    await tabTo(page, /지우기/);
    await page.keyboard.press("Enter");
    await page.getByText("저장한 답장이 없습니다").waitFor();
    await notLost(page, "removing the last reply");

    await signIn(page, admin);
    await page.goto("/admin/disputes", { waitUntil: "networkidle" });
    await tabTo(page, /이유.*대나무 바구니/);
    await page.keyboard.type("구매자의 말이 맞음");
    await tabTo(page, /환불/);
    await page.keyboard.press("Enter");
    await page.locator("li.card", { hasText: "대나무 바구니" }).waitFor({ state: "detached" });
    await notLost(page, "deciding a dispute");
    await context.close();
  });
});
