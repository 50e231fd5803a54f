import { Readable } from "node:stream";
import type { ChatService } from "@jangteo/contracts/gen/jangteo/chat/v1/chat_pb.js";
import type { OrderService } from "@jangteo/contracts/gen/jangteo/order/v1/order_pb.js";
import type { Database } from "@jangteo/kernel/database/database.ts";
import { responses } from "@jangteo/kernel/http/route.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import { afterPosition, createExport, exportedLines, exportedRows } from "@jangteo/kernel/personal/export.ts";
import type { Client } from "@jangteo/kernel/rpc/types.ts";
import { Type } from "typebox";
import type { SealedColumn } from "../personal-data.ts";
import { accountView, findAccount } from "./account.ts";

export type ExportParts = {
  database: Database;
  phones: SealedColumn;
  orders: Client<typeof OrderService>;
  chat: Client<typeof ChatService>;
};

/** Exports of one account: each reads everything. */
const perMinute = 5;

/** All that the marketplace holds of the caller, in one file: of this module, of orders and of the chat. */
export function exportRoutes(http: HttpServer, { database, phones, orders, chat }: ExportParts): void {
  const own = createAccountExport(database, phones);
  const limit = http.rateLimits?.perMinute(perMinute);
  for (const role of ["CUSTOMER", "SELLER"] as const)
    http.route({
      method: "GET",
      url: `/accounts/${role.toLowerCase()}/export`,
      config: { roles: [role] },
      schema: {
        summary: "All that the marketplace holds of the caller, one JSON object a line",
        tags: ["Accounts"],
        response: {
          ...responses({ answers: {}, roles: [role] }, { input: false }),
          200: { description: "One object a line", content: { "application/x-ndjson": { schema: Type.String() } } },
        } as Record<string, object>,
      },
      handler: async (request, reply) => {
        const accountId = request.principal!.id;
        limit?.(accountId);
        const first = await own({ accountId, after: "" });
        reply.header("content-type", "application/x-ndjson; charset=utf-8");
        reply.header("content-disposition", `attachment; filename="jangteo-${accountId}.ndjson"`);
        return reply.send(
          Readable.from(
            (async function* () {
              yield* exportedLines(async (after) => (after === "" ? first : own({ accountId, after })));
              yield* exportedLines((after) => orders.exportAccount({ accountId, after }));
              yield* exportedLines((after) => chat.exportAccount({ accountId, after }));
            })(),
          ),
        );
      },
    });
}

function createAccountExport(database: Database, phones: SealedColumn) {
  return createExport([
    {
      kind: "account",
      async read(accountId) {
        const row = await findAccount(database, accountId);
        return row ? [{ position: "", row: accountView(row, phones) }] : [];
      },
    },
    exportedRows(
      database,
      "secondFactor",
      `SELECT f.id::text AS position, json_build_object('activeSince', f.active_since,
         'recoveryCodesLeft', (SELECT count(*) FROM recovery_code r WHERE r.account_id = f.id)) AS row
       FROM second_factor f WHERE f.id = $1 AND ${afterPosition("f.id")} LIMIT $3`,
    ),
    exportedRows(
      database,
      "signIn",
      `SELECT s.id::text AS position, json_build_object('id', s.id, 'createdAt', s.created_at, 'lastUsedAt', s.last_used_at,
         'userAgent', s.user_agent, 'address', s.address) AS row
       FROM session s WHERE s.account_id = $1 AND ${afterPosition("s.id")} ORDER BY s.id LIMIT $3`,
    ),
    exportedRows(
      database,
      "securityEvent",
      `SELECT e.id::text AS position, json_build_object('id', e.id, 'at', e.at, 'kind', e.kind, 'userAgent', e.user_agent,
         'address', e.address) AS row
       FROM security_event e WHERE e.account_id = $1 AND ${afterPosition("e.id")} ORDER BY e.id LIMIT $3`,
    ),
    exportedRows(
      database,
      "entry",
      `SELECT e.seq::text AS position, json_build_object('id', t.id, 'at', t.at, 'type', t.kind, 'amount', e.amount,
         'balanceAfter', e.balance_after, 'orderId', t.order_id) AS row
       FROM entry e JOIN transfer t ON t.id = e.transfer_id
       WHERE e.account_id = $1 AND e.seq > coalesce(nullif($2, '')::bigint, 0) ORDER BY e.seq LIMIT $3`,
    ),
    exportedRows(
      database,
      "deposit",
      `SELECT d.id::text AS position, json_build_object('id', d.id, 'amount', d.amount, 'from', d.source, 'message', d.memo,
         'state', d.state, 'at', d.at) AS row
       FROM deposit d WHERE d.account_id = $1 AND ${afterPosition("d.id")} ORDER BY d.id LIMIT $3`,
    ),
    exportedRows(
      database,
      "payout",
      `SELECT p.id::text AS position, json_build_object('id', p.id, 'amount', p.amount, 'state', p.state, 'at', p.at) AS row
       FROM payout p WHERE p.account_id = $1 AND ${afterPosition("p.id")} ORDER BY p.id LIMIT $3`,
    ),
  ]);
}
