import { after, before } from "node:test";
import { type ApiClient, createApiClient } from "./api-client.ts";
import {
  type Behind,
  behind,
  type Marketplace,
  type MarketplaceOptions,
  type Place,
  startMarketplace,
} from "./marketplace.ts";

/**
 * A marketplace for the tests of one file: the one at JANGTEO_BASE_URL, which has two instances of each process, or a new
 * one, which is verified and stopped at the end.
 */
export function useMarketplace(
  options: MarketplaceOptions & {
    /** What every test of the file needs to be there. */
    setup?: (api: ApiClient) => Promise<void>;
    /** The file counts on an empty marketplace, or on settings of its own: it never runs against JANGTEO_BASE_URL. */
    alone?: boolean;
  } = {},
): {
  readonly api: ApiClient;
  /** The database and processes behind the API, also of the marketplace that all files of a run share. */
  readonly behind: Behind;
  readonly own: Marketplace;
} {
  let api: ApiClient | undefined;
  let own: Marketplace | undefined;
  before(async () => {
    const baseUrl = options.alone ? undefined : process.env.JANGTEO_BASE_URL;
    if (!baseUrl) own = await startMarketplace(options);
    // In the shared marketplace alone: elsewhere requests may be limited, or race with what a document is read for.
    const documented = baseUrl !== undefined;
    api = createApiClient(baseUrl ?? own!.baseUrl, { documented });
    await options.setup?.(api);
  });
  after(async () => {
    if (!own) return;
    try {
      await own.verify();
    } finally {
      await own.stop();
      if (process.env.TEST_OUTPUT === "on") console.log(own.output());
    }
  });
  return {
    get api() {
      return api!;
    },
    get behind() {
      if (own) return own;
      if (!process.env.TEST_PLACE) throw new Error("the marketplace at JANGTEO_BASE_URL does not tell where it runs");
      return behind(JSON.parse(process.env.TEST_PLACE) as Place);
    },
    get own() {
      if (!own) throw new Error("this test needs a marketplace of its own");
      return own;
    },
  };
}
