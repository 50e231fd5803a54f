import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { showProgress } from "../progress.ts";
import { buyer, type DemoProduct, operator, opinions, productsOf, reviewers, shops } from "./catalog.ts";

type Person = { id: string; token: string; role: string };
type Product = { id: string; items: { id: string; price: number; stock: number }[] };

/**
 * Fills an empty marketplace with demo data, over its own public API, so that it is the same in every stage. One that
 * was stopped half-way goes on: every request has its own idempotency key. A marketplace with data of its own is left
 * alone.
 */
export async function fillDemo(address: string, home: string): Promise<void> {
  const begun = join(home, "demo.begun");
  const done = join(home, "demo.done");
  if (existsSync(done)) return;
  const api = createApi(address);
  if (!existsSync(begun)) {
    const { items } = await api<{ items: unknown[] }>("GET", "/search/product?limit=1");
    if (items.length > 0) return writeFileSync(done, "the marketplace had products of its own\n");
    writeFileSync(begun, "");
  }
  const goods = shops.map(productsOf);
  const progress = showProgress("Filling the shop with demo data", goods.flat().length);
  const stocked = await Promise.all(
    shops.map(async (shop) => ({
      seller: await signIn(api, "seller", shop.email, shop.name),
      products: [] as Product[],
    })),
  );
  // One of each shop in turn, so that what is newest comes from all of them.
  for (let number = 0; number < Math.max(...goods.map((each) => each.length)); number++) {
    await Promise.all(
      stocked.map(async ({ seller, products }, shop) => {
        const product = goods[shop]![number];
        if (product) products.push(await addProduct(api, seller, product, `demo-${shop}-${number}`));
      }),
    );
    progress.update(stocked.reduce((sum, { products }) => sum + products.length, 0));
  }
  await placeOrders(api, stocked);
  await writeReviews(api, stocked);
  await giveWork(api, stocked);
  progress.end();
  renameSync(begun, done);
}

type Api = <T>(
  method: string,
  path: string,
  options?: { body?: unknown; token?: string; key?: string; not?: number },
) => Promise<T>;

function createApi(address: string): Api {
  return async <T>(
    method: string,
    path: string,
    options: { body?: unknown; token?: string; key?: string; not?: number } = {},
  ) => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        ...(options.body !== undefined && { "content-type": "application/json" }),
        ...(options.token && { authorization: `Bearer ${options.token}` }),
        ...(options.key && { "idempotency-key": options.key }),
      },
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
    });
    const text = await response.text();
    if (!response.ok && response.status !== options.not)
      throw new Error(`The demo data could not be made: ${method} ${path} answered ${response.status} ${text}`);
    return (text === "" ? undefined : JSON.parse(text)) as T;
  };
}

async function signIn(api: Api, role: "customer" | "seller" | "admin", email: string, name: string): Promise<Person> {
  const created = await api<Person>("POST", `/test/create/${role}`, { body: { email, name }, not: 409 });
  return created.token ? created : api<Person>("POST", `/test/login/${role}`, { body: { email } });
}

function addProduct(api: Api, { token }: Person, product: DemoProduct, key: string): Promise<Product> {
  return api<Product>("POST", "/seller/product", {
    body: product,
    token,
    key,
  });
}

/** What the demo's buyer bought before, and how far each order is. */
const past: { shop: number; product: number; quantity: number; steps: string[] }[] = [
  { shop: 2, product: 0, quantity: 1, steps: ["prepare", "ship", "deliver", "confirm"] },
  { shop: 0, product: 3, quantity: 1, steps: ["prepare", "ship", "deliver", "confirm"] },
  { shop: 4, product: 4, quantity: 2, steps: ["prepare", "ship", "deliver"] },
  { shop: 8, product: 1, quantity: 1, steps: ["prepare", "ship"] },
  { shop: 9, product: 0, quantity: 1, steps: ["refund"] },
  { shop: 5, product: 1, quantity: 1, steps: ["prepare"] },
  { shop: 1, product: 5, quantity: 3, steps: [] },
];

