import { randomUUID } from "node:crypto";
import pg from "pg";
import { orders } from "./checkout.ts";
import { drive } from "./lib/load.ts";
import { type Account, type BenchItem, makeBuyers, makeItems, makeOptions } from "./lib/marketplace-data.ts";
import { startMarketplace } from "./lib/server.ts";
import { median, ratio, type Section } from "./lib/table.ts";

export type BesideBench = { databaseUrl: string; rounds: number; seconds: number; say: (text: string) => void };

const connections = 8;
const agreements = 100_000;
const options = 500;

/**
 * How long a checkout takes while something large is there or goes on beside it: agreements about prices that expired or are
 * open, of all buyers or of the one who buys, and a seller who
 * changes 500 options again and again, which are what is bought.
 */
export async function benchBeside({ databaseUrl, rounds, seconds, say }: BesideBench): Promise<Section> {
  const server = await startMarketplace(databaseUrl, { JANGTEO_PRODUCT_ITEMS_MAX: String(options) });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const buyers = await makeBuyers(server.address, 200);
    const bargainer = (await makeBuyers(server.address, 1))[0]!;
    const items = await makeItems(server.address, 200);
    const edited = await makeOptions(server.address, options);
    const measured: Record<string, number[]> = {};
    const load = async (name: string, by: Account[], round: number, of = items) => {
      const next = orders(by, () => of[Math.floor(Math.random() * of.length)]!);
      const { p50Ms, unexpected } = await drive({ address: server.address, connections, seconds, status: 201, next });
      if (unexpected > 0) throw new Error(`${name}: ${unexpected} unexpected responses`);
      if (round > 0) (measured[name] ??= []).push(p50Ms);
      say(`round ${round}/${rounds} ${name}: ${p50Ms} ms`);
    };
    const names = {
      calm: "nothing",
      expired: `${agreements.toLocaleString("en-US")} expired agreements of everybody`,
      open: `${agreements.toLocaleString("en-US")} open agreements of everybody`,
      ownExpired: `${agreements.toLocaleString("en-US")} expired agreements of the buyer`,
      ownOpen: `${agreements.toLocaleString("en-US")} open agreements of the buyer`,
      ownNone: "nothing, one buyer",
      edits: `${options} options, all of them changed again and again`,
    };
    const own = [bargainer];
    // The first round only warms up.
    for (let round = 0; round <= rounds; round++) {
      await load(names.calm, buyers, round);
      await load(names.ownNone, own, round);
      for (const [name, by, whose, expires] of [
        [names.expired, buyers, buyers, "-1 minute"],
        [names.open, buyers, buyers, "1 day"],
        [names.ownExpired, own, own, "-1 minute"],
        [names.ownOpen, own, own, "1 day"],
      ] as const) {
        await agree(client, whose, items, expires);
        await load(name, by, round);
        await client.query(`TRUNCATE "order".agreed_price`);
      }
      const editing = edit(server.address, edited);
      await load(names.edits, buyers, round, edited.items);
      say(`round ${round}/${rounds} changes of ${options} options meanwhile: ${await editing.stop()}`);
    }
    const middle = (name: string) => median(measured[name]!);
    return {
      title: "Checkout beside something large",
      measurements: Object.entries(measured).map(([name, values]) => ({
        name: `p50 beside ${name}`,
        values,
        unit: "ms",
      })),
      ratios: [
        ...[names.expired, names.open, names.edits].map((name) =>
          ratio(`p50 beside ${name}, against calm`, middle(name) / middle(names.calm), { max: 2 }),
        ),
        ...[names.ownExpired, names.ownOpen].map((name) =>
          ratio(`p50 beside ${name}, against calm`, middle(name) / middle(names.ownNone), { max: 2 }),
        ),
      ],
      notes: [`${connections} connections; each order has one line without an agreement of its own.`],
    };
  } finally {
    await client.end();
    await server.stop();
  }
}

/** Gives the buyers agreements, about quantities that nobody orders. */
async function agree(client: pg.Client, buyers: Account[], items: BenchItem[], expires: string): Promise<void> {
  await client.query(
    `INSERT INTO "order".agreed_price (offer_id, buyer_id, item_id, quantity, price, expires_at)
     SELECT gen_random_uuid(), b, i, q, 50, now() + $3::interval
     FROM unnest($1::uuid[]) AS b, unnest($2::uuid[]) AS i, generate_series(2, $4::int + 1) AS q LIMIT ${agreements}`,
    [
      buyers.map((buyer) => buyer.id),
      items.map((item) => item.itemId),
      expires,
      Math.ceil(agreements / buyers.length / items.length),
    ],
  );
  await client.query(`ANALYZE "order".agreed_price`);
}

/** Changes all options of a product again and again; `stop` answers how often. */
function edit(address: string, { seller, items }: { seller: Account; items: BenchItem[] }) {
  let [count, going] = [0, true];
  const run = (async () => {
    for (; going; count++) {
      const response = await fetch(`${address}/seller/product/items`, {
        method: "PUT",
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${seller.token}`,
          "idempotency-key": randomUUID(),
        },
        body: JSON.stringify({
          items: items.map(({ itemId }, index) => ({ id: itemId, name: `옵션 ${index}-${count % 2}` })),
        }),
      });
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
      await response.arrayBuffer();
    }
  })();
  return {
    stop: async () => {
      going = false;
      await run;
      return count;
    },
  };
}
