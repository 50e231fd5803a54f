/** A paid part as one of the two modules has it. */
export type PaidPart = {
  partId: string;
  orderId: string;
  buyerId: string;
  sellerId: string;
  /** Points. */
  paid: bigint;
  refunded: bigint;
  confirmed: boolean;
  /** In orders: a step is under way, so the ledger may differ. */
  pending?: boolean;
  /** In the ledger: it counts as confirmed without the buyer's confirmation, since it was bought before those were kept. */
  confirmedEarly?: boolean;
};

type Comparison = {
  name: string;
  protects: string;
  /** Whether what the order module and the ledger have of one part contradicts. */
  off: (order: PaidPart | undefined, ledger: PaidPart | undefined) => boolean;
};

/** What the order module and the ledger must agree on. */
export const comparisons: readonly Comparison[] = [
  {
    name: "paid order part without its purchase in the ledger",
    off: (order, ledger) => order !== undefined && !order.pending && !ledger,
    protects: "No seller sends goods that were not paid.",
  },
  {
    name: "purchase in the ledger without its order part",
    off: (order, ledger) => ledger !== undefined && !order,
    protects: "Nobody pays for an order that does not exist or was cancelled unpaid.",
  },
  {
    name: "order part of another order or amount in the ledger",
    off: both((order, ledger) => order.orderId !== ledger.orderId || order.paid !== ledger.paid),
    protects: "What was paid is what was ordered.",
  },
  {
    name: "order part of another buyer or seller in the ledger",
    off: both((order, ledger) => order.buyerId !== ledger.buyerId || order.sellerId !== ledger.sellerId),
    protects: "Whoever ordered paid, and whoever sends is paid.",
  },
  {
    name: "order part refunded on one side only",
    off: both((order, ledger) => !order.pending && order.refunded !== ledger.refunded),
    protects: "A cancelled or refunded part gives the buyer's points back, and only such a part does.",
  },
  {
    name: "confirmed order part that the ledger has not confirmed",
    off: both((order, ledger) => !order.pending && order.confirmed && !ledger.confirmed),
    protects: "A seller can withdraw what the buyer has confirmed.",
  },
  {
    name: "part confirmed in the ledger though its buyer has not confirmed it",
    off: both(
      (order, ledger) =>
        !order.pending && ledger.confirmed && !ledger.confirmedEarly && !order.confirmed && order.refunded === 0n,
    ),
    protects: "A seller withdraws nothing before the buyer has confirmed.",
  },
];

function both(differ: (order: PaidPart, ledger: PaidPart) => boolean): Comparison["off"] {
  return (order, ledger) => order !== undefined && ledger !== undefined && differ(order, ledger);
}

export type ListParts = (request: { after: string; limit: number; only: string[] }) => Promise<readonly PaidPart[]>;

const pageSize = 5_000;

/** Walks both lists in id order, side by side. `report` gets a comparison's name and the id of a part that is off. */
export async function compareOrders(
  inOrders: ListParts,
  inLedger: ListParts,
  report: (name: string, partId: string) => void,
  onPage: (parts: number) => void,
): Promise<void> {
  const orders = cursor(inOrders, onPage);
  const ledger = cursor(inLedger, onPage);
  let ours = await orders.next();
  let theirs = await ledger.next();
  while (ours || theirs) {
    const partId = !theirs || (ours && ours.partId < theirs.partId) ? ours!.partId : theirs.partId;
    const [order, purchase] = [pick(ours, partId), pick(theirs, partId)];
    for (const { name, off } of comparisons) if (off(order, purchase)) report(name, partId);
    if (order) ours = await orders.next();
    if (purchase) theirs = await ledger.next();
  }
}

/** The ids of those parts for which a comparison is still off. */
export async function compareAgain(
  inOrders: ListParts,
  inLedger: ListParts,
  name: string,
  only: string[],
): Promise<string[]> {
  const { off } = comparisons.find((each) => each.name === name)!;
  const request = { after: "", limit: 0, only };
  const orders = new Map((await inOrders(request)).map((part) => [part.partId, part]));
  const ledger = new Map((await inLedger(request)).map((part) => [part.partId, part]));
  return only.filter((partId) => off(orders.get(partId), ledger.get(partId)));
}

function pick(part: PaidPart | undefined, partId: string): PaidPart | undefined {
  return part?.partId === partId ? part : undefined;
}

function cursor(list: ListParts, onPage: (parts: number) => void): { next(): Promise<PaidPart | undefined> } {
  let page: readonly PaidPart[] = [];
  let index = 0;
  let after = "";
  let ended = false;
  return {
    async next() {
      if (index >= page.length && !ended) {
        page = await list({ after, limit: pageSize, only: [] });
        onPage(page.length);
        index = 0;
        ended = page.length < pageSize;
        after = page[page.length - 1]?.partId ?? after;
      }
      return page[index++];
    },
  };
}
