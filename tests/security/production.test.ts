import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type ParsedMail, simpleParser } from "mailparser";
import pg from "pg";
import { SMTPServer } from "smtp-server";
import type { Person } from "../harness/api-client.ts";
import { type Marketplace, runCommand, startMarketplace } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";

// The lines of docs/security.md about production: one marketplace with its settings, pages and mail server, in whatever stage.
const password = "장터에서-만나요-7";
const mails: ParsedMail[] = [];
let market: Marketplace;
let smtp: SMTPServer;

before(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      const receive = async () => {
        mails.push(await simpleParser(stream));
        done();
      };
      void receive();
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const { port } = smtp.server.address() as AddressInfo;
  market = await startMarketplace({
    env: {
      NODE_ENV: "production",
      JANGTEO_SECRET: "0123456789abcdef0123456789abcdef",
      JANGTEO_PUBLIC_URL: "https://shop.example",
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      JANGTEO_RATE_LIMITS: "on",
      JANGTEO_MAIL_LIMIT_PER_MINUTE: "1000",
      JANGTEO_SIGN_IN_ADDRESS_LIMIT_PER_MINUTE: "1000",
      JANGTEO_GATEWAY_REQUESTS_PER_SECOND: "10000",
      JANGTEO_TRUSTED_PROXIES: "loopback",
      JANGTEO_PAGES: "on",
      JANGTEO_LOG_LEVEL: "trace",
    },
  });
});
after(async () => {
  try {
    await market?.verify();
  } finally {
    await market?.stop();
    await new Promise<void>((resolve) => smtp.close(resolve));
  }
});

const textOf = ({ text, html }: ParsedMail) => `${text} ${html}`;
async function mailTo(email: string, subject: RegExp): Promise<ParsedMail> {
  const found = () =>
    mails.find((mail) => (mail.to as { text: string }).text === email && subject.test(mail.subject ?? ""));
  await until(() => found() !== undefined, { timeoutMs: 15_000, why: () => `no mail to ${email}` });
  return found()!;
}

/** A request with any Host, which fetch does not send. */
function postAs(host: string, path: string, body: object): Promise<number> {
  const { hostname, port } = new URL(market.baseUrl);
  const forged = {
    host,
    "x-forwarded-host": host,
    forwarded: `host=${host}`,
    origin: `https://${host}`,
    "x-original-host": host,
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path, method: "POST", headers: { ...forged, "content-type": "application/json" } },
      (response) => {
        response.resume();
        resolve(response.statusCode!);
      },
    );
    sent.once("error", reject);
    sent.end(JSON.stringify(body));
  });
}

type Account = { email: string; name: string; phone: string; birth: string; password: string };
const newAccount = (name = `이름 ${randomUUID()}`): Account => ({
  email: `${randomUUID()}@example.org`,
  name,
  phone: `010-${String(Math.random()).slice(2, 6)}-${String(Math.random()).slice(2, 6)}`,
  birth: "1957-11-23",
  password,
});

async function signUp(role: "customer" | "seller", account: Account) {
  const { api } = market;
  assert.equal((await api.post(`/accounts/${role}/signup`, account)).status, 201);
  const token = /\/verify\/([\w-]+)/.exec((await mailTo(account.email, /확인/)).text!)![1]!;
  assert.equal((await api.get(`/accounts/${role}/verify/${token}`)).status, 200);
  const login = await api.post(`/accounts/${role}/login`, { email: account.email, password });
  assert.equal(login.status, 200, JSON.stringify(login.body));
  const person: Person = { id: "", email: account.email, role: role.toUpperCase(), token: login.body.accessToken };
  return { token, login, person };
}

const page = (path: string, headers: Record<string, string> = {}) =>
  market.api.request("GET", path, { headers: { accept: "text/html", ...headers } });

