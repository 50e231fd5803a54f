import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Secret, TOTP } from "otpauth";
import pg from "pg";
import type { Browser, Page } from "playwright-core";
import { type ApiClient, createApiClient, type Person } from "../harness/api-client.ts";
import { launchBrowser, looks, visit, withoutBrowser } from "../harness/browser.ts";
import { type Marketplace, startMarketplace } from "../harness/marketplace.ts";

const password = "jangteo-tester";
const { language, width } = looks()[0]!;

describe("a second factor on the pages", { skip: withoutBrowser() }, () => {
  let market: Marketplace;
  let browser: Browser;
  let api: ApiClient;

  before(async () => {
    market = await startMarketplace({ env: { JANGTEO_PAGES: "on", JANGTEO_ADMIN_SECOND_FACTOR: "on" } });
    browser = await launchBrowser();
    api = createApiClient(market.baseUrl);
  });
  after(async () => {
    await browser.close();
    await market.verify();
    await market.stop();
  });

  async function inDatabase(sql: string, id: string): Promise<void> {
    const client = new pg.Client({ connectionString: await market.databaseOf("account") });
    await client.connect();
    try {
      await client.query(sql, [id]);
    } finally {
      await client.end();
    }
  }
  /** As if no code had been given yet: each is of use once, and the next one comes in half a minute. */
  const forgetCodes = async ({ id }: Person): Promise<void> =>
    inDatabase("UPDATE account.second_factor SET last_step = 0 WHERE id = $1", id);

  const button = (page: Page, action: string) => page.locator(`form[action^="?/${action}"] button`).first();

  async function signIn(page: Page, { email, role }: Person, path: string, code?: string): Promise<void> {
    await page.goto(`/sign-in?as=${role.toLowerCase()}&to=${encodeURIComponent(path)}`);
    await page.fill("[name=email]", email);
    await page.fill("[name=password]", password);
    await button(page, "signIn").click();
    if (code === undefined) return;
    await page.locator("[name=code]").fill(code);
    await page.fill("[name=password]", password);
    await button(page, "signIn").click();
  }

  /** Sets it up on the page that is open; answers what codes are made of. */
  async function setUp(page: Page): Promise<TOTP> {
    await page.fill("[name=factorPassword]", password);
    await button(page, "factorBegin").click();
    const secret = (await page.locator(".secret").textContent())!.trim();
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    await page.fill("[name=factorCode]", "000000");
    await button(page, "factorActivate").click();
    await page.locator("#second-factor [role=alert] .note").waitFor();
    await page.fill("[name=factorCode]", totp.generate());
    await button(page, "factorActivate").click();
    await page.locator("#second-factor li").first().waitFor();
    assert.equal(await page.locator("#second-factor li").count(), 10);
    return totp;
  }

  // Among several processes the pages are the same: once is enough there.
  for (const scripts of (process.env.TEST_STAGE ?? "monolith") === "monolith" ? [true, false] : [false]) {
    const open = () => visit(browser, market.baseUrl, { language, width, scripts });

    test(`a seller sets it up, and is asked at the next sign-in and at each payout: ${scripts ? "with" : "without"} scripts`, async () => {
      const [seller, buyer] = [await api.seller(), await api.customer(5_000)];
      const product = await api.product(seller, [[1_000, 9]]);
      const items = [{ itemId: product.items[0].id as string, quantity: 2 }];
      const { body: order } = await api.buy(buyer, items, 2_000);
      await api.confirm(order.id, seller, buyer);
      const { page, context, look, complaints } = await open();
      await signIn(page, seller, "/sell/account");
      const totp = await setUp(page);
      const found = await look("second-factor");
      await context.clearCookies();
      await forgetCodes(seller);
      await signIn(page, seller, "/sell/settlement", totp.generate());
      await page.waitForURL("/sell/settlement");
      await page.fill("[name=amount]", "1500");
      await page.fill("[name=bankAccount]", "국민 123-45");
      await button(page, "payOut").click();
      await page.locator("[name=confirmPassword]").fill(password);
      found.push(...(await look("payout-confirm")));
      await forgetCodes(seller);
      await page.fill("[name=confirmCode]", totp.generate());
      // What was typed is still there.
      assert.equal(await page.inputValue("[name=amount]"), "1500");
      await button(page, "payOut").click();
      await page.locator(".note.good").waitFor();
      assert.equal(await api.withdrawable(seller), 500);
      assert.deepEqual(found, [], "axe");
      assert.deepEqual(
        complaints.filter((text) => !/status of (403|401)/.test(text)),
        [],
        "scripts",
      );
      await context.close();
    });

    test(`an administrator needs it, and the password again for a suspension: ${scripts ? "with" : "without"} scripts`, async () => {
      const [admin, member] = [await api.admin(), await api.customer()];
      const { page, context, look } = await open();
      await signIn(page, admin, "/admin");
      await page.waitForURL("/admin/security");
      const found = await look("admin-second-factor");
      const totp = await setUp(page);
      const before = (await context.cookies()).find(({ name }) => name === "jangteo_admin")!.value;
      await inDatabase("UPDATE account.session SET confirmed_at = 'epoch' WHERE account_id = $1", admin.id);
      await context.clearCookies({ name: "jangteo_admin_access" });
      await page.goto(`/admin/members/${member.id}`);
      const next = (await context.cookies()).find(({ name }) => name === "jangteo_admin")!.value;
      assert.notEqual(next, before, "the refresh token was traded");
      await page.fill("[name=reason]", "시험");
      await button(page, "move").click();
      await page.locator("[name=confirmPassword]").fill(password);
      await forgetCodes(admin);
      await page.fill("[name=confirmCode]", totp.generate());
      assert.equal(await page.inputValue("[name=reason]"), "시험");
      await button(page, "move").click();
      await page.locator("button[value=reinstate]").waitFor();
      assert.equal((await api.post("/accounts/customer/login", { email: member.email, password })).status, 403);
      assert.deepEqual(found, [], "axe");
      await context.close();
    });
  }
});
