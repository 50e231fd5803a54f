import { audit } from "@jangteo/kernel/admin/audit.ts";
import { adminRoute, Reason, ReasonBody } from "@jangteo/kernel/admin/routes.ts";
import type { Database, Transaction } from "@jangteo/kernel/database/database.ts";
import { newId } from "@jangteo/kernel/database/new-id.ts";
import { decodeCursor, Id, isIdPosition, lastId, listOf, page, pageQuery, Time } from "@jangteo/kernel/http/list.ts";
import { route, write } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { Type } from "typebox";
import type { CatalogCaches } from "../catalog/catalog-caches.ts";
import { restoreProduct, withholdProduct } from "../catalog/withhold.ts";

const strict = { additionalProperties: false } as const;
const params = Type.Object({ id: Id }, strict);
const Kind = Type.Union([Type.Literal("product"), Type.Literal("review")]);
const Decision = Type.Union([Type.Literal("REMOVED"), Type.Literal("DISMISSED")]);
const Text = Type.Union([Type.String(), Type.Null()]);

const Report = Type.Object({
  id: Id,
  kind: Kind,
  subjectId: Id,
  productId: Type.Union([Id, Type.Null()]),
  title: Type.String({ description: "The product's name" }),
  text: Text,
  reason: Type.String(),
  reporterId: Id,
  authorId: Type.Union([Id, Type.Null()], { description: "Whose product or review it is" }),
  at: Time,
  decision: Type.Union([Decision, Type.Null()]),
  decisionReason: Text,
});
type Row = {
  id: string;
  kind: "product" | "review";
  subjectId: string;
  productId: string | null;
  title: string;
  text: string | null;
  reason: string;
  reporterId: string;
  authorId: string | null;
  at: Date;
  decision: "REMOVED" | "DISMISSED" | null;
  decisionReason: string | null;
};

/** Complaints about products and reviews, and what administrators do about them. */
export function reportRoutes(http: HttpServer, database: Database, caches: CatalogCaches): void {
  for (const role of ["CUSTOMER", "SELLER"] as const)
    write(http, database, {
      method: "POST",
      url: `/${role.toLowerCase()}/reports`,
      summary: "Complain about a product or a review; once each",
      tag: "Reports",
      roles: [role],
      body: Type.Object({ kind: Kind, id: Id, reason: Reason }, strict),
      answers: { 201: Type.Object({ reported: Type.Literal(true) }) },
      errors: ["NOT_FOUND_PRODUCT", "NOT_FOUND_REVIEW"],
      handle: async ({ principal, body, transaction }) => {
        const table = body.kind === "product" ? "product" : "review";
        const found = await transaction.query(`SELECT 1 FROM ${table} WHERE id = $1`, [body.id], `find-${table}-id`);
        if (found.length === 0) throw fail(body.kind === "product" ? "NOT_FOUND_PRODUCT" : "NOT_FOUND_REVIEW");
        await transaction.query(
          `INSERT INTO report (id, reporter_id, kind, subject_id, reason) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT ON CONSTRAINT report_once DO NOTHING`,
          [newId(), principal.id, body.kind, body.id, body.reason.trim()],
          "add-report",
        );
        return { status: 201, body: { reported: true } };
      },
    });

  route(http, {
    ...adminRoute,
    method: "GET",
    url: "/order-admin/reports",
    summary: "Complaints about products and reviews, newest first; open ones, or all",
    query: Type.Object({ ...pageQuery, all: Type.Optional(Type.Boolean()) }, strict),
    answers: { 200: listOf(Report) },
    handle: async ({ principal, query }) => {
      const rows = await database.query<Row>(
        `SELECT r.id, r.kind, r.subject_id AS "subjectId", p.id AS "productId", coalesce(p.name, '') AS title, v.body AS text,
           r.reason, r.reporter_id AS "reporterId", coalesce(v.buyer_id, p.seller_id) AS "authorId", r.at, r.decision,
           r.decision_reason AS "decisionReason"
         FROM report r LEFT JOIN review v ON r.kind = 'review' AND v.id = r.subject_id
           LEFT JOIN product p ON p.id = coalesce(v.product_id, r.subject_id)
         WHERE r.id < $1 AND ($2 OR r.decision IS NULL) ORDER BY r.id DESC LIMIT $3`,
        [decodeCursor(query.cursor, isIdPosition) ?? lastId, query.all ?? false, query.limit + 1],
      );
      await audit(database, principal, {
        action: "report.list",
        subject: { kind: "report", id: "" },
        detail: { found: rows.length },
      });
      const view = (row: Row) => ({ ...row, at: row.at.toISOString() });
      return { status: 200, body: page(rows, query.limit, view, (row) => row.id) };
    },
  });

  write(http, database, {
    ...adminRoute,
    method: "POST",
    url: "/order-admin/reports/:id/decide",
    summary: "Take the product off sale or hide the review, or let it be; for all who complained of it",
    params,
    body: Type.Object({ decision: Decision, reason: Reason }, strict),
    answers: { 204: null },
    errors: ["NOT_FOUND_REPORT", "ALREADY_DECIDED"],
    handle: async ({ principal, params: { id }, body, transaction }) => {
      // All reports of the subject, in id order: they are decided together.
      const reports = await transaction.query<{
        id: string;
        kind: "product" | "review";
        subject_id: string;
        decision: string | null;
      }>(
        `SELECT id, kind, subject_id, decision FROM report
         WHERE subject_id = (SELECT subject_id FROM report WHERE id = $1) ORDER BY id FOR UPDATE`,
        [id],
        "lock-reports",
      );
      const report = reports.find((each) => each.id === id);
      if (!report) throw fail("NOT_FOUND_REPORT");
      if (report.decision !== null) throw fail("ALREADY_DECIDED");
      if (body.decision === "REMOVED") await remove(transaction, report.kind, report.subject_id);
      await transaction.query(
        `UPDATE report SET decision = $2, decision_reason = $3, decided_at = now()
         WHERE subject_id = $1 AND decision IS NULL`,
        [report.subject_id, body.decision, body.reason],
        "decide-reports",
      );
      await audit(transaction, principal, {
        action: "report.decide",
        subject: { kind: report.kind, id: report.subject_id },
        reason: body.reason,
        detail: { decision: body.decision },
      });
      return { status: 204, body: null };
    },
  });

  async function remove(transaction: Transaction, kind: "product" | "review", id: string): Promise<void> {
    if (kind === "review")
      await transaction.query("UPDATE review SET hidden_at = coalesce(hidden_at, now()) WHERE id = $1", [id]);
    else {
      const withheld = await withholdProduct(transaction, id);
      transaction.afterCommit(() => caches.productsChanged(withheld));
    }
  }

  for (const [verb, move, summary] of [
    ["withhold", withholdProduct, "Take a product off sale"],
    ["restore", restoreProduct, "Put a product on sale again that an administrator took off"],
  ] as const)
    write(http, database, {
      ...adminRoute,
      method: "POST",
      url: `/order-admin/products/:id/${verb}`,
      summary,
      params,
      body: ReasonBody,
      answers: { 204: null },
      errors: ["NOT_FOUND_PRODUCT"],
      handle: async ({ principal, params: { id }, body, transaction }) => {
        const moved = await move(transaction, id);
        if (moved.length === 0) throw fail("NOT_FOUND_PRODUCT");
        await audit(transaction, principal, {
          action: `product.${verb}`,
          subject: { kind: "product", id },
          reason: body.reason,
        });
        transaction.afterCommit(() => caches.productsChanged(moved));
        return { status: 204, body: null };
      },
    });
}