async function placeOrders(api: Api, stocked: { seller: Person; products: Product[] }[]): Promise<void> {
  const customer = await signIn(api, "customer", buyer.email, buyer.name);
  const { token } = customer;
  await api("POST", "/accounts/customer/balance", {
    body: { amount: buyer.points, from: "card", message: "데모 충전" },
    token,
    key: "demo-points",
  });
  for (const [number, { shop, product, quantity, steps }] of past.entries()) {
    const { seller, products } = stocked[shop]!;
    const item = products[product]!.items.find((each) => each.stock >= quantity);
    if (!item) continue;
    const order = await api<{ id: string }>("POST", "/customer/orders", {
      body: { expectedTotal: item.price * quantity, items: [{ itemId: item.id, quantity }] },
      token,
      key: `demo-order-${number}`,
    });
    for (const step of steps) {
      const who = step === "confirm" ? customer : seller;
      const body =
        step === "ship" ? { carrier: "한진택배", trackingNumber: `5${String(number).padStart(11, "0")}` } : {};
      await api("POST", `/${who.role.toLowerCase()}/orders/${order.id}/${step}`, {
        body,
        token: who.token,
        key: `demo-${number}-${step}`,
      });
    }
  }
  const basket = stocked[6]!.products[0]!.items.find((item) => item.stock > 0);
  if (basket)
    await api("POST", "/customer/cart", { body: { itemId: basket.id, quantity: 1 }, token, key: "demo-cart" });
}

/** Buyers who received something say how it is. */
async function writeReviews(api: Api, stocked: { seller: Person; products: Product[] }[]): Promise<void> {
  for (const [who, { email, name }] of reviewers.entries()) {
    const customer = await signIn(api, "customer", email, name);
    const { token } = customer;
    await api("POST", "/accounts/customer/balance", {
      body: { amount: 3_000_000, from: "card", message: "데모 충전" },
      token,
      key: `demo-points-${who}`,
    });
    for (const [shop, { seller, products }] of stocked.entries()) {
      const product = products[(who * 3 + shop) % 10];
      const item = product?.items.find(({ stock }) => stock > 3);
      // Not everyone buys everywhere, and not every product has been talked of.
      if (!product || !item || (who + shop) % 2 === 1) continue;
      const key = `demo-r-${who}-${shop}`;
      const order = await api<{ id: string }>("POST", "/customer/orders", {
        body: { expectedTotal: item.price, items: [{ itemId: item.id, quantity: 1 }] },
        token,
        key,
      });
      for (const step of ["prepare", "ship", "deliver"])
        await api("POST", `/seller/orders/${order.id}/${step}`, {
          body: step === "ship" ? { carrier: "한길택배", trackingNumber: `7${who}${shop}00000000` } : {},
          token: seller.token,
          key: `${key}-${step}`,
        });
      await api("POST", `/customer/orders/${order.id}/confirm`, { body: {}, token, key: `${key}-confirm` });
      const { rating, body } = opinions[(who * 5 + shop) % opinions.length]!;
      await api("PUT", `/customer/reviews/${product.id}`, { body: { rating, body }, token, key: `${key}-review` });
      for (let looks = 0; looks < 3 + ((who + shop) % 5); looks++)
        await api("POST", "/search/product/viewed", { body: { productId: product.id } });
    }
  }
}

/** Something for the administrator to decide. */
async function giveWork(api: Api, stocked: { seller: Person; products: Product[] }[]): Promise<void> {
  await signIn(api, "admin", operator.email, operator.name);
  const customer = await signIn(api, "customer", buyer.email, buyer.name);
  const { items } = await api<{ items: { id: string; sellers: { status: string; sellerId: string }[] }[] }>(
    "GET",
    "/customer/orders",
    { token: customer.token },
  );
  const delivered = items.find(({ sellers }) => sellers[0]?.status === "DELIVERED");
  if (delivered) {
    await api("POST", `/customer/orders/${delivered.id}/dispute`, {
      body: { reason: "받아 보니 모서리가 깨져 있어요. 사진도 보내 드렸는데 답이 늦네요." },
      token: customer.token,
      key: "demo-dispute",
      not: 409,
    });
    const seller = stocked.find(({ seller: { id } }) => id === delivered.sellers[0]?.sellerId)?.seller;
    if (seller)
      await api("POST", `/seller/orders/${delivered.id}/dispute`, {
        body: { answer: "배송 중에 깨진 것으로 보입니다. 택배사에 확인하고 있습니다." },
        token: seller.token,
        key: "demo-answer",
      });
  }
  const odd = stocked[5]!.products[2];
  if (odd)
    await api("POST", "/customer/reports", {
      body: { kind: "product", id: odd.id, reason: "설명에 적힌 인증 번호가 조회되지 않습니다." },
      token: customer.token,
      key: "demo-report",
    });
}