test("line 11: links of mails begin with the configured address, whatever Host a request names", async () => {
  const account = newAccount();
  const { email } = account;
  assert.equal(await postAs("evil.example", "/accounts/customer/signup", account), 201);
  const verify = await mailTo(email, /확인/);
  assert.match(verify.text!, /https:\/\/shop\.example\/accounts\/customer\/verify\//);
  assert.equal(await postAs("evil.example:443", "/accounts/password/forgot", { email, role: "CUSTOMER" }), 200);
  const reset = await mailTo(email, /비밀번호를 다시/);
  assert.match(reset.text!, /https:\/\/shop\.example\/reset\?token=/);
  for (const mail of [verify, reset]) assert.doesNotMatch(textOf(mail), /evil/);
});

test("line 13: cookies with tokens are __Host-, Secure, HttpOnly and SameSite (V3.3)", async () => {
  const account = newAccount();
  const { login } = await signUp("customer", account);
  const cookies = login.headers.getSetCookie();
  assert.equal(cookies.length, 1);
  const out = (await market.api.post("/accounts/logout", {})).headers.getSetCookie();
  // Pages keep their sign-in in cookies of their own.
  const { headers } = await market.api.request("POST", "/sign-in?/signIn", {
    body: new URLSearchParams({ as: "customer", email: account.email, password, to: "/" }).toString(),
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      origin: market.baseUrl,
      accept: "text/html",
    },
  });
  const ofPages = headers.getSetCookie();
  assert.ok(ofPages.length >= 1, "pages sign in by a form");
  for (const cookie of [...cookies, ...out, ...ofPages]) {
    assert.match(cookie, /^__Host-jangteo_\w+=/);
    for (const mark of [/; ?Path=\/(;|$)/i, /; ?HttpOnly(;|$)/i, /; ?Secure(;|$)/i, /; ?SameSite=(Strict|Lax)(;|$)/i])
      assert.match(cookie, mark);
    assert.doesNotMatch(cookie, /; ?Domain=/i);
  }
  for (const cookie of [...cookies, ...out]) assert.match(cookie, /SameSite=Strict/i);
});

test("line 14: a form that another site posts to a page is 403 (V3.5)", async () => {
  for (const type of ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"])
    for (const origin of ["https://evil.example", "null"])
      for (const path of ["/sign-in?as=customer", "/checkout", "/account"]) {
        const headers = { "content-type": type, origin };
        const { status } = await market.api.request("POST", path, { body: "email=a", headers });
        assert.equal(status, 403, `${path} ${type} ${origin}`);
      }
});

test("pages refuse forms of thousands of fields, and bodies of no length, before they take them apart", async () => {
  const post = (path: string, body: string | Buffer, headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const { hostname, port } = new URL(market.baseUrl);
      const origin = "https://shop.example";
      const sent = request({
        hostname,
        port,
        path,
        method: "POST",
        headers: { origin, host: "shop.example", "x-forwarded-proto": "https", ...headers },
      });
      sent.on("response", (response) => resolve(response.resume().statusCode!)).on("error", reject);
      sent.end(body);
    });
  const type = { "content-type": "application/x-www-form-urlencoded" };
  const of = (body: string, headers: Record<string, string> = type) => ({
    ...headers,
    "content-length": String(Buffer.byteLength(body)),
  });
  const pairs = "a&".repeat(100_000);
  // A gateway holds a body and says how long it is, unless it may be pictures.
  const hasGateway = (await market.copies()).length > 0;
  const isHeld = (path: string) => hasGateway && !path.startsWith("/sell/products/");
  const startedAt = performance.now();
  for (const path of ["/sign-in?/signIn", "/sell/products/abc", "/forgot", "/sign-up?as=customer"]) {
    assert.equal(await post(path, pairs, of(pairs)), 413, path);
    const chunked = await post(path, pairs, { ...type, "transfer-encoding": "chunked" });
    assert.equal(chunked, isHeld(path) ? 413 : 400, path);
  }
  assert.ok(performance.now() - startedAt < 10_000, "and quickly");
  // Only what holds pictures may be as long as pictures are.
  const long = "a=".padEnd(1_000_000, "x");
  assert.equal(await post("/sell/products/abc", long, of(long)), 413);
});

