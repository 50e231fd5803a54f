import { audit } from "@jangteo/kernel/admin/audit.ts";
import { adminRoute, Reason } from "@jangteo/kernel/admin/routes.ts";
import { type Transaction, violates } from "@jangteo/kernel/database/database.ts";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import { decodeCursor, Id, isIdPosition, lastId, listOf, page, pageQuery, Time } from "@jangteo/kernel/http/list.ts";
import { route, write } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { Type } from "typebox";
import { lockParts, moveParts, moves } from "../orders/move-part.ts";
import { findBuyersOrder, findOrder, findSellersOrder, Order } from "../orders/order-view.ts";
import type { OrdersParts } from "../orders/routes.ts";

const tag = "Orders";
const strict = { additionalProperties: false } as const;
const params = Type.Object({ id: Id }, strict);
const Text = Type.Union([Type.String(), Type.Null()]);

const Dispute = Type.Object({
  id: Id,
  orderId: Id,
  buyerId: Id,
  sellerId: Id,
  sellerName: Type.String(),
  status: Type.String({ description: "Of the part of the order" }),
  subtotal: Type.Integer(),
  products: Type.Array(Type.String()),
  reason: Type.String(),
  answer: Text,
  state: Type.String({ description: "OPEN, REFUNDED, DISMISSED, WITHDRAWN" }),
  decisionReason: Text,
  openedAt: Time,
});
type Row = {
  id: string;
  orderId: string;
  buyerId: string;
  sellerId: string;
  sellerName: string;
  status: string;
  subtotal: number;
  products: string[];
  reason: string;
  answer: string | null;
  state: string;
  decisionReason: string | null;
  openedAt: Date;
};

/** Statuses in which there is nothing left to argue about. */
const over = ["CANCELLED", "REFUNDED"];

