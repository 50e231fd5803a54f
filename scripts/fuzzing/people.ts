import { randomUUID } from "node:crypto";
import type { ApiClient, Person } from "../../tests/harness/api-client.ts";

export type People = {
  buyer: Person;
  seller: Person;
  admin: Person;
  /** Existing ids by kind, and the emails of the buyer and the seller. */
  known: Record<"products" | "items" | "orders" | "rooms" | "accounts" | "sellers" | "emails", readonly string[]>;
};

/**
 * A buyer, a seller and an administrator with what most operations need: products, orders in several states, a review, a
 * dispute, reports, a wishlist item, a room with messages.
 */
export async function createPeople(api: ApiClient): Promise<People> {
  const [buyer, seller, admin] = [await api.customer(10_000_000), await api.seller(), await api.admin()];
  const product = await api.product(seller, [
    [1_000, 1_000],
    [2_000, 1_000],
  ]);
  const itemId = product.items[0].id as string;
  const order = async () => (await api.buy(buyer, [{ itemId, quantity: 1 }], 1_000)).body.id as string;
  const orders = [await order(), await order(), await order()];
  const [confirmed, delivered] = orders;
  await api.confirm(confirmed!, seller, buyer);
  for (const [step, body] of [
    ["prepare"],
    ["ship", { carrier: "한길택배", trackingNumber: "1" }],
    ["deliver"],
  ] as const)
    await api.post(`/seller/orders/${delivered}/${step}`, body ?? {}, seller.token);
  const reason = { sellerId: seller.id, reason: "깨져서 왔어요" };
  const room = await api.room(buyer, [seller], product.id);
  await api.say(buyer, room.id, "안녕하세요");
  const requests: [by: Person, method: string, path: string, body: unknown][] = [
    [buyer, "POST", `/customer/orders/${delivered}/dispute`, reason],
    [buyer, "PUT", `/customer/reviews/${product.id}`, { rating: 5, body: "좋아요" }],
    [buyer, "PUT", `/customer/wishes/${product.id}`, {}],
    [buyer, "POST", "/customer/cart", { itemId, quantity: 1 }],
    [buyer, "POST", "/customer/reports", { kind: "product", id: product.id, reason: "다른 물건이에요" }],
    [buyer, "POST", `/chat/${room.id}/report`, { reason: "욕설" }],
    [seller, "POST", "/chat-info/quickReplies", { text: "오늘 보냅니다" }],
  ];
  for (const [{ token }, method, path, body] of requests) {
    const response = await api.request(method, path, { body, token, key: randomUUID() });
    if (response.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(response.body)}`);
  }
  const known = {
    products: [product.id],
    items: product.items.map(({ id }: { id: string }) => id),
    orders,
    rooms: [room.id],
    accounts: [buyer.id, seller.id],
    sellers: [seller.id],
    emails: [buyer.email, seller.email],
  };
  return { buyer, seller, admin, known };
}
