import type { paths } from "@jangteo/api-client";
import { loadMessages } from "#lib/messages/messages.ts";
import { answerOf, Refusal, type Visit } from "./visit.ts";

type Body = NonNullable<paths["/seller/product/items"]["put"]["requestBody"]>["content"]["application/json"];
/** A change of an option as the API takes it. */
export type ItemChange = Body["items"][number];

/** One row of a form with options: what was typed, and what the form showed. */
export type ItemRow = {
  /** Empty for a new option. */
  id: string;
  name: string;
  /** Points. */
  price: number;
  /** Units. */
  stock: number;
  shown: { name: string; price: number; stock: number };
};

/** Reads the rows of a form: one `itemId`, `itemPrice`, … for each, and beside them what was shown (`shownPrice`, …). */
export function readItemRows(form: FormData): ItemRow[] {
  const column = (name: string) => form.getAll(name).map((value) => (typeof value === "string" ? value.trim() : ""));
  const [names, prices, stocks] = [column("itemName"), column("itemPrice"), column("itemStock")];
  const [shownNames, shownPrices, shownStocks] = [column("shownName"), column("shownPrice"), column("shownStock")];
  return column("itemId").map((id, row) => ({
    id,
    name: names[row] ?? "",
    price: Number(prices[row]),
    stock: Number(stocks[row]),
    shown: {
      name: shownNames[row] ?? "",
      price: Number(shownPrices[row]),
      stock: Number(shownStocks[row]),
    },
  }));
}

/**
 * What was edited, and nothing else: a form must not restore units that were sold while it was open. A stock that was
 * edited is set only if there are as many units as the form showed.
 */
export function changesOf(rows: readonly ItemRow[]): ItemChange[] {
  return rows
    .filter(({ id }) => id !== "")
    .map(({ id, name, price, stock, shown }) => ({
      id,
      ...(name !== shown.name && { name }),
      ...(price !== shown.price && { price }),
      ...(stock !== shown.stock && { stock, expectedStock: shown.stock }),
    }))
    .filter((change) => Object.keys(change).length > 1);
}

/** An option as it is now, with the name that a message gives it. */
export type CurrentItem = { id: string; label: string; stock: number };

/**
 * Sends a form with options. When the stock of some that were edited has changed since the form was shown, the refusal
 * names them with their stock, and the form expects that stock from now on: sent again as it is, it is saved.
 */
export async function sendItems<T>(
  form: FormData,
  visit: Visit,
  readCurrent: () => Promise<CurrentItem[]>,
  asked: Parameters<typeof answerOf<T>>[0],
): Promise<T> {
  try {
    return await answerOf(asked);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.problem.code !== "STOCK_CHANGED") throw refusal;
    const { itemId, stock } = refusal.problem as { itemId?: unknown; stock?: unknown };
    // Product pages are cached for a moment: the refusal knows better.
    const current = (await readCurrent()).map((item) =>
      item.id === itemId && typeof stock === "number" ? { ...item, stock } : item,
    );
    const changed = expectCurrentStock(form, current);
    const { sell } = await loadMessages(visit.language);
    throw new Refusal({
      ...refusal.problem,
      detail: sell.stockChanged(changed.map((item) => sell.stockOf(item.label, item.stock)).join(", ")),
      errors: changed.map((item) => ({ path: item.id, message: sell.stockNow(item.stock) })),
    });
  }
}

/**
 * Lets a form expect the stock of now where its own was edited; returns the options for which that differs. A stock that
 * was not edited stays as it was shown: it is not sent next time either.
 */
export function expectCurrentStock(form: FormData, current: readonly CurrentItem[]): CurrentItem[] {
  const itemOf = new Map(current.map((item) => [item.id, item]));
  const rows = readItemRows(form);
  const changed = rows.map(({ id, stock, shown }) => {
    const item = itemOf.get(id);
    return item && stock !== shown.stock && item.stock !== shown.stock ? item : undefined;
  });
  form.delete("shownStock");
  for (const [row, { shown }] of rows.entries()) form.append("shownStock", String(changed[row]?.stock ?? shown.stock));
  return changed.filter((item) => item !== undefined);
}
