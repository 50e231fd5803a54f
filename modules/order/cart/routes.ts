import type { Database } from "@jangteo/kernel/database/database.ts";
import { Id } from "@jangteo/kernel/http/list.ts";
import { languageOf } from "@jangteo/kernel/http/problem.ts";
import { write } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { addToCart, emptyCart, removeFromCart, setQuantity, viewCart } from "./cart.ts";

const tag = "Cart";
const roles = ["CUSTOMER"] as const;
const strict = { additionalProperties: false } as const;
export const quantityMax = 10_000;
export const Quantity = Type.Integer({ minimum: 1, maximum: quantityMax });

const Cart = Type.Object({
  lines: Type.Array(
    Type.Object({
      itemId: Id,
      productId: Id,
      productName: Type.String(),
      itemName: Type.String(),
      price: Type.Integer(),
      quantity: Type.Integer(),
      available: Type.Boolean({
        description: "Whether this quantity can be bought now; only then it counts in the total",
      }),
      purchaseLimit: Type.Union(
        [
          Type.Object({
            limit: Type.Integer({ description: "Units, of all options, that one buyer may buy of the product" }),
            bought: Type.Integer({ description: "Units bought so far" }),
            exceeded: Type.Boolean({ description: "With this line the product goes beyond its limit" }),
          }),
          Type.Null(),
        ],
        { description: "null for a product without a limit" },
      ),
    }),
  ),
  total: Type.Integer(),
  notices: Type.Array(
    Type.Object({
      code: Type.String({
        description: "PRICE_CHANGED, QUANTITY_REDUCED, ITEM_REMOVED, PRODUCT_REMOVED, NAME_CHANGED",
      }),
      message: Type.String(),
      itemId: Id,
      from: Type.Optional(Type.Union([Type.Integer(), Type.String()])),
      to: Type.Optional(Type.Union([Type.Integer(), Type.String()])),
    }),
  ),
});

/** The buyer's cart. */
export function cartRoutes(http: HttpServer, database: Database, settings: Settings): void {
  const limits = { linesMax: settings.checkoutLinesMax, quantityMax };
  const language = (request: FastifyRequest) => languageOf(request.headers["accept-language"]);
  const params = Type.Object({ itemId: Id }, strict);

  write(http, database, {
    method: "GET",
    url: "/customer/cart",
    summary: "The cart, with notices of what changed since the last look; each is shown once",
    tag,
    roles,
    answers: { 200: Cart },
    handle: async ({ principal, request, transaction }) => ({
      status: 200,
      body: await viewCart(transaction, principal.id, language(request)),
    }),
  });

  write(http, database, {
    method: "POST",
    url: "/customer/cart",
    summary: "Put an item into the cart",
    tag,
    roles,
    body: Type.Object({ itemId: Id, quantity: Quantity }, strict),
    answers: { 200: Cart },
    errors: ["NOT_FOUND_ITEM", "ITEM_COUNT_NOT_ENOUGH", "CART_FULL"],
    handle: async ({ principal, body, request, transaction }) => {
      await addToCart(transaction, principal.id, body.itemId, body.quantity, limits);
      return { status: 200, body: await viewCart(transaction, principal.id, language(request)) };
    },
  });

  write(http, database, {
    method: "PUT",
    url: "/customer/cart/items/:itemId",
    summary: "Set a line's quantity",
    tag,
    roles,
    params,
    body: Type.Object({ quantity: Quantity }, strict),
    answers: { 200: Cart },
    errors: ["NOT_FOUND_ITEM", "ITEM_COUNT_NOT_ENOUGH"],
    handle: async ({ principal, params, body, request, transaction }) => {
      await setQuantity(transaction, principal.id, params.itemId, body.quantity);
      return { status: 200, body: await viewCart(transaction, principal.id, language(request)) };
    },
  });

  write(http, database, {
    method: "DELETE",
    url: "/customer/cart/items/:itemId",
    summary: "Take a line out",
    tag,
    roles,
    params,
    answers: { 200: Cart },
    errors: ["NOT_FOUND_ITEM"],
    handle: async ({ principal, params, request, transaction }) => {
      await removeFromCart(transaction, principal.id, params.itemId);
      return { status: 200, body: await viewCart(transaction, principal.id, language(request)) };
    },
  });

  write(http, database, {
    method: "DELETE",
    url: "/customer/cart",
    summary: "Empty the cart",
    tag,
    roles,
    answers: { 204: null },
    handle: async ({ principal, transaction }) => {
      await emptyCart(transaction, principal.id);
      return { status: 204, body: null };
    },
  });
}
