import { randomUUID } from "node:crypto";

export type Account = { id: string; token: string; email: string };
export type BenchItem = { productId: string; itemId: string; price: number };

type Post = <T>(path: string, body: unknown, token?: string) => Promise<T>;

function poster(address: string): Post {
  return async <T>(path: string, body: unknown, token?: string) => {
    const response = await fetch(`${address}${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "idempotency-key": randomUUID(),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
}

/** Makes buyers with more points than they can spend. */
export async function makeBuyers(address: string, count: number): Promise<Account[]> {
  const post = poster(address);
  const buyers: Account[] = [];
  for (let made = 0; made < count; made += 50)
    buyers.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(50, count - made) }, async () => {
          const buyer = await post<Account>("/test/create/customer", { email: `${randomUUID()}@bench.example` });
          await post("/accounts/customer/balance", { amount: 1_000_000_000_000, from: "card" }, buyer.token);
          return buyer;
        }),
      )),
    );
  return buyers;
}

/** Makes sellers with one product of one item each, with more stock than can be sold. */
export async function makeItems(address: string, count: number, price = 100): Promise<BenchItem[]> {
  const post = poster(address);
  const items: BenchItem[] = [];
  const sellers = await Promise.all(
    Array.from({ length: Math.min(count, 50) }, () =>
      post<Account>("/test/create/seller", { email: `${randomUUID()}@bench.example` }),
    ),
  );
  for (let made = 0; made < count; made++) {
    const product = await post<{ id: string; items: { id: string }[] }>(
      "/seller/product",
      {
        name: `상품 ${randomUUID()}`,
        description: "설명 ".repeat(40),
        items: [{ name: "옵션", price, stock: 1_000_000_000 }],
      },
      sellers[made % sellers.length]!.token,
    );
    items.push({ productId: product.id, itemId: product.items[0]!.id, price });
  }
  return items;
}

/** Makes a seller with one product of so many items, with more stock than can be sold. */
export async function makeOptions(
  address: string,
  count: number,
  price = 100,
): Promise<{ seller: Account; items: BenchItem[] }> {
  const post = poster(address);
  const seller = await post<Account>("/test/create/seller", { email: `${randomUUID()}@bench.example` });
  const items = Array.from({ length: count }, (_, index) => ({ name: `옵션 ${index}`, price, stock: 1_000_000_000 }));
  const product = await post<{ id: string; items: { id: string }[] }>(
    "/seller/product",
    { name: `상품 ${randomUUID()}`, description: "", items },
    seller.token,
  );
  return { seller, items: product.items.map(({ id }) => ({ productId: product.id, itemId: id, price })) };
}
