import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { parse } from "csv-parse/sync";
import pg from "pg";
import { assertProblem } from "../harness/api-client.ts";
import { runCommand, startMarketplace } from "../harness/marketplace.ts";
import { useMarketplace } from "../harness/suite.ts";
import { until } from "../harness/until.ts";

const market = useMarketplace();
const folder = mkdtempSync(join(tmpdir(), "jangteo-csv-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const jangteo = (...args: string[]) => runCommand(args, { DATABASE_URL: market.own.databaseUrl });

describe("jangteo", () => {
  test("tells its commands, and what is wrong with a call", async () => {
    assert.equal((await runCommand([])).code, 2);
    const help = await runCommand(["--help"]);
    assert.equal(help.code, 0);
    for (const command of ["start", "verify", "rotate-keys", "end-second-factor", "import", "export", "settings"]) {
      assert.match(help.output, new RegExp(`^  ${command} `, "m"));
      if (command !== "settings")
        assert.match((await runCommand([command, "--help"])).output, new RegExp(`Usage: jangteo ${command}`));
    }
    const unknown = await runCommand(["fly"]);
    assert.equal(unknown.code, 2);
    assert.match(unknown.output, /no command "fly"/);
    assert.equal((await runCommand(["start", "--sideways"])).code, 2);
    assert.match((await runCommand(["start", "--stage", "cloud"])).output, /--stage cloud is not known/);
    assert.match((await runCommand(["start"], { PORT: "many" })).output, /PORT must be a whole number/);
    assert.match((await runCommand(["settings"])).output, /checkoutBatchMax/);
  });

  test("prints its settings without secrets", async () => {
    const { code, output } = await runCommand(["settings"], {
      JANGTEO_SECRET: "hunter2-hunter2-hunter2-hunter2-hunter2",
      DATABASE_URL: "postgresql://shop:hunter2@db.example/shop",
      SMTP_URL: "smtps://shop:hunter2@smtp.example",
      JANGTEO_S3_SECRET_ACCESS_KEY: "hunter2",
    });
    assert.equal(code, 0);
    assert.match(output, /db\.example/);
    assert.ok(!output.includes("hunter2"), output);
  });
});

describe("remove-admin", () => {
  async function fails(words: string[], why: RegExp): Promise<void> {
    const { code, output } = await jangteo(...words);
    assert.equal(code, 2, output);
    assert.match(output, why);
  }

  test("needs an administrator's email: another one changes nothing", async () => {
    const seller = await market.api.seller();
    await fails(["remove-admin", seller.email], /There is no administrator.*Nothing was changed/s);
    await fails(["remove-admin", "nobody"], /Name one email/);
    await fails(["remove-admin"], /Name one email/);
    assert.equal((await market.api.post("/accounts/seller", {}, seller.token)).status, 200);
  });

  test("removes the last one too, and says so", async () => {
    const admin = await market.api.admin();
    const self = `/accounts/admin/members/${admin.id}/suspend`;
    assertProblem(await market.api.post(self, { reason: "실수" }, admin.token), 409, "NOT_YOURSELF");
    const { body: others } = await market.api.get("/accounts/admin/members?role=ADMIN&status=ACTIVE", admin.token);
    let last = "";
    for (const { email } of others.items) last = (await jangteo("remove-admin", email)).output;
    assert.match(last, /There is no active administrator now/);
    await fails(["remove-admin", admin.email], /There is no administrator/);
    await until(async () => (await market.api.post("/accounts/admin", {}, admin.token)).status === 401);
    assert.match((await jangteo("admin", admin.email)).output, /Made the administrator/);
  });
});

describe("import and export", () => {
  async function newSeller() {
    const seller = await market.api.seller();
    return {
      ...seller,
      list: async () => (await market.api.post("/seller/product/myproducts?limit=100", {}, seller.token)).body.items,
    };
  }
  function file(name: string, ...lines: string[]): string {
    const path = join(folder, name);
    writeFileSync(path, `product_name,description,category_id,item_name,price,stock,images\n${lines.join("\n")}\n`);
    return path;
  }

  test("rows of one product are its items; wrong rows are told by line and left out", async () => {
    const seller = await newSeller();
    const path = file(
      "products.csv",
      '가져온 셔츠,"쉼표, 그리고 ""따옴표""",fashion,M,39000,3,/pictures/a.svg|/pictures/b.png',
      "가져온 셔츠,,fashion,L,41000,0,",
      "값이 틀린 것,,,x,공짜,1,",
      "가져온 컵,,kitchen,,9000,5,",
      ",,,x,1,1,",
      "없는 분류,,nowhere,x,1,1,",
      "음수,,,x,5,-1,",
    );
    const { code, output } = await jangteo("import", path, "--seller", seller.email);
    assert.equal(code, 1);
    assert.match(output, /2 products added/);
    assert.match(output, /4 rows left out/);
    for (const line of [4, 6, 7, 8]) assert.match(output, new RegExp(`line ${line}: `), output);
    const [cup, shirt] = await seller.list();
    assert.deepEqual([cup.name, cup.items.length, cup.items[0].name], ["가져온 컵", 1, "기본"]);
    assert.deepEqual([shirt.description, shirt.items.length, shirt.images.length], ['쉼표, 그리고 "따옴표"', 2, 2]);
    assert.match(readFileSync(`${path}.errors.txt`, "utf8"), /line 4: price must be/);
    const again = await jangteo("import", path, "--seller", seller.email);
    assert.match(again.output, /0 products added/);
    assert.match(again.output, /already have a product of this name/);
    assert.equal((await seller.list()).length, 2);
  });

  test("what is exported can be imported again", async () => {
    const [from, to] = [await newSeller(), await newSeller()];
    const path = file(
      "round-trip.csv",
      "첫째,설명,food,a,100,1,/pictures/a.svg",
      "첫째,설명,food,b,200,2,/pictures/a.svg",
      "둘째,,,기본,300,0,",
    );
    assert.equal((await jangteo("import", path, "--seller", from.email)).code, 0);
    const [{ id }] = await from.list();
    assert.equal((await market.api.put("/seller/product", { id, purchaseLimit: 7 }, from.token)).status, 200);
    const out = join(folder, "out.csv");
    assert.match((await jangteo("export", out, "--seller", from.email)).output, /2 products written/);
    assert.equal((await jangteo("import", out, "--seller", to.email)).code, 0);
    const strip = (products: { name: string; purchaseLimit: number | null; items: object[] }[]) =>
      products.map(({ name, purchaseLimit, items }) => [
        name,
        purchaseLimit,
        items.map((item) => ({ ...item, id: "" })),
      ]);
    const imported = strip(await to.list());
    assert.deepEqual(imported, strip(await from.list()));
    assert.deepEqual(
      imported.map(([, purchaseLimit]) => purchaseLimit),
      [7, null],
    );
  });

  test("a text that a spreadsheet would run is exported as a text, and comes back as it was", async () => {
    const [from, to] = [await newSeller(), await newSeller()];
    const texts = ['=HYPERLINK("https://evil.example")', "+82", "-1", "@SUM(A1)", "'=already"];
    for (const [index, text] of texts.entries()) {
      const body = { name: text, description: text, items: [{ name: text, price: 100 + index, stock: index }] };
      const { status, body: answer } = await market.api.post("/seller/product", body, from.token);
      assert.equal(status, 201, JSON.stringify(answer));
    }
    const out = join(folder, "formulas.csv");
    assert.equal((await jangteo("export", out, "--seller", from.email)).code, 0);
    const cells = parse(readFileSync(out, "utf8"), { columns: true }) as Record<string, string>[];
    for (const { product_name, description, item_name, price, stock } of cells) {
      for (const cell of [product_name!, description!, item_name!]) assert.match(cell, /^'['=+\-@]/);
      assert.match(`${price} ${stock}`, /^\d+ \d+$/);
    }
    assert.equal((await jangteo("import", out, "--seller", to.email)).code, 0);
    const shown = (products: { name: string; description: string; items: { name: string; price: number }[] }[]) =>
      products.map(({ name, description, items: [item] }) => [name, description, item!.name, item!.price]);
    assert.deepEqual(shown(await to.list()), shown(await from.list()));
    assert.deepEqual(new Set((await to.list()).map(({ name }: { name: string }) => name)), new Set(texts));
  });

  test("an import that was stopped goes on where it was", async () => {
    const seller = await newSeller();
    const path = file("stopped.csv", ...Array.from({ length: 2_000 }, (_, index) => `상품 ${index},,,기본,100,1,`));
    const { mtimeMs, size } = await import("node:fs").then(({ statSync }) => statSync(path));
    writeFileSync(
      `${path}.import.json`,
      JSON.stringify({ size, modifiedMs: mtimeMs, sellerId: seller.id, line: 1_501, added: 1_500, refused: 0 }),
    );
    const { code, output } = await jangteo("import", path, "--seller", seller.email);
    assert.equal(code, 0, output);
    assert.match(output, /Going on after line 1501/);
    assert.match(output, /2000 products added/);
    const { body } = await market.api.post("/seller/product/myproducts?limit=1", {}, seller.token);
    assert.equal(body.items[0].name, "상품 1999");
    assert.deepEqual((await market.api.get(`/search/product?name=${encodeURIComponent("상품 1499")}`)).body.items, []);
  });

  test("wrong calls say what to do", async () => {
    assert.match((await jangteo("import")).output, /Name one CSV file/);
    assert.match((await jangteo("import", "no.csv", "--seller", "a@b.c")).output, /no file no.csv/);
    const path = file("x.csv", "a,,,b,1,1,");
    assert.match((await jangteo("import", path)).output, /Name the seller/);
    assert.match((await jangteo("import", path, "--seller", "nobody@x.yz")).output, /no seller with the email/);
    writeFileSync(path, "name,cost\na,1\n");
    const { code, output } = await jangteo("import", path, "--seller", (await newSeller()).email);
    assert.equal(code, 2);
    assert.match(output, /product_name is missing/);
  });
});

describe("verify", () => {
  test("finds what is off, names it, and exits with 1", async () => {
    const other = await startMarketplace();
    const [buyer, seller] = [await other.api.customer(1_000), await other.api.seller()];
    const product = await other.api.product(seller, [[100, 5]]);
    const { body: order } = await other.api.buy(buyer, [{ itemId: product.items[0].id, quantity: 1 }], 100);
    const verify = () => runCommand(["verify"], { DATABASE_URL: other.databaseUrl });
    assert.equal((await verify()).code, 0);
    const client = new pg.Client({ connectionString: other.databaseUrl });
    await client.connect();
    const tampered: [change: string, undo: string, told: RegExp][] = [
      [
        `UPDATE account.balance SET posted = posted + 1 WHERE account_id = '${buyer.id}'`,
        `UPDATE account.balance SET posted = posted - 1 WHERE account_id = '${buyer.id}'`,
        new RegExp(`OFF +account +balance differs from the sum of its entries: 1\\s+${buyer.id}`),
      ],
      [
        'UPDATE "order".item SET stock = stock + 1',
        'UPDATE "order".item SET stock = stock - 1',
        /OFF +order +stock differs/,
      ],
      [
        `UPDATE "order".order_part SET subtotal = 99 WHERE order_id = '${order.id}'`,
        `UPDATE "order".order_part SET subtotal = 100 WHERE order_id = '${order.id}'`,
        /OFF +order \+ account order part of another order or amount in the ledger/,
      ],
      [
        `UPDATE account.order_money SET settled = 0 WHERE order_id = '${order.id}'`,
        `UPDATE account.order_money SET settled = 100 WHERE order_id = '${order.id}'`,
        /OFF +account +escrow differs/,
      ],
      [
        `UPDATE account.order_money SET settled = 0, refunded = 100 WHERE order_id = '${order.id}'`,
        `UPDATE account.order_money SET settled = 100, refunded = 0 WHERE order_id = '${order.id}'`,
        /OFF +account +refunded differs/,
      ],
      [
        `UPDATE "order".orders SET status = 'CANCELLED' WHERE id = '${order.id}'`,
        `UPDATE "order".orders SET status = 'PAID' WHERE id = '${order.id}'`,
        /OFF +order \+ account purchase in the ledger without its order part/,
      ],
    ];
    for (const [change, undo, told] of tampered) {
      await client.query(change);
      const { code, output } = await verify();
      assert.equal(code, 1, change);
      assert.match(output, told);
      await client.query(undo);
    }
    await client.end();
    const clean = await runCommand(["verify", "--json"], { DATABASE_URL: other.databaseUrl });
    assert.equal(clean.code, 0);
    assert.equal(JSON.parse(clean.output).ok, true);
    await other.stop();
  });
});
