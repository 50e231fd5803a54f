import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { ChatService } from "@jangteo/contracts/gen/jangteo/chat/v1/chat_pb.js";
import { OrderService } from "@jangteo/contracts/gen/jangteo/order/v1/order_pb.js";
import type { ServiceClients } from "@jangteo/kernel/module/host.ts";

export type VerifiedCheck = { module: string; name: string; count: number; examples: string[] };

type Part = { partId: string; orderId: string; paid: bigint; refunded: bigint; pending?: boolean };
type ListParts = (after: string) => Promise<readonly Part[]>;

const pageSize = 5_000;
const deadlineMs = 60_000;

const looksMax = 4;
const pauseMs = 400;

/**
 * The reconciliation: every module's own checks, and a comparison of the order module's parts with the ledger's. It
 * asks their services only, so it works in every stage. Each check must count 0. While the marketplace is open, the
 * services are asked one after the other and what happens in between shows as a difference: what is off is looked at
 * again, and only what stays off is told.
 */
export async function verifyMarketplace(clients: ServiceClients): Promise<VerifiedCheck[]> {
  let checks = await look(clients);
  for (let looks = 1; looks < looksMax && checks.some((check) => check.count > 0); looks++) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const again = await look(clients);
    checks = checks.map((check, index) => staysOff(check, again[index]!));
  }
  return checks;
}

/** A check that was off twice, of other rows each time, was on the move. */
function staysOff(before: VerifiedCheck, now: VerifiedCheck): VerifiedCheck {
  const examples = now.examples.filter((id) => before.examples.includes(id));
  const sameRows = examples.length > 0 || now.count > now.examples.length;
  return sameRows
    ? { ...now, count: Math.min(before.count, now.count), examples: examples.length > 0 ? examples : now.examples }
    : { ...now, count: 0, examples: [] };
}

async function look(clients: ServiceClients): Promise<VerifiedCheck[]> {
  const accounts = clients.client(AccountService);
  const orders = clients.client(OrderService);
  const deadline = () => ({ deadline: Date.now() + deadlineMs });
  const own = await Promise.all([
    accounts.reconcile({}, deadline()),
    orders.reconcile({}, deadline()),
    clients.client(ChatService).reconcile({}, deadline()),
  ]);
  const modules = ["account", "order", "chat"];
  const checks = own.flatMap(({ checks }, index) =>
    checks.map(({ name, count, examples }) => ({
      module: modules[index]!,
      name,
      count: Number(count),
      examples: [...examples],
    })),
  );
  const inOrders: ListParts = async (after) =>
    (await orders.listPaidParts({ after, limit: pageSize }, deadline())).parts;
  const inLedger: ListParts = async (after) =>
    (await accounts.listPaidParts({ after, limit: pageSize }, deadline())).parts;
  return [...checks, ...(await compareParts(inOrders, inLedger))];
}

/** Walks both lists in id order, side by side. A part whose step is still under way may differ. */
async function compareParts(inOrders: ListParts, inLedger: ListParts): Promise<VerifiedCheck[]> {
  const unpaid: string[] = [];
  const unknown: string[] = [];
  const different: string[] = [];
  const orders = cursor(inOrders);
  const ledger = cursor(inLedger);
  let ours = await orders.next();
  let theirs = await ledger.next();
  while (ours || theirs) {
    if (ours && (!theirs || ours.partId < theirs.partId)) {
      if (!ours.pending) unpaid.push(ours.partId);
      ours = await orders.next();
    } else if (theirs && (!ours || theirs.partId < ours.partId)) {
      unknown.push(theirs.partId);
      theirs = await ledger.next();
    } else if (ours && theirs) {
      const refundFits = ours.pending || ours.refunded === theirs.refunded;
      if (ours.orderId !== theirs.orderId || ours.paid !== theirs.paid || !refundFits) different.push(ours.partId);
      ours = await orders.next();
      theirs = await ledger.next();
    }
  }
  return [
    check("paid order part without its purchase in the ledger", unpaid),
    check("purchase in the ledger without its order part", unknown),
    check("order part that differs from the ledger", different),
  ];
}

function check(name: string, ids: string[]): VerifiedCheck {
  return { module: "order + account", name, count: ids.length, examples: ids.slice(0, 20) };
}

function cursor(list: ListParts): { next(): Promise<Part | undefined> } {
  let page: readonly Part[] = [];
  let index = 0;
  let after = "";
  let ended = false;
  return {
    async next() {
      if (index >= page.length && !ended) {
        page = await list(after);
        index = 0;
        ended = page.length < pageSize;
        after = page[page.length - 1]?.partId ?? after;
      }
      return page[index++];
    },
  };
}
