import type { SendBody } from "@jangteo/contracts/chat/frames.ts";
import type { OrderService } from "@jangteo/contracts/gen/jangteo/order/v1/order_pb.js";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Client } from "@jangteo/kernel/rpc/types.ts";
import type { Images } from "../images/images.ts";
import type { SendAction } from "./decide-sends.ts";

const textMaxBytes = 4_096;

export type PrepareSend = (room: string, sender: string, body: SendBody) => SendAction | Promise<SendAction>;

/** Turns what was sent into what is to be done, asking for products, items and images first. Plain texts ask nothing. */
export function createPrepareSend(orders: Client<typeof OrderService>, images: Images): PrepareSend {
  async function product(id: string): Promise<SendAction> {
    const { products } = await orders.getProducts({ ids: [id] });
    const card = products[0];
    if (!card || card.status === "DELETED") throw fail("NOT_FOUND_PRODUCT", { productId: id });
    const { name, image, priceFrom } = card;
    return { kind: "product", product: { id, name, image, priceFrom: Number(priceFrom) } };
  }

  async function offer(body: Extract<SendBody, { offer: unknown }>["offer"]): Promise<SendAction> {
    const { id, productId, sellerId, productName, name, price } = await orders.getItem({ id: body.itemId });
    return {
      kind: "offer",
      item: { id, productId, sellerId, productName, name, price: Number(price) },
      quantity: body.quantity,
      price: body.price,
      replyTo: body.replyTo,
    };
  }

  async function image(room: string, sender: string, id: string, text: string | undefined): Promise<SendAction> {
    return { kind: "image", image: await images.forMessage(room, sender, id), text };
  }

  return (room, sender, body) => {
    if (typeof body === "string") return { kind: "text", text: bounded(body) };
    if ("edit" in body) return { kind: "edit", seq: body.edit.seq, text: bounded(body.edit.text) };
    if ("delete" in body) return { kind: "delete", seq: body.delete.seq };
    if ("answer" in body) return { kind: "answer", ...body.answer };
    if ("product" in body) return product(body.product);
    if ("offer" in body) return offer(body.offer);
    if ("image" in body) return image(room, sender, body.image, body.text && bounded(body.text));
    return { kind: "text", text: bounded(body.text) };
  };
}

/** Lone surrogates and NUL cannot be stored; everything else is text and stays as it was typed. */
function bounded(text: string): string {
  if (Buffer.byteLength(text) > textMaxBytes) throw fail("MESSAGE_TOO_LONG");
  if (text.includes("\0") || !text.isWellFormed()) throw fail("INVALID_INPUT");
  return text;
}
