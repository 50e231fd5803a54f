import type { LivePush } from "@jangteo/kernel/events/live-push.ts";
import type { AnswerCache } from "../search/answer-cache.ts";
import type { ProductCache } from "./product-cache.ts";

/** What has to be forgotten when the catalog changes; called after the commit. */
export type CatalogCaches = {
  /** Products were added, changed or deleted. */
  productsChanged(productIds: Iterable<string>): void;
  /** Only stock has changed. Lists tell of it only where something sold out or came back. */
  stockChanged(productIds: Iterable<string>, listsToo: boolean): void;
  /** It is not known which. */
  everythingChanged(): void;
};

/** What the other copies are told; no products stands for all of them. */
type Told = { products?: string[]; lists: boolean };

/** So many ids fit one message; beyond a few of those, all is forgotten. */
const idsPerMessage = 100;
const idsMax = 1_000;

/** Forgets at once here, and lets the other copies know. */
export function createCatalogCaches(pages: ProductCache, answers: AnswerCache, live: LivePush): CatalogCaches {
  function forget(products: Iterable<string> | undefined, lists: boolean): void {
    if (products) pages.forget(products);
    else pages.forgetAll();
    if (lists) answers.forgetAll();
  }

  function forgetEverywhere(products: Iterable<string> | undefined, lists: boolean): void {
    const ids = products && [...products];
    forget(ids, lists);
    if (!ids || ids.length > idsMax) return live.publish({ lists } satisfies Told);
    for (let from = 0; from < ids.length; from += idsPerMessage)
      live.publish({ products: ids.slice(from, from + idsPerMessage), lists } satisfies Told);
  }

  live.subscribe((message) => {
    const { products, lists } = message as Told;
    forget(products, lists);
  });
  live.onGap(() => forget(undefined, true));

  return {
    productsChanged: (productIds) => forgetEverywhere(productIds, true),
    stockChanged: forgetEverywhere,
    everythingChanged: () => forgetEverywhere(undefined, true),
  };
}
