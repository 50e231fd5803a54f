import { setTimeout } from "node:timers/promises";
import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { ChatService } from "@jangteo/contracts/gen/jangteo/chat/v1/chat_pb.js";
import { OrderService } from "@jangteo/contracts/gen/jangteo/order/v1/order_pb.js";
import type { ServiceClients } from "@jangteo/kernel/module/host.ts";
import { isServiceError } from "@jangteo/kernel/rpc/service-error.ts";
import { compareAgain, compareOrders, comparisons, type ListParts } from "./compare-orders.ts";

export type VerifiedCheck = { module: string; name: string; count: number; examples: string[] };
export type ListedInvariant = { module: string; name: string; protects: string };

export type VerifyOptions = {
  /** Before what is off is examined again; 400 ms. */
  pause?: () => Promise<void>;
  /** Rows that were examined, of an estimated total. */
  onProgress?: (rows: number, total: number) => void;
};

const betweenModules = "order + account";
const looksMax = 4;
/** Ids of one check that are examined again; more are counted only. */
const idsMax = 1_000;
const examplesMax = 20;

/** Rows of a range: doubled while ranges are fast, halved while they are slow. */
const range = { first: 2_000, max: 20_000, fastMs: 200, slowMs: 800 };

type Invariants = { name: string; protects: string }[];
type Request = { walk?: string; after?: string; limit?: number; only?: string[] };
type Response = {
  checks: readonly { name: string; count: bigint; examples: readonly string[] }[];
  next: string;
  walks: readonly { name: string; rows: bigint; invariants: Invariants }[];
};
type Module = { name: string; reconcile: (request: Request) => Promise<Response> };
type Finding = VerifiedCheck & {
  ids: string[];
  /** Those of the ids that are still off. */
  again: (ids: string[]) => Promise<string[]>;
};

function modulesOf(clients: ServiceClients): Module[] {
  const [account, order, chat] = [
    clients.client(AccountService),
    clients.client(OrderService),
    clients.client(ChatService),
  ];
  return [
    { name: "account", reconcile: (request) => account.reconcile(request) },
    { name: "order", reconcile: (request) => order.reconcile(request) },
    { name: "chat", reconcile: (request) => chat.reconcile(request) },
  ];
}

/** All that `verifyMarketplace` examines, in its order. */
export async function listInvariants(clients: ServiceClients): Promise<ListedInvariant[]> {
  const own: ListedInvariant[] = [];
  for (const { name: module, reconcile } of modulesOf(clients))
    for (const { invariants } of (await reconcile({})).walks)
      own.push(...invariants.map(({ name, protects }) => ({ module, name, protects })));
  return [...own, ...comparisons.map(({ name, protects }) => ({ module: betweenModules, name, protects }))];
}

/**
 * The reconciliation: every module's own invariants, and a comparison of the order module's parts with the ledger's. It
 * uses their services only, so it works in every stage. Each check must count 0.
 *
 * Tables are walked range by range, each in a transaction of milliseconds, the modules side by side. While the
 * marketplace is open, two modules are never seen at the same moment, so what is off is examined again, id by id, and
 * only what stays off is reported.
 */
