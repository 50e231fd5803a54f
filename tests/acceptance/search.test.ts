import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";
import { eventually } from "../harness/until.ts";

const names = [
  "나이키 운동화",
  "가죽 가방",
  "노트북 가방",
  "책상 조명",
  "Nike Air 양말",
  "해바라기 씨앗",
  "무선 이어폰",
  "친환경 칫솔 12개",
];
let seller: Person;
const market = useMarketplace({
  alone: true,
  copies: 1,
  setup: async (api) => {
    seller = await api.seller("검색 상점");
    for (const [index, name] of names.entries()) await api.product(seller, [[(index + 1) * 1_000, index % 2]], name);
  },
});

async function search(
  query: string,
): Promise<{ items: { name: string; priceFrom: number; soldOut: boolean }[]; nextCursor: string | null }> {
  const { status, body } = await market.api.get(`/search/product?${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}
const found = async (name: string) =>
  (await search(`name=${encodeURIComponent(name)}`)).items.map((item) => item.name).sort();

describe("search by name", () => {
  for (const [query, expected] of Object.entries({
    가방: ["가죽 가방", "노트북 가방"],
    운동화: ["나이키 운동화"],
    노트북가방: ["노트북 가방"],
    "가방 노트북": ["노트북 가방"],
    책: ["책상 조명"],
    ㄱㅂ: ["가죽 가방", "노트북 가방"],
    ㅇㄷㅎ: ["나이키 운동화"],
    ㄴㅇㅋ: ["나이키 운동화"],
    가ㅂ: ["가죽 가방", "노트북 가방"],
    운도: ["나이키 운동화"],
    갑: ["가죽 가방", "노트북 가방"],
    skdlzl: ["나이키 운동화"],
    rkqkd: ["가죽 가방", "노트북 가방"],
    ㅜㅑㅏㄷ: ["Nike Air 양말"],
    nike: ["Nike Air 양말"],
    NIKE: ["Nike Air 양말"],
    "12개": ["친환경 칫솔 12개"],
    "없는 것": [],
    "!!!": [],
    "%": [],
    "' OR 1=1 --": [],
  }))
    test(`"${query}" finds ${expected.length === 0 ? "nothing" : expected.join(", ")}`, async () => {
      assert.deepEqual(await found(query), expected);
    });

  test("an empty name lists all, newest first, in pages without overlap", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const answer: Awaited<ReturnType<typeof search>> = await search(
        `name=&limit=3${cursor ? `&cursor=${cursor}` : ""}`,
      );
      seen.push(...answer.items.map((item) => item.name));
      cursor = answer.nextCursor;
    } while (cursor);
    assert.deepEqual(seen, names.toReversed());
  });

  test("pages of a name carry on", async () => {
    const first = await search(`name=${encodeURIComponent("ㄱㅂ")}&limit=1`);
    const second = await search(`name=${encodeURIComponent("ㄱㅂ")}&limit=1&cursor=${first.nextCursor}`);
    assert.deepEqual([first.items[0]!.name, second.items[0]!.name], ["노트북 가방", "가죽 가방"]);
    assert.equal(second.nextCursor, null);
  });

  test("prices sort and bound the list, in pages", async () => {
    const ascending = await search("sort=price-asc&limit=100");
    assert.deepEqual(
      ascending.items.map((item) => item.name),
      names,
    );
    const first = await search("sort=price-desc&limit=3");
    const second = await search(`sort=price-desc&limit=3&cursor=${first.nextCursor}`);
    assert.deepEqual(
      [...first.items, ...second.items].map((item) => item.priceFrom),
      [8_000, 7_000, 6_000, 5_000, 4_000, 3_000],
    );
    const bounded = await search("minPrice=2000&maxPrice=3000&sort=price-asc");
    assert.deepEqual(
      bounded.items.map((item) => item.priceFrom),
      [2_000, 3_000],
    );
  });

  test("a category narrows the list, and sold-out products say so", async () => {
    const body = {
      name: "분류된 상품",
      description: "",
      categoryId: "kitchen",
      items: [{ name: "x", price: 1, stock: 0 }],
    };
    const { body: product } = await market.api.post("/seller/product", body, seller.token);
    await eventually(
      async () => (await search("categoryId=kitchen")).items.map((item) => [item.name, item.soldOut]),
      [["분류된 상품", true]],
    );
    await market.api.delete(`/seller/product?productId=${product.id}`, seller.token);
    await eventually(async () => (await search("categoryId=kitchen")).items, []);
    assert.ok(
      (await market.api.get("/search/categories")).body.items.some((each: { id: string }) => each.id === "kitchen"),
    );
  });

  for (const query of [
    "limit=0",
    "limit=101",
    "limit=x",
    "cursor=x",
    "cursor=bnVsbA",
    "sort=name;drop",
    "minPrice=-1",
    "unknown=1",
    "name=%00",
  ])
    test(`?${query} is refused`, async () => {
      assertProblem(await market.api.get(`/search/product?${query}`), 400);
    });
});

describe("suggestions", () => {
  const suggest = async (q: string): Promise<string[]> =>
    (await market.api.get(`/search/suggest?q=${encodeURIComponent(q)}`)).body.items;

  test("what begins with the typed letters comes first", async () => {
    assert.deepEqual(await suggest("ㄱ"), ["가죽 가방", "노트북 가방", "해바라기 씨앗", "친환경 칫솔 12개"]);
    assert.deepEqual(await suggest("나이ㅋ"), ["나이키 운동화"]);
    assert.deepEqual(await suggest("skdl"), ["나이키 운동화"]);
    assert.deepEqual(await suggest(""), []);
  });
});

describe("product pages", () => {
  test("carry an ETag and may be kept by an edge; who has them gets 304", async () => {
    const { items } = (await market.api.get("/search/product?name=")).body;
    const path = `/search/product/detail?productId=${items[0].id}`;
    const first = await market.api.get(path);
    const etag = first.headers.get("etag")!;
    assert.match(first.headers.get("cache-control")!, /public, max-age=\d+/);
    const again = await market.api.request("GET", path, { headers: { "if-none-match": etag } });
    assert.equal(again.status, 304);
    assert.equal(again.body, "");
    assert.ok((await market.api.get("/search/product?name=")).headers.get("etag"));
  });

  test("an unknown or malformed id is refused", async () => {
    assertProblem(
      await market.api.get("/search/product/detail?productId=01a203fd-1f57-7111-8ca9-88d07c23d443"),
      404,
      "NOT_FOUND_PRODUCT",
    );
    assertProblem(await market.api.get("/search/product/detail?productId=1"), 400, "INVALID_INPUT");
    assertProblem(await market.api.get("/search/product/detail"), 400, "INVALID_INPUT");
  });
});
