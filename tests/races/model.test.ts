import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { converged } from "../harness/marketplace.ts";
import { useMarketplace } from "../harness/suite.ts";
import { eventually, until } from "../harness/until.ts";
import { checkBooks, sumOfAllPoints, untilAllOnSale } from "./check-traffic.ts";
import { compareCart, openReader, type Real, type Step, setSuspended, sizes, stepLists } from "./model-steps.ts";
import {
  createModel,
  held,
  type Item,
  type Model,
  marketplaceHas,
  overallStatus,
  withdrawable,
} from "./plain-model.ts";
import { startTraffic, type TrafficItem } from "./traffic.ts";

/** Points of each buyer at the start. */
const startBalance = 5_000;
const startItems: Item[] = Array.from({ length: sizes.sellers }, (_, seller) => [
  { seller, price: 300 + seller, stock: 20 },
  { seller, price: 120 + seller, stock: 6 },
]).flat();

for (const settlement of ["on-purchase", "on-confirmation"] as const)
  describe(`settlement ${settlement}, with a fee`, () => {
    const policy = { settlement, feeBasisPoints: 250 };
    const market = useMarketplace({
      alone: true,
      copies: 2,
      env: {
        JANGTEO_SETTLEMENT: settlement,
        JANGTEO_FEE_BASIS_POINTS: policy.feeBasisPoints.toString(),
        JANGTEO_ACCESS_CHECK_EVERY_MS: "100",
        JANGTEO_EVENT_POLL_MS: "50",
      },
    });

    /** People and products of their own, for one list of steps. */
    async function newWorld(read: Real["read"]): Promise<{ model: Model; real: Real }> {
      const { api, own } = market;
      const many = <T>(count: number, make: () => Promise<T>) => Promise.all(Array.from({ length: count }, make));
      const [admin, buyers, sellers] = await Promise.all([
        api.admin(),
        many(sizes.buyers, () => api.customer(startBalance)),
        many(sizes.sellers, () => api.seller()),
      ]);
      const products = await Promise.all(
        sellers.map((seller, index) => {
          const items = startItems.filter((item) => item.seller === index);
          return api.product(
            seller,
            items.map(({ price, stock }) => [price, stock]),
          );
        }),
      );
      const real: Real = {
        api,
        own,
        admin,
        buyers,
        sellers,
        products: products.map(({ id }) => id as string),
        items: products.flatMap(({ items }) => (items as { id: string }[]).map(({ id }) => id)),
        orders: [],
        read,
      };
      const model = createModel(
        policy,
        buyers.map(() => startBalance),
        sizes.sellers,
        startItems,
      );
      return { model, real };
    }

    test("any sequence of requests leaves what plain arithmetic says", async (t) => {
      const reader = await openReader(market.own);
      let [lists, steps, orders] = [0, 0, 0];
      try {
        const property = fc.asyncProperty(stepLists(), async (list: Step[]) => {
          const { model, real } = await newWorld(reader.read);
          for (const { run } of list) await run(model, real);
          await compare(model, real);
          lists++;
          steps += list.length;
          orders += model.orders.length;
        });
        // Four at a time, each with a seed of its own: the people and products of one list are not those of another. A
        // counterexample is shrunk until the time limit.
        const run = () => fc.assert(property, { numRuns: 2, interruptAfterTimeLimit: 60_000 });
        await Promise.all([run(), run(), run(), run()]);
        t.diagnostic(`${lists} lists, ${steps} steps, ${orders} orders`);
      } finally {
        await reader.close();
      }
    });

    test("4 workers do random things at two instances at once: no point and no unit is lost, no request fails", async (t) => {
      const { api, own } = market;
      const many = <T>(count: number, make: () => Promise<T>) => Promise.all(Array.from({ length: count }, make));
      const sellers = await many(3, () => api.seller());
      const items = await Promise.all(
        sellers.map(async (seller, index): Promise<TrafficItem[]> => {
          const product = await api.product(seller, [
            [100 + index, 30],
            [250 + index, 30],
          ]);
          return product.items.map(({ id, price, stock }: TrafficItem) => ({ id, seller: index, price, stock }));
        }),
      );
      const seed = Math.floor(Math.random() * 2 ** 32);
      t.diagnostic(`seed ${seed}`);
      const failed: string[] = [];
      const sums = new Set<number>();
      const traffic = startTraffic({
        ...policy,
        baseUrl: own.baseUrl,
        buyers: await many(5, () => api.customer()),
        sellers,
        admin: await api.admin(),
        items: items.flat(),
        seed,
        workers: 4,
        pauseMs: 0,
        onResponse(response, operation) {
          // A payment provider without a response is none of the marketplace's.
          if (response?.body.code === "PAYMENT_PENDING") return;
          if (!response || response.status >= 500)
            failed.push(`${operation}: ${response?.status} ${JSON.stringify(response?.body)}`);
        },
      });
      const operations = () => Object.values(traffic.done).reduce((sum, count) => sum + count, 0);
      try {
        await until(
          async () => {
            sums.add(await sumOfAllPoints(own));
            return operations() >= 250 || failed.length > 0;
          },
          { timeoutMs: 30_000, why: () => `only ${operations()} operations, seed ${seed}` },
        );
      } finally {
        await traffic.finish();
      }
      assert.deepEqual(failed, [], `seed ${seed}`);
      assert.deepEqual([...sums], [0], "all points sum to 0 in every reading");
      await converged(own.databaseUrl);
      await untilAllOnSale(
        own,
        items.flat().map(({ id }) => id),
      );
      assert.deepEqual(await checkBooks(own, traffic.books), [], `seed ${seed}`);
      t.diagnostic(`${traffic.books.orders.size} orders, ${JSON.stringify(traffic.done)}`);
    });

    if (settlement === "on-purchase")
      test("while points move, every reading sums to the same (Jepsen's bank)", async () => {
        const seller = await market.api.seller();
        const buyers = await Promise.all(Array.from({ length: 4 }, () => market.api.customer(20_000)));
        const product = await market.api.product(seller, [[100, 100_000]]);
        const items = [{ itemId: product.items[0].id as string, quantity: 1 }];
        let moving = true;
        let bought = 0;
        const traffic = buyers.map(async (buyer) => {
          while (moving) {
            const { body, status } = await market.api.buy(buyer, items, 100);
            if (status === 201) bought++;
            if (status === 201) await market.api.post(`/customer/orders/${body.id}/cancel`, {}, buyer.token);
          }
        });
        const reader = await openReader(market.own);
        const people = [...buyers, seller].map((person) => person.id);
        try {
          // One statement is one snapshot: what it reads must add up, whatever is under way.
          for (let reading = 0; reading < 200 || bought < 50; reading++) {
            const [row] = await reader.read<{ total: number }>(
              "account",
              `SELECT ((SELECT sum(posted) FROM account.balance WHERE account_id = ANY ($1::uuid[]))
                 + (SELECT coalesce(sum(CASE WHEN settled = 0 THEN paid ELSE fee END), 0) FROM account.order_money
                    WHERE refunded = 0 AND seller_id = $2))::int AS total`,
              [people, seller.id],
            );
            assert.equal(row!.total, 80_000);
          }
          await market.own.verify();
        } finally {
          moving = false;
          await Promise.all(traffic);
          await reader.close();
        }
        assert.ok(bought >= 50, "points did move");
      });
  });

