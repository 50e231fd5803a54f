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

export function createCatalogCaches(pages: ProductCache, answers: AnswerCache): CatalogCaches {
  return {
    productsChanged(productIds) {
      pages.forget(productIds);
      answers.forgetAll();
    },
    stockChanged(productIds, listsToo) {
      pages.forget(productIds);
      if (listsToo) answers.forgetAll();
    },
    everythingChanged() {
      pages.forgetAll();
      answers.forgetAll();
    },
  };
}
