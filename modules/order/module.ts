import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { moduleContracts } from "@jangteo/contracts/modules.ts";
import { adminRoutes } from "@jangteo/kernel/admin/routes.ts";
import { problemOf } from "@jangteo/kernel/http/problem.ts";
import { createPictureStore } from "@jangteo/kernel/images/picture-store.ts";
import { imageStorages } from "@jangteo/kernel/images/storage.ts";
import { defineModule } from "@jangteo/kernel/module/define-module.ts";
import { startJob } from "@jangteo/kernel/module/job.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { cartRoutes } from "./cart/routes.ts";
import { exportProducts, fromProductData, importProducts, refreshStatistics, toProductData } from "./catalog/bulk.ts";
import { createCatalogCaches } from "./catalog/catalog-caches.ts";
import { pictureRoutes } from "./catalog/picture-routes.ts";
import { createProductCache } from "./catalog/product-cache.ts";
import { findItemCard, findProductCards } from "./catalog/product-card.ts";
import { catalogRoutes } from "./catalog/routes.ts";
import { priceAgreedConsumer } from "./checkout/agreed-price.ts";
import { createCheckout } from "./checkout/checkout.ts";
import { checkoutRoutes } from "./checkout/routes.ts";
import { disputeRoutes } from "./disputes/routes.ts";
import { notificationRoutes } from "./notifications/routes.ts";
import { countOpenParts } from "./orders/count-open-parts.ts";
import { confirmDelivered, createMoneyMover } from "./orders/move-money.ts";
import { orderRoutes } from "./orders/routes.ts";
import { createOrderExport } from "./personal-data.ts";
import { listPaidParts } from "./reconcile/list-paid-parts.ts";
import { createOrderReconcile } from "./reconcile/reconcile.ts";
import { reportRoutes } from "./reports/routes.ts";
import { orderCommandUnderWay, orderRetention } from "./retention.ts";
import { reviewRoutes } from "./reviews/routes.ts";
import { createAnswerCache } from "./search/answer-cache.ts";
import { maxAgeSeconds, searchRoutes } from "./search/routes.ts";
import { accountConsumer } from "./sellers/sellers.ts";
import { statisticsRoutes } from "./statistics/routes.ts";
import { createViewCounter } from "./statistics/view-counter.ts";
import { wishRoutes } from "./wishes/routes.ts";

/** Products, search, cart, checkout and the life of orders. */
export const order = defineModule({
  name: "order",
  ...moduleContracts.order,
  uses: [AccountService],
  migrations: new URL("./migrations/", import.meta.url),
  create: ({ database, client, settings, log, nudgeRelay, live }) => {
    const accounts = client(AccountService);
    const pictures = createPictureStore(imageStorages[settings.imageStorage]!(settings), settings.imageMaxPixels);
    const pages = createProductCache(database, settings.productCacheMax);
    const answers = createAnswerCache(settings.searchCacheMax, maxAgeSeconds * 1_000);
    const caches = createCatalogCaches(pages, answers, live);
    const views = createViewCounter(database, log);
    const money = createMoneyMover({ database, accounts, leaseMs: settings.stepLeaseMs, nudgeRelay });
    const checkout = createCheckout({
      database,
      accounts,
      caches,
      settings,
      nudgeRelay,
      renderRefusal: (error, language) => {
        const problem = problemOf(error, language);
        return { status: problem.status, body: problem };
      },
    });
    const job = (name: string, run: () => Promise<boolean>) =>
      startJob({ name, everyMs: settings.resumeEveryMs, leaseMs: settings.leaseMs, database, log, run });
    return {
      rpc: {
        async importProducts({ sellerId, products, last }) {
          const results = await importProducts(database, accounts, sellerId, products.map(fromProductData));
          if (last) await refreshStatistics(database);
          return { results };
        },
        async exportProducts({ sellerId, after, limit }) {
          const products = await exportProducts(database, sellerId, after, Math.min(limit, 1_000));
          return {
            products: products.map(({ id, sellerName, ...product }) => ({
              id,
              sellerName,
              product: toProductData(product),
            })),
          };
        },
        async getProducts({ ids }) {
          if (ids.length > 1_000) throw fail("INVALID_INPUT", { max: 1_000 });
          const products = await findProductCards(database, ids);
          return {
            products: products.map((each) => ({
              ...each,
              priceFrom: BigInt(each.priceFrom),
              stock: BigInt(each.stock),
            })),
          };
        },
        async getItem({ id }) {
          const item = await findItemCard(database, id);
          if (!item) throw fail("NOT_FOUND_ITEM", { itemId: id });
          return { ...item, price: BigInt(item.price) };
        },
        async countOpenParts({ accountId }) {
          return { count: await countOpenParts(database, accountId) };
        },
        exportAccount: createOrderExport(database),
        reconcile: createOrderReconcile(database, settings.stepLeaseMs),
        async listPaidParts({ after, limit, only }) {
          if (only.length > 1_000) throw fail("INVALID_INPUT", { max: 1_000 });
          const parts = await listPaidParts(database, { after, limit: Math.min(limit, 10_000), only });
          return {
            parts: parts.map((part) => ({ ...part, paid: BigInt(part.paid), refunded: BigInt(part.refunded) })),
          };
        },
      },
      routes: (http) => {
        catalogRoutes(http, { database, accounts, caches, settings });
        pictureRoutes(http, database, pictures, settings);
        searchRoutes(http, database, pages, answers);
        cartRoutes(http, database, settings);
        checkoutRoutes(http, checkout, settings);
        reviewRoutes(http, database, accounts);
        wishRoutes(http, database);
        notificationRoutes(http, database);
        statisticsRoutes(http, database, views);
        orderRoutes(http, { database, money, caches, settings, nudgeRelay });
        disputeRoutes(http, { database, money, caches, settings, nudgeRelay });
        reportRoutes(http, database, caches);
        adminRoutes(http, database, "/order-admin", {
          reports: "SELECT FROM report WHERE decision IS NULL",
          disputes: "SELECT FROM dispute WHERE state = 'OPEN'",
        });
      },
      consumers: [accountConsumer(accounts, () => caches.everythingChanged()), priceAgreedConsumer()],
      retention: orderRetention(settings, pictures),
      commandUnderWay: orderCommandUnderWay,
      workers: () => [
        views.start(),
        job("resume checkouts", () => checkout.resume()),
        job("resume money of parts", () => money.resume()),
        job("confirm delivered parts", () =>
          confirmDelivered(database, settings.autoConfirmHours, money, settings.stepLeaseMs),
        ),
      ],
      drain: async () => {
        await checkout.idle();
        await views.flush();
      },
    };
  },
});
