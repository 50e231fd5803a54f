import type { PictureStore } from "@jangteo/kernel/images/picture-store.ts";
import { unusedImages } from "@jangteo/kernel/images/unused-images.ts";
import { deleteOldRows, type RetentionRule } from "@jangteo/kernel/retention/rule.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";

/**
 * How long the order module keeps its rows. Without a rule, and why: `orders`, `order_part`, `order_line`,
 * `order_part_event`, `dispute` (records of sales, which the ledger names), `stock_move` (the stock is their sum),
 * `product`, `item` (orders and carts name them, also when deleted), `seller`, `category`, `notification_seen` (one row an
 * account), `cart_line`, `wish` (until the buyer removes them or closes the account), `review`, `report` (shown to
 * administrators), `audit_entry` (an audit log is never changed), `parked_event` (administrators decide).
 */
export function orderRetention(settings: Settings, pictures: PictureStore): RetentionRule[] {
  return [
    deleteOldRows({
      name: "agreed prices",
      table: "agreed_price",
      since: "expires_at",
      keepDays: settings.agreedPriceKeepDays,
      where: "order_id IS NULL",
    }),
    deleteOldRows({ name: "product views", table: "product_view", since: "day", keepDays: settings.viewKeepDays }),
    unusedImages("picture", pictures, settings.unusedImageKeepDays),
  ];
}

/** Whether a key's order is being paid; while it is, the key's response is derived from the order. */
export const orderCommandUnderWay =
  "EXISTS (SELECT 1 FROM orders WHERE orders.id = idempotency.ref AND orders.status = 'PENDING')";
