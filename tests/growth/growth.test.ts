import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { ApiClient, Person } from "../harness/api-client.ts";
import { type Marketplace, runCommand, startMarketplace } from "../harness/marketplace.ts";
import { withoutJava } from "../harness/s3-server.ts";
import { eventually } from "../harness/until.ts";

const homes: string[] = [];
after(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

/** One home folder with its own database, opened in one stage after the other. */
function newHome() {
  const home = mkdtempSync(join(tmpdir(), "jangteo-growth-"));
  homes.push(home);
  const env = { JANGTEO_HOME: home, JANGTEO_KAFKA_PREFIX: "growth", KAFKA_BROKERS: "" };
  return {
    open: (stage: string) => startMarketplace({ databaseUrl: "", stage, env }),
    jangteo: (...args: string[]) => runCommand(args, { ...env, PORT: "0", JANGTEO_DEMO: "off", JANGTEO_PAGES: "off" }),
  };
}

type People = { buyer: Person; seller: Person; room: string; product: { id: string; items: { id: string }[] } };

async function moveIn(api: ApiClient): Promise<People> {
  const [seller, buyer] = [await api.seller("자라는 가게"), await api.customer(100_000)];
  const product = await api.product(seller, [[1_000, 50]]);
  const { id: room } = await api.room(buyer, [seller]);
  return { buyer, seller, room, product };
}

/** Buys, and says so in the room; answers what everybody sees afterwards. */
async function live({ api }: Marketplace, people: People, round: number): Promise<void> {
  const { buyer, seller, room, product } = people;
  const response = await api.buy(buyer, [{ itemId: product.items[0]!.id, quantity: 1 }], 1_000);
  assert.equal(response.status, 201, JSON.stringify(response.body));
  await api.say(seller, room, `${round}번째 주문 고맙습니다`);
  await api.request("PUT", "/accounts/seller/update", {
    body: { name: `자라는 가게 ${round}` },
    token: seller.token,
    key: `rename-${round}`,
  });
  const seen = async () => ({
    buyer: await api.balance(buyer),
    seller: await api.balance(seller),
    stock: (await api.get(`/search/product/detail?productId=${product.id}`)).body.items[0].stock as number,
    name: (await api.get(`/search/product/detail?productId=${product.id}`)).body.sellerName as string,
    notices: (await api.get(`/chat/${room}`, buyer.token)).body.messages.filter(
      (event: { kind: string }) => event.kind === "text",
    ).length as number,
    orders: (await api.get("/customer/orders", buyer.token)).body.items.length as number,
  });
  await eventually(seen, {
    buyer: 100_000 - 1_000 * round,
    seller: 1_000 * round,
    stock: 50 - round,
    name: `자라는 가게 ${round}`,
    notices: round,
    orders: round,
  });
}

test("yesterday's monolith opens as multi-module, and goes back", async () => {
  const { open, jangteo } = newHome();
  let people: People | undefined;
  for (const [index, stage] of ["monolith", "multi-module", "monolith"].entries()) {
    const market = await open(stage);
    try {
      people ??= await moveIn(market.api);
      await live(market, people, index + 1);
    } finally {
      await market.stop();
    }
    const { code, output } = await jangteo("verify");
    assert.equal(code, 0, output);
  }
});

describe("one database and several", { skip: await withoutJava() }, () => {
  test("a monolith's data moves apart for microservices and together again; nothing is lost on the way", async () => {
    const { open, jangteo } = newHome();
    const clean = async () => {
      const { code, output } = await jangteo("verify");
      assert.equal(code, 0, output);
    };
    let market = await open("monolith");
    const people = await moveIn(market.api);
    await live(market, people, 1);
    const early = await jangteo("move-databases", "--apart");
    assert.equal(early.code, 1);
    assert.match(early.output, /already runs|is open/);
    await market.stop();

    const refused = await jangteo("start", "--stage", "microservices");
    assert.equal(refused.code, 1);
    assert.match(refused.output, /jangteo move-databases --apart/);
    await clean();
    const apart = await jangteo("move-databases", "--apart");
    assert.equal(apart.code, 0, apart.output);
    assert.match(apart.output, /account: [\d,]+ rows/);
    await clean();

    market = await open("microservices");
    await live(market, people, 2);
    await market.stop();
    await clean();
    const back = await jangteo("start");
    assert.equal(back.code, 1);
    assert.match(back.output, /jangteo move-databases --together/);

    const together = await jangteo("move-databases", "--together");
    assert.equal(together.code, 0, together.output);
    await clean();
    assert.match((await jangteo("move-databases", "--together")).output, /All modules are in one database/);
    market = await open("multi-module");
    await live(market, people, 3);
    await market.stop();
    await clean();
  });
});
