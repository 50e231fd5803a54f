import type { Database } from "@jangteo/kernel/database/database.ts";
import { decodeCursor, Id, isIdPosition, listOf, PageQuery, page, pageQuery } from "@jangteo/kernel/http/list.ts";
import { command, route, write } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import { type TSchema, Type } from "typebox";
import type { CatalogCaches } from "../catalog/catalog-caches.ts";
import { type MoneyMover, refundBySeller } from "./move-money.ts";
import { type Action, lockParts, moveParts, moves } from "./move-part.ts";
import {
  findBuyersOrder,
  findSellersOrder,
  listBuyersOrders,
  listSellersOrders,
  Order,
  type PartStatus,
  partStatuses,
} from "./order-view.ts";

const tag = "Orders";
const strict = { additionalProperties: false } as const;
const params = Type.Object({ id: Id }, strict);
const reason = Type.Optional(Type.String({ maxLength: 500 }));
const shipped = {
  carrier: Type.String({ minLength: 1, maxLength: 50 }),
  trackingNumber: Type.String({ minLength: 1, maxLength: 50 }),
};

const SellersQuery = Type.Object(
  {
    ...pageQuery,
    status: Type.Optional(
      Type.Union(
        [...partStatuses, "DISPUTED"].map((status) => Type.Literal(status)),
        { description: "DISPUTED: with an open dispute" },
      ),
    ),
  },
  strict,
);

export type OrdersParts = {
  database: Database;
  money: MoneyMover;
  caches: CatalogCaches;
  settings: Settings;
  nudgeRelay: () => void;
};

/** Reading one's orders and moving their parts on, for buyers and sellers. */
export function orderRoutes(http: HttpServer, parts: OrdersParts): void {
  const { database } = parts;
  const views = {
    CUSTOMER: { path: "customer", find: findBuyersOrder, list: listBuyersOrders },
    SELLER: { path: "seller", find: findSellersOrder, list: listSellersOrders },
  };
  for (const role of ["CUSTOMER", "SELLER"] as const) {
    const { path, find, list } = views[role];
    route(http, {
      method: "GET",
      url: `/${path}/orders`,
      summary: role === "CUSTOMER" ? "The buyer's orders, newest first" : "The seller's parts of orders, newest first",
      tag,
      roles: [role],
      query: role === "SELLER" ? SellersQuery : PageQuery,
      answers: { 200: listOf(Order) },
      handle: async ({ principal, query }) => {
        const before = decodeCursor(query.cursor, isIdPosition);
        const { status } = query as { status?: PartStatus };
        const orders = await list(database, principal.id, query.limit, before, status);
        return {
          status: 200,
          body: page(
            orders,
            query.limit,
            (order) => order,
            (order) => order.id,
          ),
        };
      },
    });
    route(http, {
      method: "GET",
      url: `/${path}/orders/:id`,
      summary: role === "CUSTOMER" ? "An order of the buyer" : "The seller's part of an order",
      tag,
      roles: [role],
      params,
      answers: { 200: Order },
      errors: ["NOT_FOUND_ORDER"],
      handle: async ({ principal, params }) => {
        const order = await find(database, params.id, principal.id);
        if (!order) throw fail("NOT_FOUND_ORDER");
        return { status: 200, body: order };
      },
    });
  }

  const buyersBody = Type.Object({ reason, sellerId: Type.Optional(Id) }, strict);
  const sellersBody = Type.Object({ reason }, strict);
  moveRoute(
    http,
    parts,
    "CUSTOMER",
    "cancel",
    "Call off what is not being prepared yet; one seller's part or all",
    buyersBody,
  );
  moveRoute(http, parts, "CUSTOMER", "confirm", "구매확정: one seller's part or all that was delivered", buyersBody);
  moveRoute(http, parts, "SELLER", "prepare", "Begin to prepare", sellersBody);
  moveRoute(http, parts, "SELLER", "ship", "Hand over to a carrier", Type.Object({ reason, ...shipped }, strict));
  moveRoute(http, parts, "SELLER", "deliver", "It has arrived", sellersBody);
  refundRoute(http, parts, sellersBody);
}

/** Several steps, since after confirmation the ledger has to find the refund covered before the part moves. */
function refundRoute(
  http: HttpServer,
  { database, money, caches, settings, nudgeRelay }: OrdersParts,
  body: TSchema,
): void {
  command(http, database, {
    method: "POST",
    url: "/seller/orders/:id/refund",
    summary: "Give the points of this part back; after confirmation only what the seller can withdraw",
    tag,
    roles: ["SELLER"],
    confirmedLately: true,
    params,
    body,
    answers: { 200: Order },
    errors: ["NOT_FOUND_ORDER", "ILLEGAL_TRANSITION", "NOT_ENOUGH_BALANCE", "IDEMPOTENCY_KEY_REQUIRED"],
    keyRequired: true,
    leaseMs: settings.stepLeaseMs,
    handle: async ({ principal, params, body, ref }) => {
      const { reason } = body as MoveBody;
      const { stepLeaseMs: leaseMs } = settings;
      await refundBySeller(database, money, { orderId: params.id, sellerId: principal.id, ref, reason, leaseMs });
      nudgeRelay();
      const order = await findSellersOrder(database, params.id, principal.id);
      caches.stockChanged(
        order!.lines.map((line) => line.productId),
        true,
      );
      return { status: 200, body: order };
    },
  });
}

type MoveBody = { reason?: string; sellerId?: string; carrier?: string; trackingNumber?: string };

function moveRoute(
  http: HttpServer,
  { database, money, caches, settings, nudgeRelay }: OrdersParts,
  role: "CUSTOMER" | "SELLER",
  action: Action,
  summary: string,
  body: TSchema,
): void {
  write(http, database, {
    method: "POST",
    url: `/${role.toLowerCase()}/orders/:id/${action}`,
    summary,
    tag,
    roles: [role],
    params,
    body,
    answers: { 200: Order },
    errors: ["NOT_FOUND_ORDER", "ILLEGAL_TRANSITION"],
    handle: async ({ principal, params, body, transaction }) => {
      const { sellerId, ...options } = body as MoveBody;
      const who = role === "CUSTOMER" ? { buyerId: principal.id, sellerId } : { sellerId: principal.id };
      const locked = await lockParts(transaction, params.id, who);
      const by = principal.id;
      const due = await moveParts(transaction, locked, action, { ...options, by, leaseMs: settings.stepLeaseMs });
      const find = role === "CUSTOMER" ? findBuyersOrder : findSellersOrder;
      const order = await find(transaction, params.id, principal.id);
      transaction.afterCommit(async () => {
        nudgeRelay();
        caches.stockChanged(
          order!.lines.map((line) => line.productId),
          true,
        );
        // The money follows at once; if that fails half-way, the resuming job finishes it.
        await Promise.allSettled(due.map((part) => money.finish(part.id, moves[action].money!)));
      });
      return { status: 200, body: order };
    },
  });
}
