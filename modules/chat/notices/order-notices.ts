import { OrderPaid, OrderPartMoved } from "@jangteo/contracts/events.ts";
import type { Transaction } from "@jangteo/kernel/database/database.ts";
import { type Consumer, consume } from "@jangteo/kernel/events/inbox.ts";
import { appendEvents, clockOf, lockRooms, type StoredEvent } from "../messages/event.ts";

type Notice = {
  orderId: string;
  partId: string;
  buyer: string;
  seller: string;
  status: string;
  amount: number | null;
  products: readonly string[];
};

/**
 * Posts what happens to orders into the 1:1 room of buyer and seller: the one that was told before, the one of the product,
 * or the one they used last. Who never talked gets no room by buying, and a room that a third person has joined is told nothing.
 */
export function orderNoticeConsumers(committed: (events: readonly StoredEvent[]) => void): Consumer[] {
  const post = async (notices: readonly Notice[], transaction: Transaction) => {
    const events = await postNotices(transaction, notices);
    if (events.length > 0) transaction.afterCommit(() => committed(events));
  };
  return [
    consume(OrderPaid, (events, transaction) =>
      post(
        events.flatMap(({ orderId, buyerId: buyer, parts }) =>
          parts.map(({ partId, sellerId: seller, subtotal, productIds: products }) => ({
            orderId,
            partId,
            buyer,
            seller,
            status: "PAID",
            amount: Number(subtotal),
            products,
          })),
        ),
        transaction,
      ),
    ),
    consume(OrderPartMoved, (events, transaction) =>
      post(
        events.map(({ orderId, partId, buyerId: buyer, sellerId: seller, status }) => ({
          orderId,
          partId,
          buyer,
          seller,
          status,
          amount: null,
          products: [],
        })),
        transaction,
      ),
    ),
  ];
}

async function postNotices(transaction: Transaction, notices: readonly Notice[]): Promise<StoredEvent[]> {
  const placed = await transaction.query<{ position: number; room: string }>(
    `SELECT n.position, coalesce(told.room_id, pair.id) AS room
     FROM jsonb_to_recordset($1::jsonb) AS n (position int, "partId" uuid, buyer uuid, seller uuid, products uuid[])
     LEFT JOIN LATERAL (
       SELECT t.room_id FROM order_notice t JOIN room r ON r.id = t.room_id AND r.pair IS NOT NULL
       WHERE t.part_id = n."partId" LIMIT 1) told ON true
     LEFT JOIN LATERAL (
       SELECT r.id FROM member b JOIN member s ON s.room_id = b.room_id AND s.account_id = n.seller AND s.left_at IS NULL
       JOIN room r ON r.id = b.room_id AND r.pair IS NOT NULL
       WHERE b.account_id = n.buyer AND b.left_at IS NULL
       ORDER BY coalesce(r.product_id = ANY (n.products), false) DESC, r.last_at DESC LIMIT 1) pair ON told.room_id IS NULL
     WHERE coalesce(told.room_id, pair.id) IS NOT NULL ORDER BY n.position`,
    [JSON.stringify(notices.map((notice, position) => ({ position, ...notice })))],
    "find-rooms-for-orders",
  );
  if (placed.length === 0) return [];
  const { rooms } = await lockRooms(
    transaction,
    placed.map((each) => each.room),
  );
  const fresh = await transaction.query<{ part_id: string; status: string }>(
    `INSERT INTO order_notice (part_id, status, room_id)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[]) ON CONFLICT DO NOTHING RETURNING part_id, status`,
    [
      placed.map(({ position }) => notices[position]!.partId),
      placed.map(({ position }) => notices[position]!.status),
      placed.map(({ room }) => room),
    ],
    "add-order-notices",
  );
  const unsaid = new Set(fresh.map((row) => `${row.part_id} ${row.status}`));
  const events = placed.flatMap(({ position, room }) => {
    const { orderId, partId, status, amount } = notices[position]!;
    if (!unsaid.delete(`${partId} ${status}`)) return [];
    const body = { orderId, partId, status, ...(amount !== null && { amount }) };
    return [{ room, kind: "order", sender: null, clientId: null, body } as const];
  });
  return appendEvents(transaction, rooms, events, await clockOf(transaction));
}