test("pages answer an upload of somebody who is not signed in before its bytes have come", async () => {
  const { hostname, port } = new URL(market.baseUrl);
  const room = randomUUID();
  for (const path of ["/sell/products/pictures", `/talk/${room}/image`, `/sell/talk/${room}/image`]) {
    const headers = { "content-type": "image/png", "content-length": 4_000_000 };
    const sent = request({ hostname, port, path, method: "POST", headers });
    const status = await new Promise<number | string>((resolve) => {
      sent.on("response", (response) => resolve(response.statusCode!)).on("error", () => resolve("connection lost"));
      sent.write(Buffer.alloc(1_024));
      setTimeout(() => resolve("no response"), 5_000).unref();
    });
    sent.destroy();
    assert.equal(status, 401, path);
  }
});

test("line 22: test accounts, mails, the reference and metrics are 404 for clients (V13.4.5)", async () => {
  const { api } = market;
  const outside = { "x-forwarded-for": "203.0.113.9" };
  const paths = [
    ["POST", "/test/create/customer"],
    ["POST", "/test/create/seller"],
    ["POST", "/test/create/admin"],
    ["POST", "/test/login/customer"],
    ["POST", "/test/login/admin"],
    ["GET", "/dev/mail"],
    ["GET", "/docs"],
    ["GET", "/docs/"],
    ["GET", "/swagger-ui"],
    ["GET", "/openapi.json"],
  ] as const;
  for (const [method, path] of paths)
    for (const headers of [{}, outside]) {
      const response = await api.request(method, path, { headers, ...(method === "POST" && { body: {} }) });
      assert.equal(response.status, 404, `${method} ${path}`);
    }
  for (const path of ["/metrics", "/metrics/", "//metrics", "/%6detrics"]) {
    const { status, body } = await api.request("GET", path, { headers: outside });
    assert.equal(status, 404, path);
    assert.ok(!JSON.stringify(body).includes("jangteo_http_request_seconds"));
  }
});

