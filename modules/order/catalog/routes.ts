import type { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import type { Database, Transaction } from "@jangteo/kernel/database/database.ts";
import { decodeCursor, Id, isIdPosition, listOf, PageQuery, page } from "@jangteo/kernel/http/list.ts";
import { route, write } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Client } from "@jangteo/kernel/rpc/types.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import { Type } from "typebox";
import { ensureSeller, lockActiveSeller } from "../sellers/sellers.ts";
import type { CatalogCaches } from "./catalog-caches.ts";
import {
  addItem,
  addProducts,
  changeItem,
  changeManyItems,
  changeProduct,
  deleteItem,
  deleteProduct,
} from "./change-products.ts";
import { findProduct, Item, ItemChange, listSellerProducts, Product, productFields } from "./product.ts";

const tag = "Products";
const roles = ["SELLER"] as const;
const { name, description, categoryId, images, itemName, price, stock, purchaseLimit } = productFields;
const strict = { additionalProperties: false } as const;
const NewItem = Type.Object({ name: itemName, price, stock }, strict);

export type CatalogParts = {
  database: Database;
  accounts: Client<typeof AccountService>;
  caches: CatalogCaches;
  settings: Settings;
};

/** A seller's products and their items. */
export function catalogRoutes(http: HttpServer, { database, accounts, caches, settings }: CatalogParts): void {
  const changed = (transaction: Transaction, productId: string) =>
    transaction.afterCommit(() => caches.productsChanged([productId]));
  const read = async (transaction: Transaction, productId: string) => {
    const product = await findProduct(transaction, productId);
    if (!product) throw fail("NOT_FOUND_PRODUCT");
    return product;
  };

  write(http, database, {
    method: "POST",
    url: "/seller/product",
    summary: "Add a product with its items",
    tag,
    roles,
    body: Type.Object(
      {
        name,
        description,
        items: Type.Array(NewItem, { minItems: 1, maxItems: settings.productItemsMax }),
        categoryId: Type.Optional(categoryId),
        images: Type.Optional(images),
        purchaseLimit: Type.Optional(purchaseLimit),
      },
      strict,
    ),
    answers: { 201: Product },
    errors: ["SAME_PRODUCT_NAME", "SAME_ITEM_NAME", "ACCOUNT_SUSPENDED"],
    prepare: ({ principal }) => ensureSeller(database, accounts, principal.id),
    handle: async ({ principal, body, transaction }) => {
      await lockActiveSeller(transaction, principal.id);
      const [productId] = await addProducts(transaction, principal.id, [body]);
      changed(transaction, productId!);
      return { status: 201, body: await read(transaction, productId!) };
    },
  });

  write(http, database, {
    method: "PUT",
    url: "/seller/product",
    summary: "Change a product, its items where they are named, add and remove items; all or nothing",
    tag,
    roles,
    body: Type.Object(
      {
        id: Id,
        name: Type.Optional(name),
        description: Type.Optional(description),
        categoryId: Type.Optional(categoryId),
        images: Type.Optional(images),
        purchaseLimit: Type.Optional(purchaseLimit),
        items: Type.Optional(Type.Array(ItemChange, { maxItems: settings.productItemsMax })),
        addItems: Type.Optional(Type.Array(NewItem, { maxItems: settings.productItemsMax })),
        removeItemIds: Type.Optional(Type.Array(Id, { maxItems: settings.productItemsMax, uniqueItems: true })),
      },
      strict,
    ),
    answers: { 200: Product },
    errors: [
      "NOT_FOUND_PRODUCT",
      "NOT_FOUND_ITEM",
      "SAME_PRODUCT_NAME",
      "SAME_ITEM_NAME",
      "TOO_MANY_ITEMS",
      "STOCK_CHANGED",
      "ITEM_COUNT_NOT_ENOUGH",
    ],
    handle: async ({ principal, body, transaction }) => {
      await changeProduct(transaction, principal.id, body, settings.productItemsMax);
      changed(transaction, body.id);
      return { status: 200, body: await read(transaction, body.id) };
    },
  });

  write(http, database, {
    method: "DELETE",
    url: "/seller/product",
    summary: "Take a product off sale",
    tag,
    roles,
    query: Type.Object({ productId: Id }, strict),
    answers: { 204: null },
    errors: ["NOT_FOUND_PRODUCT"],
    handle: async ({ principal, query, transaction }) => {
      await deleteProduct(transaction, principal.id, query.productId);
      changed(transaction, query.productId);
      return { status: 204, body: null };
    },
  });

  write(http, database, {
    method: "POST",
    url: "/seller/product/item",
    summary: "Add an item to a product",
    tag,
    roles,
    body: Type.Object({ productId: Id, name: itemName, price, stock }, strict),
    answers: { 201: Product },
    errors: ["NOT_FOUND_PRODUCT", "SAME_ITEM_NAME", "TOO_MANY_ITEMS"],
    handle: async ({ principal, body: { productId, ...item }, transaction }) => {
      await addItem(transaction, principal.id, productId, item, settings.productItemsMax);
      changed(transaction, productId);
      return { status: 201, body: await read(transaction, productId) };
    },
  });

  write(http, database, {
    method: "PUT",
    url: "/seller/product/item",
    summary: "Change an item",
    tag,
    roles,
    body: ItemChange,
    answers: { 200: Item },
    errors: ["NOT_FOUND_ITEM", "SAME_ITEM_NAME", "STOCK_CHANGED", "ITEM_COUNT_NOT_ENOUGH"],
    handle: async ({ principal, body, transaction }) => {
      const productId = await changeItem(transaction, principal.id, body);
      changed(transaction, productId);
      const product = await read(transaction, productId);
      return { status: 200, body: product.items.find((item) => item.id === body.id) };
    },
  });

  write(http, database, {
    method: "PUT",
    url: "/seller/product/items",
    summary: "Change many items at once, of any of the seller's products; all or nothing",
    tag,
    roles,
    body: Type.Object(
      {
        items: Type.Array(ItemChange, { minItems: 1, maxItems: 500 }),
      },
      strict,
    ),
    answers: { 200: Type.Object({ changed: Type.Integer() }) },
    errors: ["NOT_FOUND_PRODUCT", "NOT_FOUND_ITEM", "SAME_ITEM_NAME", "STOCK_CHANGED", "ITEM_COUNT_NOT_ENOUGH"],
    handle: async ({ principal, body, transaction }) => {
      const products = await changeManyItems(transaction, principal.id, body.items);
      transaction.afterCommit(() => caches.productsChanged(products));
      return { status: 200, body: { changed: body.items.length } };
    },
  });

  write(http, database, {
    method: "DELETE",
    url: "/seller/product/item",
    summary: "Take an item off sale",
    tag,
    roles,
    query: Type.Object({ itemId: Id }, strict),
    answers: { 204: null },
    errors: ["NOT_FOUND_ITEM"],
    handle: async ({ principal, query, transaction }) => {
      changed(transaction, await deleteItem(transaction, principal.id, query.itemId));
      return { status: 204, body: null };
    },
  });

  route(http, {
    method: "POST",
    url: "/seller/product/myproducts",
    summary: "The seller's own products, newest first",
    tag,
    roles,
    query: PageQuery,
    answers: { 200: listOf(Product) },
    handle: async ({ principal, query }) => {
      const before = decodeCursor(query.cursor, isIdPosition);
      const products = await listSellerProducts(database, principal.id, query.limit, before);
      return {
        status: 200,
        body: page(
          products,
          query.limit,
          (product) => product,
          (product) => product.id,
        ),
      };
    },
  });
}
