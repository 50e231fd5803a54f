import type { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import type { ProductData } from "@jangteo/contracts/gen/jangteo/order/v1/order_pb.js";
import type { Database } from "@jangteo/kernel/database/database.ts";
import { isRefusal } from "@jangteo/kernel/rpc/service-error.ts";
import type { Client } from "@jangteo/kernel/rpc/types.ts";
import { ensureSeller, lockActiveSeller } from "../sellers/sellers.ts";
import { addProducts, type NewProduct } from "./change-products.ts";
import { listProductsById } from "./product.ts";

export type ImportResult = { productId: string; refusal: string };

/** Adds products in one transaction; if one of them is refused, each is tried alone, so that only that one is left out. */
export async function importProducts(
  database: Database,
  accounts: Client<typeof AccountService>,
  sellerId: string,
  products: readonly NewProduct[],
): Promise<ImportResult[]> {
  if (products.length === 0) return [];
  await ensureSeller(database, accounts, sellerId);
  const results: ImportResult[] = [];
  try {
    const ids = await database.transaction(async (transaction) => {
      await lockActiveSeller(transaction, sellerId);
      return addProducts(transaction, sellerId, products);
    });
    return ids.map((productId) => ({ productId, refusal: "" }));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (products.length === 1) return [{ productId: "", refusal: error.code }];
  }
  for (const product of products) results.push(...(await importProducts(database, accounts, sellerId, [product])));
  return results;
}

/** Products on sale in id order, of one seller or (empty) of all. */
export async function exportProducts(database: Database, sellerId: string, after: string, limit: number) {
  const products = await listProductsById(database, sellerId || undefined, after || undefined, limit);
  return products.map(({ id, sellerName, name, description, categoryId, images, purchaseLimit, items }) => ({
    id,
    sellerName,
    name,
    description,
    categoryId: categoryId ?? undefined,
    images,
    purchaseLimit,
    items,
  }));
}

/** Tells the planner what the tables hold now. A server before PostgreSQL 17 does so by itself within a minute. */
export async function refreshStatistics(database: Database): Promise<void> {
  const [version] = await database.query<{ number: number }>(
    "SELECT current_setting('server_version_num')::int AS number",
  );
  if (version!.number >= 170_000) await database.query("ANALYZE product, item");
}

export function fromProductData(data: ProductData): NewProduct {
  return {
    name: data.name,
    description: data.description,
    categoryId: data.categoryId || undefined,
    images: [...data.images],
    purchaseLimit: data.purchaseLimit || null,
    items: data.items.map((item) => ({ name: item.name, price: Number(item.price), stock: item.stock })),
  };
}

export function toProductData(product: NewProduct) {
  return {
    ...product,
    categoryId: product.categoryId ?? "",
    images: product.images ?? [],
    purchaseLimit: product.purchaseLimit ?? 0,
    items: product.items.map((item) => ({ name: item.name, price: BigInt(item.price), stock: item.stock })),
  };
}