test("line 42: names and descriptions with markup are text on pages", async () => {
  const { api } = market;
  const evil = '<img src=x onerror=alert(1)>"><script>alert(2)</script>';
  const { person } = await signUp("seller", newAccount(`가게 ${evil}`));
  const product = {
    name: `상품 ${evil}`,
    description: `</script>${evil} javascript:alert(3)`,
    items: [{ name: `옵션 ${evil}`, price: 1_000, stock: 3 }],
  };
  const { status, body } = await api.post("/seller/product", product, person.token);
  assert.equal(status, 201, JSON.stringify(body));
  for (const path of [`/p/${body.id}`, `/find?q=${encodeURIComponent(evil)}`, "/"]) {
    const { body: html } = await page(path);
    assert.ok(path === "/" || /onerror/.test(html), `${path} shows it`);
    // As text, or within a string of a script that Svelte writes with \\u003C.
    assert.doesNotMatch(html, /<img[^>]*onerror/i, path);
    assert.doesNotMatch(html, /<script>alert/i, path);
    assert.doesNotMatch(html, /href="javascript:/i, path);
  }
});

test("line 49: responses carry HSTS, a policy without inline scripts, nosniff and no frames; signed in, no-store", async () => {
  const { api } = market;
  const { person } = await signUp("customer", newAccount());
  const secure = { "x-forwarded-proto": "https" };
  for (const path of ["/", "/find?q=a", "/sign-in", "/sign-up", "/nothing-here", "/basket"]) {
    const { headers } = await page(path, secure);
    const policy = headers.get("content-security-policy") ?? "";
    const directives = Object.fromEntries(
      policy.split(";").map((each) => {
        const [name, ...values] = each.trim().split(/\s+/);
        return [name, values];
      }),
    ) as Record<string, string[]>;
    if (headers.get("location") === null) {
      const scripts = directives["script-src"] ?? directives["default-src"];
      assert.ok(scripts, `${path}: ${policy}`);
      for (const source of ["'unsafe-inline'", "'unsafe-eval'", "*", "https:", "http:", "data:"])
        assert.ok(!scripts.includes(source), `${path}: ${source} in ${policy}`);
      assert.deepEqual(directives["frame-ancestors"], ["'none'"], path);
      assert.deepEqual(directives["base-uri"], ["'none'"], path);
      assert.deepEqual(directives["object-src"], ["'none'"], path);
      assert.deepEqual(directives["form-action"], ["'self'"], path);
    }
    assert.equal(headers.get("strict-transport-security"), "max-age=31536000; includeSubDomains", path);
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
  }
  for (const [path, token] of [
    ["/search/product", undefined],
    ["/customer/cart", undefined],
    ["/customer/cart", person.token],
    ["/accounts/customer/sessions", person.token],
    ["/chat/blocks", person.token],
    ["/nowhere.json", undefined],
  ] as const) {
    const { headers } = await api.request("GET", path, { token, headers: secure });
    assert.equal(headers.get("strict-transport-security"), "max-age=31536000; includeSubDomains", path);
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
    if (path !== "/search/product") assert.match(headers.get("cache-control") ?? "", /no-store/, path);
  }
});

test("line 53: an error that nobody foresaw is a 500 without a word about its cause", async () => {
  const client = new pg.Client({ connectionString: await market.databaseOf("order") });
  await client.connect();
  const path = `/search/product/reviews?productId=${randomUUID()}`;
  const fetched = (headers: Record<string, string> = {}) => fetch(`${market.baseUrl}${path}`, { headers });
  try {
    await client.query(`ALTER TABLE "order".review RENAME TO review_that_is_gone`);
    for (const headers of [{}, { "accept-language": "en" }, { accept: "text/html" }]) {
      const response = await fetched(headers as Record<string, string>);
      const text = await response.text();
      assert.equal(response.status, 500, text);
      assert.match(response.headers.get("content-type")!, /problem\+json/);
      assert.deepEqual(Object.keys(JSON.parse(text)).sort(), ["code", "detail", "status", "title", "type"]);
      assert.equal((JSON.parse(text) as { code: string }).code, "INTERNAL");
      assert.doesNotMatch(text, /review|relation|SELECT|42P01|node_modules|\.ts|at \w+ \(|postgres/i);
    }
  } finally {
    await client.query(`ALTER TABLE "order".review_that_is_gone RENAME TO review`);
    await client.end();
  }
  assert.equal((await fetched()).status, 200);
});

test("line 54: no log holds a person's data or a token, and a line break in a request makes no line of a log", async () => {
  const { api } = market;
  const account = newAccount();
  const { token, login, person } = await signUp("customer", account);
  const mark = randomUUID();
  const forged = `{"level":50,"msg":"forged-${mark}"}`;
  const secrets = {
    name: account.name,
    email: account.email,
    phone: account.phone,
    digits: account.phone.replaceAll("-", ""),
    birth: account.birth,
    password,
    verification: token,
    access: login.body.accessToken as string,
    refresh: login.body.refreshToken as string,
    said: `비밀스러운 말 ${randomUUID()}`,
    entered: `falsches-${randomUUID()}`,
    address: `seoul-${randomUUID()}`,
  };
  // Good and bad requests with all of it; the bad ones are what is logged.
  const seller = (await signUp("seller", newAccount())).person;
  const { status, body: room } = await api.post(
    "/chat/invite",
    { participants: [{ email: seller.email, role: "SELLER" }] },
    person.token,
  );
  assert.equal(status, 201, JSON.stringify(room));
  await api.say(person, room.id, secrets.said);
  const bad = { ...account, password: secrets.entered, birth: "1957-11-31", nonsense: secrets.address };
  await api.post("/accounts/customer/signup", bad);
  await api.post("/accounts/customer/login", { email: account.email, password: secrets.entered });
  await api.post("/accounts/token/refresh", { refreshToken: `${secrets.refresh}x` });
  await api.get(`/accounts/customer/verify/${token}`);
  await api.get(`/accounts/customer/sessions?token=${secrets.access}`, person.token);
  await api.post("/accounts/customer/balance", { amount: 5, from: secrets.address }, person.token, randomUUID());
  await api.post("/accounts/password/forgot", { email: account.email, role: "CUSTOMER" });
  const reset = /([\w-]{43})/.exec((await mailTo(account.email, /비밀번호를 다시/)).text!)![1]!;
  await api.get(`/accounts/customer/cart?x=${encodeURIComponent(`\r\n${forged}\r\n`)}`, secrets.access);
  await api.request("GET", `/%0d%0a${encodeURIComponent(forged)}`, {
    headers: { "user-agent": forged, referer: forged },
  });
  // And a failure in the middle of a request that has them.
  const client = new pg.Client({ connectionString: await market.databaseOf("account") });
  await client.connect();
  try {
    await client.query("ALTER TABLE account.mail_token RENAME TO mail_token_gone");
    const failed = await fetch(`${market.baseUrl}/accounts/customer/email`, {
      method: "POST",
      headers: { authorization: `Bearer ${person.token}`, "content-type": "application/json" },
      body: JSON.stringify({ email: `new-${account.email}`, password }),
    });
    assert.equal(failed.status, 500);
  } finally {
    await client.query("ALTER TABLE account.mail_token_gone RENAME TO mail_token");
    await client.end();
  }

  const folder = join(market.place.home, "logs");
  let logs = new Map<string, string>();
  await until(() => {
    const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")] as const);
    logs = new Map([...files, ["standard output", market.output()]]);
    return [...logs.values()].some((text) => text.includes("mail_token"));
  });
  for (const [file, text] of logs) {
    for (const [what, secret] of Object.entries({ ...secrets, reset }))
      assert.ok(
        !text.includes(secret),
        `${what} in ${file}: ${text.split("\n").find((line) => line.includes(secret))}`,
      );
    const lines = text.split("\n").filter((line) => line.includes(mark));
    for (const line of lines) assert.ok(!line.trim().startsWith(forged), `${file}: ${line}`);
    if (file.endsWith(".log"))
      for (const line of text.split("\n").filter(Boolean)) assert.doesNotThrow(() => JSON.parse(line), line);
  }
});

describe("a start in production", () => {
  test("line 56: is refused with a default, short or missing secret, and without what keeps people safe", async () => {
    const good = {
      NODE_ENV: "production",
      PORT: "0",
      JANGTEO_SECRET: "0123456789abcdef0123456789abcdef",
      JANGTEO_PUBLIC_URL: "https://shop.example",
      SMTP_URL: "smtp://127.0.0.1:1",
    };
    const { JANGTEO_SECRET: _secret, ...without } = good;
    const stage = process.env.TEST_STAGE ?? "monolith";
    await Promise.all(
      (
        [
          [without, "JANGTEO_SECRET"],
          [{ ...good, JANGTEO_SECRET: "insecure-development-secret" }, "JANGTEO_SECRET"],
          [{ ...good, JANGTEO_SECRET: "short" }, "JANGTEO_SECRET"],
          [{ ...good, JANGTEO_RATE_LIMITS: "off" }, "JANGTEO_RATE_LIMITS"],
          [{ ...good, SMTP_URL: "" }, "SMTP_URL"],
          [{ ...good, JANGTEO_PUBLIC_URL: "http://shop.example" }, "JANGTEO_PUBLIC_URL"],
          [{ ...good, JANGTEO_PAYMENT_PROVIDER: "fake" }, "PAYMENT_PROVIDER=fake"],
        ] as [Record<string, string>, string][]
      ).map(async ([env, told]) => {
        const { code, output } = await runCommand(["start", "--stage", stage], env, 60_000);
        assert.equal(code, 2, output);
        assert.ok(output.includes(told), output);
        assert.ok(!output.includes("insecure-development-secret"), "the secret is not printed");
      }),
    );
  });
});