/** Buyers and sellers who do not agree, and administrators who decide. */
export function disputeRoutes(http: HttpServer, { database, money, caches, settings, nudgeRelay }: OrdersParts): void {
  write(http, database, {
    method: "POST",
    url: "/customer/orders/:id/dispute",
    summary: "Ask the marketplace to decide; one seller's part or all. It is not confirmed by itself meanwhile",
    tag,
    roles: ["CUSTOMER"],
    params,
    body: Type.Object({ reason: Reason, sellerId: Type.Optional(Id) }, strict),
    answers: { 200: Order },
    errors: ["NOT_FOUND_ORDER", "ILLEGAL_TRANSITION", "ALREADY_DISPUTED"],
    handle: async ({ principal, params, body, transaction }) => {
      const locked = await lockParts(transaction, params.id, { buyerId: principal.id, sellerId: body.sellerId });
      const parts = locked.filter((part) => !over.includes(part.status) && part.money_due === null);
      if (parts.length === 0) throw fail("ILLEGAL_TRANSITION", { status: locked[0]!.status });
      for (const part of parts) {
        try {
          await transaction.query(
            "INSERT INTO dispute (id, part_id, order_id, buyer_id, seller_id, reason) VALUES ($1, $2, $3, $4, $5, $6)",
            [newId(), part.id, part.order_id, part.buyer_id, part.seller_id, body.reason.trim()],
            "open-dispute",
          );
        } catch (error) {
          throw violates(error, "dispute_once") ? fail("ALREADY_DISPUTED") : error;
        }
        await note(transaction, part.id, "DISPUTED", body.reason.trim());
      }
      return { status: 200, body: await findBuyersOrder(transaction, params.id, principal.id) };
    },
  });

  write(http, database, {
    method: "POST",
    url: "/seller/orders/:id/dispute",
    summary: "Answer a buyer's dispute; the last answer counts",
    tag,
    roles: ["SELLER"],
    params,
    body: Type.Object({ answer: Reason }, strict),
    answers: { 200: Order },
    errors: ["NOT_FOUND_DISPUTE"],
    handle: async ({ principal, params, body, transaction }) => {
      const [dispute] = await transaction.query<{ part_id: string }>(
        `UPDATE dispute SET answer = $3 WHERE order_id = $1 AND seller_id = $2 AND state = 'OPEN' RETURNING part_id`,
        [params.id, principal.id, body.answer.trim()],
        "answer-dispute",
      );
      if (!dispute) throw fail("NOT_FOUND_DISPUTE");
      await note(transaction, dispute.part_id, "DISPUTE_ANSWERED", body.answer.trim());
      return { status: 200, body: await findSellersOrder(transaction, params.id, principal.id) };
    },
  });

  route(http, {
    ...adminRoute,
    method: "GET",
    url: "/order-admin/disputes",
    summary: "Disputes, newest first; open ones, or all",
    query: Type.Object({ ...pageQuery, all: Type.Optional(Type.Boolean()) }, strict),
    answers: { 200: listOf(Dispute) },
    handle: async ({ principal, query }) => {
      const rows = await database.query<Row>(
        `SELECT d.id, d.order_id AS "orderId", d.buyer_id AS "buyerId", d.seller_id AS "sellerId",
           p.seller_name AS "sellerName", p.status, p.subtotal, d.reason, d.answer, d.state,
           d.decision_reason AS "decisionReason", d.opened_at AS "openedAt",
           ARRAY(SELECT l.product_name FROM order_line l WHERE l.order_id = d.order_id AND l.part_id = d.part_id
                 ORDER BY l.item_id) AS products
         FROM dispute d JOIN order_part p ON p.id = d.part_id
         WHERE d.id < $1 AND ($2 OR d.state = 'OPEN') ORDER BY d.id DESC LIMIT $3`,
        [decodeCursor(query.cursor, isIdPosition) ?? lastId, query.all ?? false, query.limit + 1],
      );
      await audit(database, principal, {
        action: "dispute.list",
        subject: { kind: "dispute", id: "" },
        detail: { found: rows.length },
      });
      const view = (row: Row) => ({ ...row, openedAt: row.openedAt.toISOString() });
      return { status: 200, body: page(rows, query.limit, view, (row) => row.id) };
    },
  });

  write(http, database, {
    ...adminRoute,
    method: "POST",
    url: "/order-admin/disputes/:id/decide",
    summary: "Give the points of the part back to the buyer, or dismiss the dispute",
    confirmedLately: true,
    params,
    body: Type.Object(
      { decision: Type.Union([Type.Literal("REFUND"), Type.Literal("DISMISS")]), reason: Reason },
      strict,
    ),
    answers: { 200: Order },
    errors: ["NOT_FOUND_DISPUTE", "ALREADY_DECIDED", "ILLEGAL_TRANSITION", "IDEMPOTENCY_KEY_REQUIRED"],
    keyRequired: true,
    handle: async ({ principal, params: { id }, body, transaction }) => {
      const [dispute] = await transaction.query<{ order_id: string; part_id: string; seller_id: string }>(
        "SELECT order_id, part_id, seller_id FROM dispute WHERE id = $1",
        [id],
      );
      if (!dispute) throw fail("NOT_FOUND_DISPUTE");
      // The part first, as everyone who moves it locks it.
      const parts = await lockParts(transaction, dispute.order_id, { sellerId: dispute.seller_id });
      const decided = await transaction.query(
        `UPDATE dispute SET state = $2, decision_reason = $3, decided_at = now()
         WHERE id = $1 AND state = 'OPEN' RETURNING id`,
        [id, body.decision === "REFUND" ? "REFUNDED" : "DISMISSED", body.reason],
        "decide-dispute",
      );
      if (decided.length === 0) throw fail("ALREADY_DECIDED");
      if (body.decision === "REFUND") {
        const due = await moveParts(transaction, parts, "refund", {
          reason: body.reason,
          by: principal.id,
          leaseMs: settings.stepLeaseMs,
        });
        const products = await transaction.query<{ product_id: string }>(
          "SELECT DISTINCT product_id FROM order_line WHERE order_id = $1 AND part_id = $2",
          [dispute.order_id, dispute.part_id],
          "find-disputed-products",
        );
        transaction.afterCommit(async () => {
          nudgeRelay();
          caches.stockChanged(
            products.map((row) => row.product_id),
            true,
          );
          await Promise.allSettled(due.map((part) => money.finish(part.id, moves.refund.money!)));
        });
      } else await note(transaction, dispute.part_id, "DISPUTE_DISMISSED", body.reason);
      await audit(transaction, principal, {
        action: "dispute.decide",
        subject: { kind: "order", id: dispute.order_id },
        reason: body.reason,
        detail: { decision: body.decision, disputeId: id },
      });
      const { refusal: _, ...order } = (await findOrder(transaction, dispute.order_id))!;
      return { status: 200, body: order };
    },
  });
}

/** What happened, in the part's timeline: both sides see it there. */
async function note(transaction: Transaction, partId: string, status: string, reason: string): Promise<void> {
  await transaction.query(
    "INSERT INTO order_part_event (part_id, status, reason) VALUES ($1, $2, $3)",
    [partId, status, reason],
    "note-dispute",
  );
}
