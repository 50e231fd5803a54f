import assert from "node:assert/strict";
import { test } from "node:test";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const market = useMarketplace({ alone: true, env: { JANGTEO_PAGES: "on" } });

/** A browser without scripts: keeps cookies, follows nothing. */
function openBrowser() {
  const cookies = new Map<string, string>();
  async function send(path: string, form?: Record<string, string>): Promise<{ status: number; text: string }> {
    const response = await fetch(`${market.api.baseUrl}${path}`, {
      redirect: "manual",
      headers: {
        accept: "text/html",
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(form && { origin: market.api.baseUrl }),
      },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value === "") cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    return { status: response.status, text: await response.text() };
  }
  return { cookies, send };
}

test("pages show a suspended member why they end, and forget the sign-in; afterwards they lead to the sign-in page", async () => {
  const { api } = market;
  const [admin, buyer] = [await api.admin(), await api.customer()];
  const browser = openBrowser();
  const form = { as: "customer", to: "/account", email: buyer.email, password: "jangteo-tester" };
  assert.equal((await browser.send("/sign-in?/signIn", form)).status, 303);
  assert.equal((await browser.send("/account")).status, 200);
  assert.equal(browser.cookies.size, 2);
  const path = `/accounts/admin/members/${buyer.id}/suspend`;
  assert.equal((await api.post(path, { reason: "운영 정책 위반" }, admin.token)).status, 200);
  let last = { status: 0, text: "" };
  await until(async () => (last = await browser.send("/account")).status !== 200, { timeoutMs: 5_000 });
  assert.equal(last.status, 403);
  assert.match(last.text, /이용이 정지된 계정입니다/);
  assert.equal(browser.cookies.size, 0);
  assert.equal((await browser.send("/account")).status, 303);
});

test("pages of an administrator whose role is taken away lead to the sign-in page, and forget the sign-in", async () => {
  const admin = await market.api.admin();
  const browser = openBrowser();
  const form = { as: "admin", to: "/admin", email: admin.email, password: "jangteo-tester" };
  assert.equal((await browser.send("/sign-in?/signIn", form)).status, 303);
  assert.equal((await browser.send("/admin/members")).status, 200);
  const { code, output } = await market.own.command("remove-admin", admin.email);
  assert.equal(code, 0, output);
  await until(async () => (await browser.send("/admin/members")).status !== 200, { timeoutMs: 5_000 });
  assert.equal((await browser.send("/admin/members")).status, 303);
  assert.equal(browser.cookies.size, 0);
  assert.notEqual((await browser.send("/sign-in?/signIn", form)).status, 303);
});
