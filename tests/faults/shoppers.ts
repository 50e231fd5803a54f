import { randomUUID } from "node:crypto";
import type { ApiClient, ApiResponse, Person } from "../harness/api-client.ts";

export type Shoppers = {
  /** Orders that were answered 201, each once. */
  readonly acknowledged: string[];
  /** Answers that nobody should get. */
  readonly wrong: string[];
  /** Tries that met no answer or a 503. */
  troubles(): number;
  /** No new orders; resolves when every one that was begun is definite, with the milliseconds that took. */
  finish(): Promise<number>;
};

/**
 * Buyers who order one after the other and repeat each order under its key until they have a definite answer, as a good
 * client does.
 */
export function startShoppers(
  api: ApiClient,
  buyers: readonly Person[],
  items: { itemId: string; quantity: number }[],
  total: number,
  pauseMs = 0,
): Shoppers {
  const acknowledged: string[] = [];
  const wrong: string[] = [];
  let troubles = 0;
  let stopped = false;

  async function untilDefinite(buyer: Person): Promise<void> {
    const key = randomUUID();
    for (;;) {
      const response: ApiResponse | undefined = await api.buy(buyer, items, total, key).catch(() => undefined);
      if (response?.status === 201) return void acknowledged.push(response.body.id as string);
      troubles++;
      const again = !response || response.status === 503 || response.body.code === "IDEMPOTENCY_KEY_IN_FLIGHT";
      if (!again) return void wrong.push(JSON.stringify(response.body));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  const shopping = buyers.map(async (buyer) => {
    while (!stopped) {
      await untilDefinite(buyer);
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  });

  return {
    acknowledged,
    wrong,
    troubles: () => troubles,
    async finish() {
      stopped = true;
      const askedAt = performance.now();
      await Promise.all(shopping);
      return performance.now() - askedAt;
    },
  };
}
