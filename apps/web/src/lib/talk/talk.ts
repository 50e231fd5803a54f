import type { Answer } from "@jangteo/api-client";

export type Room = Answer<"/chat/{id}", "get">["room"];
export type RoomEvent = Answer<"/chat/{id}", "get">["messages"][number] & { body: Record<string, unknown> };
export type ListedRoom = Answer<"/chat-info/roomList", "post">["items"][number];

/** As whom one talks: it decides the addresses and whose sign-in is used. */
export type Speaker = "customer" | "seller";
export const talkPath = (as: Speaker) => (as === "seller" ? "/sell/talk" : "/talk");

export type Offer = {
  offerId: string;
  productName: string;
  itemName: string;
  listPrice: number;
  quantity: number;
  price: number;
  state: "OPEN" | "ACCEPTED" | "DECLINED";
};

/** A message as it is shown, whatever has happened to it since. */
export type Shown = {
  key: string;
  seq: number;
  kind: string;
  sender: string | null;
  at: string;
  text?: string | undefined;
  image?: { id: string; width: number; height: number };
  product?: { id: string; name: string; image: string; priceFrom: number };
  offer?: Offer;
  order?: { orderId: string; status: string };
  edited: boolean;
  deleted: boolean;
};

const shownKinds = new Set(["text", "image", "product", "offer", "order", "member"]);

/** Folds a room's events, in the order of their numbers, into what is shown. */
export function foldEvents(events: readonly RoomEvent[]): Shown[] {
  const bySeq = new Map<number, Shown>();
  const byOffer = new Map<string, Shown>();
  for (const event of events) {
    const body = event.body as {
      seq: number;
      text?: string;
      offerId: string;
      answer: Offer["state"];
      editedAt?: string;
      deleted?: unknown;
      image: NonNullable<Shown["image"]>;
      product: NonNullable<Shown["product"]>;
    };
    if (event.kind === "edit") {
      const target = bySeq.get(body.seq);
      if (target) Object.assign(target, { text: body.text, edited: true });
    } else if (event.kind === "delete") {
      const target = bySeq.get(body.seq);
      if (target) target.deleted = true;
    } else if (event.kind === "answer") {
      const target = byOffer.get(body.offerId);
      if (target?.offer) target.offer = { ...target.offer, state: body.answer };
    } else if (shownKinds.has(event.kind)) {
      const shown: Shown = {
        key: event.clientId ?? `seq-${event.seq}`,
        seq: event.seq,
        kind: event.kind,
        sender: event.sender,
        at: event.at,
        text: body.text,
        edited: body.editedAt !== undefined,
        deleted: body.deleted !== undefined,
        ...(event.kind === "image" && { image: body.image }),
        ...(event.kind === "product" && { product: body.product }),
        ...(event.kind === "offer" && { offer: { ...(event.body as unknown as Offer), state: "OPEN" } }),
        ...(event.kind === "order" && { order: event.body as NonNullable<Shown["order"]> }),
      };
      bySeq.set(event.seq, shown);
      if (shown.offer) byOffer.set(shown.offer.offerId, shown);
    }
  }
  return [...bySeq.values()];
}