/** Everything that the model knows, as the marketplace shows it. */
async function compare(model: Model, real: Real): Promise<void> {
  for (const role of ["buyer", "seller"] as const)
    for (const [index, { suspended }] of (role === "buyer" ? model.buyers : model.sellers).entries())
      if (suspended) await setSuspended(role, index, false)(model, real);

  const points = async ({ id }: { id: string }) =>
    (await real.api.get(`/accounts/admin/members/${id}`, real.admin.token)).body.points;
  for (const [buyer, { balance }] of model.buyers.entries())
    assert.deepEqual(await points(real.buyers[buyer]!), { balance, held: held(model, { buyer }), withdrawable: 0 });
  for (const [seller, { balance }] of model.sellers.entries())
    assert.deepEqual(await points(real.sellers[seller]!), {
      balance,
      held: held(model, { seller }),
      withdrawable: withdrawable(model, seller),
    });
  assert.deepEqual(await marketplacePoints(real), marketplaceHas(model));

  const onSale = async () => {
    const pages = await Promise.all(real.products.map((id) => real.api.get(`/search/product/detail?productId=${id}`)));
    return pages.flatMap(({ body }) => body.items?.map(({ price, stock }: Item) => ({ price, stock })));
  };
  await eventually(
    onSale,
    model.items.map(({ price, stock }) => ({ price, stock })),
  );
  for (const buyer of model.buyers.keys()) await compareCart(model, real, buyer);
  await compareOrders(model, real);
}

async function compareOrders(model: Model, real: Real): Promise<void> {
  type Part = { sellerId: string; status: string; subtotal: number; dispute: { state: string } | null };
  for (const [index, order] of model.orders.entries()) {
    const path = `/customer/orders/${real.orders[index]!}`;
    const { body } = await real.api.get(path, real.buyers[order.buyer]!.token);
    const byName = (a: { seller: number }, b: { seller: number }) => a.seller - b.seller;
    const shown = (body.sellers as Part[]).map(({ sellerId, status, subtotal, dispute }) => ({
      seller: real.sellers.findIndex(({ id }) => id === sellerId),
      status,
      paid: subtotal,
      dispute: dispute?.state ?? null,
    }));
    const expected = order.parts.map(({ seller, status, paid, dispute }) => ({ seller, status, paid, dispute }));
    assert.deepEqual(shown.sort(byName), expected.sort(byName));
    assert.equal(body.status, overallStatus(order));
  }
}

/** Fees and escrow of these orders, by the ledger. */
async function marketplacePoints(real: Real): Promise<{ fee: number; escrow: number }> {
  const sum = (account: string) => `(coalesce(sum(amount) FILTER (WHERE credit_id = ${account}), 0)
    - coalesce(sum(amount) FILTER (WHERE debit_id = ${account}), 0))::int`;
  const [row] = await real.read<{ fee: number; escrow: number }>(
    "account",
    `SELECT ${sum("'00000000-0000-7000-8000-000000000003'")} AS fee, ${sum("'00000000-0000-7000-8000-000000000002'")} AS escrow
     FROM account.transfer WHERE order_id = ANY ($1::uuid[])`,
    [real.orders],
  );
  return row!;
}
