import type { OrderService } from "@jangteo/contracts/gen/jangteo/order/v1/order_pb.js";
import type { Queryable } from "@jangteo/kernel/database/database.ts";
import { Id, Time } from "@jangteo/kernel/http/list.ts";
import { isServiceError } from "@jangteo/kernel/rpc/service-error.ts";
import type { Client } from "@jangteo/kernel/rpc/types.ts";
import { Type } from "typebox";
import { PublicCard } from "../people/person.ts";

export type Orders = Client<typeof OrderService>;

export const Participant = Type.Object({
  ...PublicCard.properties,
  joinedAt: Time,
  readSeq: Type.Integer({ description: "How far this member has read" }),
});

export const ProductCard = Type.Object({
  id: Id,
  name: Type.String(),
  image: Type.Union([Type.String(), Type.Null()]),
  priceFrom: Type.Integer(),
  stock: Type.Integer({ description: "Units left, of all options" }),
  status: Type.String({ description: "ON_SALE, SOLD_OUT or DELETED" }),
  sellerId: Id,
});

export const Room = Type.Object({
  id: Id,
  name: Type.String({ description: "As given, else the names of the others" }),
  product: Type.Optional(ProductCard),
  participants: Type.Array(Participant),
  head: Type.Integer({ description: "The number of the last thing that happened" }),
  createdBy: Id,
});

export type ParticipantView = { id: string; role: string; name: string; joinedAt: string; readSeq: number };
export type ProductCardView = {
  id: string;
  name: string;
  image: string | null;
  priceFrom: number;
  stock: number;
  status: string;
  sellerId: string;
};
export type RoomView = {
  id: string;
  name: string;
  product?: ProductCardView;
  participants: ParticipantView[];
  head: number;
  createdBy: string;
};

export type RoomRow = {
  id: string;
  name: string | null;
  product_id: string | null;
  head: number;
  created_by: string;
  /** The member reads what happened after this number. */
  fromSeq: number;
};

/** The members of rooms, in the order in which they came. */
export async function readParticipants(
  queryable: Queryable,
  rooms: readonly string[],
): Promise<Map<string, ParticipantView[]>> {
  const rows = await queryable.query<{
    room: string;
    id: string;
    role: string;
    name: string | null;
    joined_at: Date;
    read_seq: number;
  }>(
    `SELECT m.room_id AS room, m.account_id AS id, m.role, p.name, m.joined_at, m.read_seq
     FROM member m LEFT JOIN person p ON p.id = m.account_id
     WHERE m.room_id = ANY ($1::uuid[]) AND m.left_at IS NULL ORDER BY m.joined_at, m.account_id`,
    [rooms],
    "read-participants",
  );
  const byRoom = new Map<string, ParticipantView[]>();
  for (const { room, id, role, name, joined_at, read_seq } of rows) {
    const list = byRoom.get(room) ?? [];
    list.push({ id, role, name: name ?? "", joinedAt: joined_at.toISOString(), readSeq: read_seq });
    byRoom.set(room, list);
  }
  return byRoom;
}

/** Cards of products as they are now. While the order module is away, rooms are shown without them. */
export async function readProductCards(orders: Orders, ids: readonly string[]): Promise<Map<string, ProductCardView>> {
  if (ids.length === 0) return new Map();
  try {
    const { products } = await orders.getProducts({ ids: [...new Set(ids)] });
    return new Map(
      products.map(({ id, name, image, priceFrom, stock, status, sellerId }) => [
        id,
        { id, name, image: image || null, priceFrom: Number(priceFrom), stock: Number(stock), status, sellerId },
      ]),
    );
  } catch (error) {
    if (isServiceError(error)) return new Map();
    throw error;
  }
}

/** A room as one of its members sees it. */
export function roomView(
  row: RoomRow,
  me: string,
  participants: ParticipantView[],
  product: ProductCardView | undefined,
): RoomView {
  const others = participants.filter((person) => person.id !== me).map((person) => person.name);
  return {
    id: row.id,
    name: row.name ?? others.join(", "),
    ...(product && { product }),
    participants,
    head: row.head,
    createdBy: row.created_by,
  };
}

/** The room, if the account is a member. */
export async function findRoomOf(queryable: Queryable, room: string, account: string): Promise<RoomRow | undefined> {
  const rows = await queryable.query<RoomRow>(
    `SELECT r.id, r.name, r.product_id, r.head, r.created_by, m.from_seq AS "fromSeq" FROM room r JOIN member m ON m.room_id = r.id
     WHERE r.id = $1 AND m.account_id = $2 AND m.left_at IS NULL`,
    [room, account],
    "find-room-of",
  );
  return rows[0];
}