export async function verifyMarketplace(
  clients: ServiceClients,
  { pause = () => setTimeout(400), onProgress }: VerifyOptions = {},
): Promise<VerifiedCheck[]> {
  const modules = await Promise.all(
    modulesOf(clients).map(async (module) => ({ ...module, walks: (await module.reconcile({})).walks })),
  );
  const [inOrders, inLedger] = partLists(clients);
  const findings: Finding[] = [];
  for (const { name: module, reconcile, walks } of modules)
    for (const { name: walk, invariants } of walks)
      for (const { name } of invariants)
        findings.push(finding(module, name, (only) => examineAgain(reconcile, walk, name, only)));
  for (const { name } of comparisons)
    findings.push(finding(betweenModules, name, (only) => compareAgain(inOrders, inLedger, name, only)));
  const found = new Map(findings.map((each) => [`${each.module} ${each.name}`, each]));

  const rowsOf = (walk: string) => modules.flatMap(({ walks }) => walks).find(({ name }) => name === walk)?.rows ?? 0n;
  const estimates = modules.flatMap(({ walks }) => walks.map(({ rows }) => rows));
  const total = Number(
    [...estimates, rowsOf("order parts"), rowsOf("order money")].reduce((sum, rows) => sum + rows, 0n),
  );
  let examined = 0;
  const failures: unknown[] = [];
  const onRows = (rows: number) => {
    // One walk that fails ends the others, before the caller closes what they use.
    if (failures.length > 0) throw new Error("another walk has failed");
    onProgress?.((examined += rows), total);
  };

  const tasks = [
    ...modules.map(async ({ name: module, reconcile, walks }) => {
      for (const { name: walk } of walks)
        await walkOver(
          (request) => reconcile({ ...request, walk }),
          ({ name, count, examples }) => add(found.get(`${module} ${name}`)!, Number(count), examples),
          onRows,
        );
    }),
    compareOrders(inOrders, inLedger, (name, id) => add(found.get(`${betweenModules} ${name}`)!, 1, [id]), onRows),
  ];
  await Promise.all(tasks.map((task) => task.catch((error: unknown) => failures.push(error))));
  if (failures.length > 0) throw failures[0];
  for (let looks = 1; looks < looksMax && findings.some((each) => each.count > 0); looks++) {
    await pause();
    for (const each of findings) if (each.count > 0) await lookAgain(each);
  }
  return findings.map(({ module, name, count, ids }) => ({ module, name, count, examples: ids.slice(0, examplesMax) }));
}

function finding(module: string, name: string, again: Finding["again"]): Finding {
  return { module, name, count: 0, examples: [], ids: [], again };
}

function add(to: Finding, count: number, ids: readonly string[]): void {
  to.count += count;
  to.ids.push(...ids.slice(0, idsMax - to.ids.length));
}

/** A check whose ids are all right by now was on the move, also if there were more of them than are examined again. */
async function lookAgain(found: Finding): Promise<void> {
  const still = await found.again(found.ids);
  found.count = still.length === 0 ? 0 : found.count - (found.ids.length - still.length);
  found.ids = still;
}

async function examineAgain(reconcile: Module["reconcile"], walk: string, name: string, only: string[]) {
  const still: string[] = [];
  // A response has at most 100 ids.
  for (let start = 0; start < only.length; start += 100) {
    const { checks } = await reconcile({ walk, only: only.slice(start, start + 100) });
    still.push(...(checks.find((check) => check.name === name)?.examples ?? []));
  }
  return still;
}

/** Examines a walk to its end, in ranges of a size that the database answers well within a call's time. */
async function walkOver(
  examine: (request: { after: string; limit: number }) => Promise<Response>,
  report: (check: Response["checks"][number]) => void,
  onRows: (rows: number) => void,
): Promise<void> {
  let [after, limit] = ["", range.first];
  do {
    const startedAt = performance.now();
    let response: Response;
    try {
      response = await examine({ after, limit });
    } catch (error) {
      if (!isServiceError(error) || error.code !== "DEADLINE_EXCEEDED" || limit === 1) throw error;
      limit = Math.max(1, limit >> 3);
      continue;
    }
    for (const check of response.checks) report(check);
    after = response.next;
    if (after !== "") onRows(limit);
    const tookMs = performance.now() - startedAt;
    if (tookMs < range.fastMs) limit = Math.min(range.max, limit * 2);
    else if (tookMs > range.slowMs) limit = Math.max(1, limit >> 1);
  } while (after !== "");
}

function partLists(clients: ServiceClients): [inOrders: ListParts, inLedger: ListParts] {
  const [orders, accounts] = [clients.client(OrderService), clients.client(AccountService)];
  return [
    async (request) => (await orders.listPaidParts(request)).parts,
    async (request) => (await accounts.listPaidParts(request)).parts,
  ];
}
