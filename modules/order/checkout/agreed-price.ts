import { PriceAgreed } from "@jangteo/contracts/events.ts";
import type { Queryable, Transaction } from "@jangteo/kernel/database/database.ts";
import { type Consumer, consume } from "@jangteo/kernel/events/inbox.ts";

/** A price that a buyer and a seller agreed on, not used yet: good for one order of exactly so many units. */
export type AgreedPrice = { offerId: string; buyerId: string; itemId: string; quantity: number; price: number };

/** Takes in what buyers and sellers agree on. An agreement about an item of somebody else's is not one. */
export function priceAgreedConsumer(): Consumer {
  return consume(PriceAgreed, async (events, transaction) => {
    await transaction.query(
      `INSERT INTO agreed_price (offer_id, buyer_id, item_id, quantity, price, expires_at)
       SELECT a.offer_id, a.buyer_id, a.item_id, a.quantity, a.price, a.expires_at
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::bigint[], $7::timestamptz[])
         AS a (offer_id, buyer_id, seller_id, item_id, quantity, price, expires_at)
       JOIN item i ON i.id = a.item_id JOIN product p ON p.id = i.product_id AND p.seller_id = a.seller_id
       ON CONFLICT DO NOTHING`,
      [
        events.map((event) => event.offerId),
        events.map((event) => event.buyerId),
        events.map((event) => event.sellerId),
        events.map((event) => event.itemId),
        events.map((event) => event.quantity),
        events.map((event) => event.price),
        events.map((event) => new Date(Number(event.expiresAtMs))),
      ],
      "store-agreed-prices",
    );
  });
}

/** Locks the unused agreements of these buyers, the cheapest first. */
export async function lockAgreedPrices(transaction: Transaction, buyerIds: readonly string[]): Promise<AgreedPrice[]> {
  const rows = await transaction.query<AgreedPrice>(
    `SELECT offer_id AS "offerId", buyer_id AS "buyerId", item_id AS "itemId", quantity, price FROM agreed_price
     WHERE buyer_id = ANY ($1::uuid[]) AND order_id IS NULL AND expires_at > now() ORDER BY offer_id FOR UPDATE`,
    [buyerIds],
    "lock-agreed-prices",
  );
  return rows.sort((a, b) => a.price - b.price);
}

/** Orders that were called off unpaid give their agreements back. */
export async function freeAgreedPrices(queryable: Queryable, orderIds: readonly string[]): Promise<void> {
  await queryable.query(
    "UPDATE agreed_price SET order_id = NULL WHERE order_id = ANY ($1::uuid[])",
    [orderIds],
    "free-agreed-prices",
  );
}
