import type { People } from "./people.ts";

type Known = People["known"];
type Kind = keyof Known;

/** The kind of value that a parameter or field holds in every operation. */
const everywhere: Record<string, Kind> = {
  "path.productId": "products",
  "query.productId": "products",
  "body.productId": "products",
  "path.itemId": "items",
  "query.itemId": "items",
  "body.itemId": "items",
  "body.items[*].itemId": "items",
  "body.roomId": "rooms",
  "query.roomId": "rooms",
  "body.accountId": "accounts",
  "query.sellerId": "sellers",
  "body.sellerId": "sellers",
  "query.email": "emails",
  "body.participants[*].email": "emails",
};

/** The kind of `{id}` in the paths that match. */
const idIn: Record<string, Kind> = {
  "^/(customer|seller)/orders/": "orders",
  "^/chat/\\{id\\}": "rooms",
  "^/accounts/admin/members/": "accounts",
  "^/order-admin/products/": "products",
};

/**
 * The part of Schemathesis's configuration (TOML) that gives half of its requests existing ids; random ones never exist.
 */
export function knownValues(known: Known): string {
  const bind = (place: string, kind: Kind) => `${text(place)} = { dictionary = ${text(kind)}, probability = 0.5 }`;
  return [
    "[dictionaries]",
    ...Object.entries(known).map(([kind, values]) => `${kind} = { values = [${values.map(text).join(", ")}] }`),
    "[parameters]",
    ...Object.entries(everywhere).map(([place, kind]) => bind(place, kind)),
    ...Object.entries(idIn).flatMap(([paths, kind]) => [
      "[[operations]]",
      `include-path-regex = ${text(paths)}`,
      `parameters = { ${bind("path.id", kind)} }`,
    ]),
    "",
  ].join("\n");
}

/** A JSON string is a TOML string too. */
const text = (value: string) => JSON.stringify(value);
