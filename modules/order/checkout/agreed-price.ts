import { PriceAgreed } from "@jangteo/contracts/events.ts";
import type { Transaction } from "@jangteo/kernel/database/database.ts";
import { type Consumer, consume } from "@jangteo/kernel/events/inbox.ts";

/** So many units of an item, wanted by a buyer. */
export type WantedItem = { buyerId: string; itemId: string; quantity: number };

/** A price in points that a buyer and a seller agreed on, unused: valid for one order of exactly this quantity. */
export type AgreedPrice = WantedItem & { offerId: string; price: number };

/**
 * Stores what buyers and sellers agree on. An agreement about an item of another seller is ignored. A buyer has at most
 * one open agreement per item and quantity: the lower price wins, then the later end.
 */
export function priceAgreedConsumer(): Consumer {
  return consume(PriceAgreed, async (events, transaction) => {
    await transaction.query(
      `INSERT INTO agreed_price AS open (offer_id, buyer_id, item_id, quantity, price, expires_at)
       SELECT DISTINCT ON (a.buyer_id, a.item_id, a.quantity) a.offer_id, a.buyer_id, a.item_id, a.quantity, a.price, a.expires_at
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::bigint[], $7::timestamptz[])
         AS a (offer_id, buyer_id, seller_id, item_id, quantity, price, expires_at)
       JOIN item i ON i.id = a.item_id JOIN product p ON p.id = i.product_id AND p.seller_id = a.seller_id
       WHERE a.expires_at > now() AND NOT EXISTS (SELECT FROM agreed_price known WHERE known.offer_id = a.offer_id)
       ORDER BY a.buyer_id, a.item_id, a.quantity, a.price, a.expires_at DESC
       ON CONFLICT (buyer_id, item_id, quantity) WHERE order_id IS NULL
         DO UPDATE SET offer_id = excluded.offer_id, price = excluded.price, expires_at = excluded.expires_at
         WHERE open.expires_at <= now() OR (excluded.price, open.expires_at) < (open.price, excluded.expires_at)`,
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

/** Locks the valid agreements about exactly these items and quantities. */
export async function lockAgreedPrices(
  transaction: Transaction,
  wanted: readonly WantedItem[],
): Promise<AgreedPrice[]> {
  if (wanted.length === 0) return [];
  return transaction.query<AgreedPrice>(
    `SELECT a.offer_id AS "offerId", a.buyer_id AS "buyerId", a.item_id AS "itemId", a.quantity, a.price
     FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS w (buyer_id, item_id, quantity)
     JOIN agreed_price a ON a.buyer_id = w.buyer_id AND a.item_id = w.item_id AND a.quantity = w.quantity
     WHERE a.order_id IS NULL AND a.expires_at > now()
     ORDER BY a.buyer_id, a.item_id, a.quantity FOR UPDATE OF a`,
    [wanted.map((each) => each.buyerId), wanted.map((each) => each.itemId), wanted.map((each) => each.quantity)],
    "lock-agreed-prices",
  );
}

/** Orders that were cancelled unpaid release their agreements, unless a better one of the same kind is open by now. */
export async function freeAgreedPrices(transaction: Transaction, orderIds: readonly string[]): Promise<void> {
  const locked = await transaction.query<{ offer_id: string; used: boolean }>(
    `SELECT offer_id, order_id IS NOT NULL AS used FROM agreed_price a
     WHERE order_id = ANY ($1::uuid[]) OR order_id IS NULL AND (buyer_id, item_id, quantity) IN
       (SELECT buyer_id, item_id, quantity FROM agreed_price WHERE order_id = ANY ($1::uuid[]))
     ORDER BY buyer_id, item_id, quantity, offer_id FOR UPDATE`,
    [orderIds],
    "lock-used-agreements",
  );
  const offerIds = locked.filter((row) => row.used).map((row) => row.offer_id);
  if (offerIds.length === 0) return;
  await transaction.query(
    `DELETE FROM agreed_price a USING agreed_price other
     WHERE (a.buyer_id, a.item_id, a.quantity) = (other.buyer_id, other.item_id, other.quantity) AND a.offer_id <> other.offer_id
       AND (a.order_id IS NULL OR a.offer_id = ANY ($1::uuid[])) AND (other.order_id IS NULL OR other.offer_id = ANY ($1::uuid[]))
       AND (a.expires_at <= now(), a.price, a.offer_id) > (other.expires_at <= now(), other.price, other.offer_id)
       AND (a.offer_id = ANY ($1::uuid[]) OR other.offer_id = ANY ($1::uuid[]))`,
    [offerIds],
    "drop-worse-agreements",
  );
  await transaction.query(
    "UPDATE agreed_price SET order_id = NULL WHERE offer_id = ANY ($1::uuid[])",
    [offerIds],
    "free-agreed-prices",
  );
}
