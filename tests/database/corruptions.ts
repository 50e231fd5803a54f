/** Without triggers and foreign keys, which keep the program from corrupting the ledger. */
const unguarded = "SET session_replication_role = replica;";

const external = "'00000000-0000-7000-8000-000000000001'";
const escrow = "'00000000-0000-7000-8000-000000000002'";
const fee = "'00000000-0000-7000-8000-000000000003'";

/** One order part, by its status and by whether its seller was paid at once or its points are or were in escrow. */
const part = (status: string, policy: "at once" | "escrow" = "at once", more = "true") => `(
  SELECT p.id FROM "order".order_part p JOIN "order".orders o ON o.id = p.order_id
  JOIN account.order_money m ON m.order_part = p.id
  WHERE p.status = '${status}' AND o.status = 'PAID' AND (${more})
    AND NOT EXISTS (SELECT FROM "order".agreed_price a WHERE a.order_id = o.id)
    AND NOT EXISTS (SELECT FROM "order".dispute d WHERE d.order_id = o.id)
    AND (SELECT count(*) FROM "order".order_line l WHERE l.order_id = o.id) = 1
    AND EXISTS (SELECT FROM account.transfer t WHERE t.order_part = p.id AND t.kind = 'purchase'
      AND (t.credit_id = ${escrow}) = ${policy === "escrow"})
  ORDER BY p.id LIMIT 1)`;
const orderOf = (partId: string) => `(SELECT order_id FROM "order".order_part WHERE id = ${partId})`;
const unpaidOrder = `(SELECT id FROM "order".orders WHERE status = 'CANCELLED' ORDER BY id LIMIT 1)`;
const other = (column: string) => `(
  SELECT id FROM account.ledger_account l JOIN account.balance b ON b.account_id = l.id
  WHERE kind = 'customer' AND id <> ${column} ORDER BY id LIMIT 1)`;
const someItem = `(SELECT id FROM "order".item WHERE stock > 10 AND deleted_at IS NULL ORDER BY id LIMIT 1)`;

/** Declares ids that several statements share. */
const withIds = (statements: string) => `DO $$
  DECLARE one uuid := gen_random_uuid(); two uuid := gen_random_uuid(); three uuid := gen_random_uuid(); found uuid; points bigint;
  BEGIN ${statements} END $$;`;

/** A new account with one entry, as if it had been credited or debited by a transfer of its own. */
const accountWith = (points: string, kind: string, status: string, role = "customer") => `
  INSERT INTO account.account (id, role, email, name, status) VALUES (one, upper('${role}'), 'one@test', 'one', '${status}');
  INSERT INTO account.ledger_account (id, kind) VALUES (one, '${role}');
  INSERT INTO account.transfer (id, debit_id, credit_id, amount, kind) SELECT two,
    CASE WHEN ${points} > 0 THEN ${external} ELSE one END, CASE WHEN ${points} > 0 THEN one ELSE ${fee} END, abs(${points}), '${kind}';
  INSERT INTO account.balance (account_id, posted, floor, last_seq)
    VALUES (one, ${points}, ${role === "customer" ? "0" : "-9000000000000000"}, 1);
  INSERT INTO account.entry (account_id, seq, transfer_id, amount, balance_after) VALUES (one, 1, two, ${points}, ${points});`;

/** A paid order of one line that the order module has alone. */
const orderAlone = (status: string) => `
  INSERT INTO "order".orders (id, buyer_id, status, total, from_cart, created_at)
    SELECT one, ${other("gen_random_uuid()")}, '${status}', 10, false, now();
  INSERT INTO "order".order_part (id, order_id, seller_id, seller_name, subtotal) VALUES (two, one, three, 's', 10);
  INSERT INTO "order".order_line (part_id, item_id, order_id, product_id, product_name, item_name, price, quantity)
    SELECT two, id, one, product_id, 'p', 'i', 10, 1 FROM "order".item WHERE id = ${someItem};
  INSERT INTO "order".stock_move (item_id, order_id, kind, quantity)
    SELECT item_id, order_id, 'sale', -1 FROM "order".order_line WHERE order_id = one;
  UPDATE "order".item SET stock = stock - 1 WHERE id = (SELECT item_id FROM "order".order_line WHERE order_id = one);`;

/** Refunds a part's points by a transfer, and its goods not: they were shipped. */
const refundBy = (partId: string, debit: string, credit: string) =>
  withIds(`
    found := ${partId};
    UPDATE "order".order_part SET status = 'REFUNDED' WHERE id = found;
    UPDATE account.order_money SET refunded = paid, settled = 0 WHERE order_part = found;
    INSERT INTO account.transfer (id, debit_id, credit_id, amount, kind, order_id, order_part)
      SELECT one, ${debit}, ${credit}, paid, 'refund', order_id, order_part FROM account.order_money WHERE order_part = found;`);

/** Adds a part's transfer of one kind once more, with entries and balances. */
const again = (kind: string, index: string, which: string) => `
  DROP INDEX account.${index};
  INSERT INTO account.transfer (id, debit_id, credit_id, amount, kind, order_id, order_part, memo)
  SELECT gen_random_uuid(), debit_id, credit_id, amount, kind, order_id, order_part, memo FROM account.transfer
  WHERE kind = '${kind}' AND ${which};`;

const returnLines = (orderId: string) => `
  UPDATE "order".item i SET stock = stock + l.quantity FROM "order".order_line l WHERE l.order_id = ${orderId} AND l.item_id = i.id;
  INSERT INTO "order".stock_move (item_id, order_id, kind, quantity)
    SELECT item_id, order_id, 'return', quantity FROM "order".order_line WHERE order_id = ${orderId};`;

/** The last entry of an account, with the account's balance. */
const lastEntry = (more: string) => `
  (SELECT e.* FROM account.entry e JOIN account.balance b ON b.account_id = e.account_id AND b.last_seq = e.seq
   JOIN account.ledger_account l ON l.id = e.account_id
   WHERE ${more} ORDER BY e.account_id LIMIT 1)`;

const events = (module: string): Record<string, [string]> => ({
  [`${module}: event not delivered for more than a minute`]: [
    `INSERT INTO "${module}".outbox (id, type, key, payload, at) VALUES (gen_random_uuid(), 'X', 'x', '{}', now() - interval '2 minutes')`,
  ],
  [`${module}: event that waits for its destination for more than a minute`]: [
    `INSERT INTO "${module}".outbox_waiting (destination, id, type, key, payload, at)
     VALUES ('nowhere', gen_random_uuid(), 'X', 'x', '{}', now() - interval '2 minutes')`,
  ],
  [`${module}: event in the retry queue for more than an hour`]: [
    `INSERT INTO "${module}".inbox_waiting (id, type, key, payload, at) VALUES (gen_random_uuid(), 'X', 'x', '{}', now() - interval '2 hours')`,
  ],
  [`${module}: dead letter older than a day`]: [
    `INSERT INTO "${module}".parked_event (id, type, key, payload, at, parked_at)
     VALUES (gen_random_uuid(), 'X', 'x', '{}', now(), now() - interval '2 days')`,
  ],
});

/**
 * SQL, by the check that it puts off, with variants. Each corrupts one fact and keeps all others true: a sum that would
 * change with it is changed too, so that exactly one check sees it.
 */
export const corruptions: Record<string, [string, ...string[]]> = {
  "account: account without a ledger account": [
    "INSERT INTO account.account (id, role, email, name) VALUES (gen_random_uuid(), 'SELLER', 'one@test', 'one')",
  ],
  "account: balance differs from the sum of its entries": [
    `UPDATE account.balance SET posted = posted + 1 WHERE account_id = ${other("gen_random_uuid()")}`,
  ],
  "account: customer or seller without a balance, or another account with one": [
    unguarded +
      withIds(`INSERT INTO account.account (id, role, email, name) VALUES (one, 'CUSTOMER', 'one@test', 'one');
        INSERT INTO account.ledger_account (id, kind) VALUES (one, 'customer');`),
    `INSERT INTO account.balance (account_id, floor) VALUES (${fee}, -9000000000000000)`,
  ],
  "account: ledger account of nobody, or of an account of another role": [
    "INSERT INTO account.ledger_account (id, kind) VALUES (gen_random_uuid(), 'seller')",
    withIds(`INSERT INTO account.account (id, role, email, name) VALUES (one, 'SELLER', 'one@test', 'one');
      INSERT INTO account.ledger_account (id, kind) VALUES (one, 'customer');`),
  ],
  "account: balance below its floor, or with another floor than its kind's": [
    `ALTER TABLE account.balance DROP CONSTRAINT balance_floor; ${unguarded} ${withIds(accountWith("-5", "forfeit", "CLOSED"))}`,
    `UPDATE account.balance SET floor = -5 WHERE account_id = ${other("gen_random_uuid()")}`,
  ],
  "account: balance above the ceiling": [
    `ALTER TABLE account.balance DROP CONSTRAINT balance_ceiling; ALTER TABLE account.transfer DROP CONSTRAINT transfer_amount_check;
     ALTER TABLE account.deposit DROP CONSTRAINT deposit_amount_check; ${unguarded}
     ${withIds(`${accountWith("9000000000000001", "deposit", "ACTIVE")}
       INSERT INTO account.deposit (id, account_id, amount, source, state, lease_until)
       VALUES (two, one, 9000000000000001, 'card', 'CAPTURED', now());`)}`,
  ],
  "account: closed account with points": [
    `UPDATE account.account SET status = 'CLOSED' WHERE id = (
       SELECT account_id FROM account.balance b JOIN account.ledger_account l ON l.id = b.account_id
       WHERE posted > 0 AND kind = 'customer' LIMIT 1)`,
  ],
  "account: closed account that owes points": [
    `${unguarded} ${withIds(accountWith("-5", "forfeit", "CLOSED", "seller"))}`,
  ],
  "account: entry that is not numbered after the one before it": [
    `${unguarded} WITH last AS ${lastEntry("e.seq > 1")}, moved AS (
       UPDATE account.entry e SET seq = e.seq + 5 FROM last WHERE (e.account_id, e.seq) = (last.account_id, last.seq))
     UPDATE account.balance b SET last_seq = b.last_seq + 5 FROM last WHERE b.account_id = last.account_id`,
  ],
  "account: entry whose balance is not the sum of the entries up to it": [
    `${unguarded} UPDATE account.entry SET balance_after = balance_after + 1 WHERE seq = 1 AND account_id = (
       SELECT account_id FROM account.balance WHERE last_seq > 2 LIMIT 1)`,
  ],
  "account: entry without its transfer, or of another amount": [
    `${unguarded} WITH last AS ${lastEntry("true")}, added AS (
       INSERT INTO account.entry SELECT account_id, seq + 1, gen_random_uuid(), 0, balance_after FROM last)
     UPDATE account.balance b SET last_seq = b.last_seq + 1 FROM last WHERE b.account_id = last.account_id`,
  ],
  "account: transfer without exactly one entry for each balance that it changes": [
    `${unguarded} WITH last AS ${lastEntry("e.amount < 0")}, gone AS (
       DELETE FROM account.entry e USING last WHERE (e.account_id, e.seq) = (last.account_id, last.seq))
     UPDATE account.balance b SET posted = b.posted - last.amount, last_seq = b.last_seq - 1 FROM last WHERE b.account_id = last.account_id`,
    `${unguarded} WITH last AS ${lastEntry("e.amount > 0 AND l.kind = 'seller'")}, added AS (
       INSERT INTO account.entry SELECT account_id, seq + 1, transfer_id, amount, balance_after + amount FROM last)
     UPDATE account.balance b SET posted = b.posted + last.amount, last_seq = b.last_seq + 1 FROM last WHERE b.account_id = last.account_id`,
  ],
  "account: transfer between accounts that its kind does not connect": [
    `${unguarded} UPDATE account.transfer SET debit_id = ${escrow}
     WHERE id = (SELECT id FROM account.transfer WHERE kind = 'deposit' LIMIT 1)`,
    `${unguarded} UPDATE account.transfer SET credit_id = ${fee}
     WHERE id = (SELECT id FROM account.transfer WHERE kind = 'payout' LIMIT 1)`,
  ],
  "account: transfer of an order part that has no order money, or of another order's": [
    `${unguarded} UPDATE account.transfer SET order_id = gen_random_uuid()
     WHERE id = (SELECT id FROM account.transfer WHERE kind = 'refund' LIMIT 1)`,
    // Fees of a part that nobody bought.
    withIds(`INSERT INTO account.transfer (id, debit_id, credit_id, amount, kind, order_id, order_part)
      SELECT one, seller_id, ${fee}, 1, 'fee', two, three FROM account.order_money LIMIT 1;`),
  ],
  "account: deposit in the ledger that was not captured": [
    "UPDATE account.deposit SET state = 'DECLINED' WHERE state = 'CAPTURED'",
    "DELETE FROM account.deposit WHERE state = 'CAPTURED'",
  ],
  "account: payout in the ledger that nobody asked for": ["DELETE FROM account.payout WHERE state = 'PAID'"],
  "account: reversal of a payout that has not failed": [
    "UPDATE account.payout SET state = 'PAID' WHERE state = 'FAILED'",
  ],
  "account: points in suspense without their owner": [
    `${unguarded} UPDATE account.transfer SET for_id = ${other("transfer.for_id")} WHERE for_id IS NOT NULL`,
    `ALTER TABLE account.transfer DROP CONSTRAINT transfer_names_owner_of_suspense; ${unguarded}
     UPDATE account.transfer SET for_id = NULL WHERE for_id IS NOT NULL`,
  ],
  "account: points given up by an account that is open": [
    `UPDATE account.account SET status = 'SUSPENDED' WHERE id = (SELECT debit_id FROM account.transfer WHERE kind = 'forfeit' LIMIT 1)`,
  ],
  "account: debt that the marketplace paid for a seller who is open": [
    `UPDATE account.account SET status = 'SUSPENDED' WHERE id = (SELECT credit_id FROM account.transfer WHERE kind = 'cover' LIMIT 1)`,
  ],
  "account: order money of an order that is not purchased": [
    `UPDATE account.purchase SET outcome = 'VOIDED' WHERE order_id = ${orderOf(part("PAID"))}`,
    `DELETE FROM account.purchase WHERE order_id = ${orderOf(part("PAID"))}`,
  ],
  "account: order money without exactly one purchase of its amount": [
    again("purchase", "transfer_once_per_part", `order_part = ${part("PAID")}`),
  ],
  "account: purchase from somebody else than the buyer, or to somebody else than the seller or escrow": [
    `WITH changed AS (UPDATE account.order_money SET buyer_id = ${other("buyer_id")} WHERE order_part = ${part("PAID")} RETURNING *)
     UPDATE "order".orders o SET buyer_id = changed.buyer_id FROM changed WHERE o.id = changed.order_id`,
  ],
  "account: refunded differs from the sum of refunds": [
    withIds(`found := ${part("SHIPPED")};
      UPDATE "order".order_part SET status = 'REFUNDED' WHERE id = found;
      UPDATE account.order_money SET refunded = paid, settled = 0 WHERE order_part = found;`),
  ],
  "account: refund from somebody else than who held the points, or to somebody else than the buyer": [
    refundBy(part("SHIPPED", "escrow"), escrow, other("buyer_id")),
  ],
  "account: fee that is missing, taken twice, or differs from the part's": [
    `UPDATE account.order_money SET fee = fee - 1 WHERE order_part = ${part("PAID")}`,
    `UPDATE account.order_money SET fee = 0 WHERE order_part = ${part("CONFIRMED", "escrow")}`,
    again("fee", "transfer_once_per_part", `order_part = ${part("PAID")}`),
  ],
  "account: fee that is kept after a refund, or returned without one": [
    refundBy(part("SHIPPED"), "seller_id", "buyer_id"),
    `INSERT INTO account.transfer (id, debit_id, credit_id, amount, kind, order_id, order_part)
     SELECT gen_random_uuid(), ${fee}, seller_id, fee, 'fee_refund', order_id, order_part
     FROM account.order_money WHERE order_part = ${part("PAID")}`,
  ],
  "account: settlement out of escrow without confirmation, or confirmation without settlement": [
    `UPDATE account.order_money SET confirmed_at = now() WHERE order_part = ${part("CANCELLED", "escrow")}`,
    `UPDATE account.order_money SET confirmed_at = NULL WHERE order_part = ${part("REFUNDED", "escrow", "m.confirmed_at IS NOT NULL")}`,
  ],
  "account: escrow differs from paid - refunded - settled": [
    `UPDATE account.order_money SET settled = 0 WHERE order_part = ${part("PAID")}`,
    `UPDATE account.order_money SET settled = paid WHERE order_part = ${part("PAID", "escrow")}`,
  ],
  "account: purchased order without order money": [
    "INSERT INTO account.purchase (order_id, outcome) VALUES (gen_random_uuid(), 'PURCHASED')",
  ],
  "account: captured deposit without its transfer, or with another amount or account": [
    "UPDATE account.deposit SET amount = amount + 1 WHERE state = 'CAPTURED'",
    `UPDATE account.deposit SET account_id = ${other("deposit.account_id")} WHERE state = 'CAPTURED'`,
    `INSERT INTO account.deposit (id, account_id, amount, source, state, lease_until)
     VALUES (gen_random_uuid(), ${other("gen_random_uuid()")}, 1, 'card', 'CAPTURED', now())`,
  ],
  "account: deposit pending for more than a day": [
    `INSERT INTO account.deposit (id, account_id, amount, source, lease_until, at)
     VALUES (gen_random_uuid(), ${other("gen_random_uuid()")}, 1, 'card', now(), now() - interval '2 days')`,
  ],
  "account: payout without its transfer, or with another amount or account": [
    "UPDATE account.payout SET amount = amount + 1 WHERE state = 'PAID'",
    `UPDATE account.payout SET account_id = ${other("payout.account_id")} WHERE state = 'PAID'`,
    `INSERT INTO account.payout (id, account_id, amount, bank_account, state, lease_until)
     SELECT gen_random_uuid(), account_id, 1, '1', 'PAID', now() FROM account.payout LIMIT 1`,
  ],
  "account: failed payout without exactly one reversal of its amount to its account": [
    "UPDATE account.payout SET state = 'FAILED' WHERE state = 'PAID'",
    again("payout_reversal", "transfer_reversal_once", "true"),
  ],
  "account: payout pending for more than a day": [
    "UPDATE account.payout SET state = 'PENDING', at = now() - interval '2 days' WHERE state = 'PAID'",
  ],
  ...events("account"),

  "order: price of a product differs from its lowest item on sale": [
    'UPDATE "order".product SET price_from = price_from + 1',
  ],
  "order: stock differs from the sum of its moves": [
    'UPDATE "order".item SET stock = stock + 1 WHERE deleted_at IS NULL',
    'UPDATE "order".item SET stock = stock - 1 WHERE deleted_at IS NOT NULL',
  ],
  "order: stock below zero": [
    `ALTER TABLE "order".item DROP CONSTRAINT item_stock;
     INSERT INTO "order".stock_move (item_id, kind, quantity) SELECT id, 'adjust', -stock - 1 FROM "order".item WHERE id = ${someItem};
     UPDATE "order".item SET stock = -1 WHERE id = ${someItem}`,
  ],
  "order: sale or return without its order line, or of another quantity": [
    withIds(`INSERT INTO "order".stock_move (item_id, order_id, kind, quantity) VALUES (${someItem}, one, 'sale', -1);
      UPDATE "order".item SET stock = stock - 1 WHERE id = ${someItem};`),
    `WITH changed AS (UPDATE "order".stock_move SET quantity = quantity - 1
       WHERE id = (SELECT min(id) FROM "order".stock_move WHERE kind = 'sale') RETURNING item_id)
     UPDATE "order".item SET stock = stock - 1 FROM changed WHERE id = item_id`,
  ],
  "order: stock move of an item that does not exist": [
    `INSERT INTO "order".stock_move (item_id, kind, quantity) VALUES (gen_random_uuid(), 'adjust', 1)`,
  ],
  "order: order without parts": [
    `INSERT INTO "order".orders (id, buyer_id, status, total, from_cart, created_at)
     VALUES (gen_random_uuid(), gen_random_uuid(), 'CANCELLED', 1, false, now())`,
  ],
  "order: order total differs from its parts": [
    `UPDATE "order".orders SET total = total + 1 WHERE id = ${orderOf(part("PAID"))}`,
  ],
  "order: order pending long after its lease": [
    `UPDATE "order".orders SET status = 'PENDING', created_at = now() - interval '1 day', lease_until = now() + interval '1 minute'
     WHERE id = ${orderOf(part("PAID"))}`,
  ],
  "order: order part without its order": [`DELETE FROM "order".orders WHERE id = ${unpaidOrder}`],
  "order: order part that differs from its lines, or without any": [
    `UPDATE "order".order_line SET price = price + 1 WHERE part_id = ${part("PAID")}`,
  ],
  "order: part of an unpaid order that has moved on": [
    `UPDATE "order".order_part SET status = 'SHIPPED' WHERE order_id = ${unpaidOrder}`,
  ],
  // The lease is fresh: it was tried again just now.
  "order: refund or settlement that is due for more than ten leases": [
    `UPDATE "order".order_part SET money_due = 'settle', money_due_since = now() - interval '1 day', lease_until = now() + interval '1 minute'
     WHERE id = ${part("CONFIRMED")}`,
    `UPDATE "order".order_part SET money_due = 'covered_refund', money_due_since = now() - interval '1 day', lease_until = now() + interval '1 minute'
     WHERE id = ${part("CONFIRMED")}`,
  ],
  "order: order line without its part": [
    withIds(`INSERT INTO "order".order_line (part_id, item_id, order_id, product_id, product_name, item_name, price, quantity)
        SELECT one, i.id, p.order_id, i.product_id, 'p', 'i', 10, 1 FROM "order".order_part p,
          (SELECT * FROM "order".item WHERE stock > 10 AND deleted_at IS NULL ORDER BY id DESC LIMIT 1) i WHERE p.id = ${part("PAID", "at once")};
      INSERT INTO "order".stock_move (item_id, order_id, kind, quantity)
        SELECT item_id, order_id, 'sale', -1 FROM "order".order_line WHERE part_id = one;
      UPDATE "order".item SET stock = stock - 1 WHERE id = (SELECT item_id FROM "order".order_line WHERE part_id = one);`),
  ],
  "order: line whose stock was not taken, or not put back as it should": [
    `UPDATE "order".stock_move SET kind = 'adjust', order_id = NULL WHERE id = (SELECT min(id) FROM "order".stock_move WHERE kind = 'sale')`,
    `UPDATE "order".stock_move SET kind = 'adjust', order_id = NULL WHERE id = (SELECT min(id) FROM "order".stock_move WHERE kind = 'return')`,
    withIds(`found := ${orderOf(part("SHIPPED"))}; ${returnLines("found")}`),
    // The goods had been shipped before the refund.
    withIds(`found := ${orderOf(part("REFUNDED", "at once", "m.confirmed_at IS NOT NULL"))}; ${returnLines("found")}`),
  ],
  "order: agreed price used by an order that does not exist or was cancelled unpaid": [
    'UPDATE "order".agreed_price SET order_id = gen_random_uuid() WHERE order_id IS NOT NULL',
    `UPDATE "order".agreed_price SET order_id = ${unpaidOrder} WHERE order_id IS NOT NULL`,
  ],
  "order: agreed price that differs from the line bought with it": [
    'UPDATE "order".agreed_price SET price = price + 1 WHERE order_id IS NOT NULL',
    'UPDATE "order".agreed_price SET quantity = quantity + 5 WHERE order_id IS NOT NULL',
    'UPDATE "order".agreed_price SET buyer_id = gen_random_uuid() WHERE order_id IS NOT NULL',
    `UPDATE "order".agreed_price a SET item_id = (SELECT id FROM "order".item WHERE id <> a.item_id LIMIT 1) WHERE order_id IS NOT NULL`,
  ],
  "order: two open agreements about one item and quantity": [
    `DROP INDEX "order".agreed_price_open;
     INSERT INTO "order".agreed_price (offer_id, buyer_id, item_id, quantity, price, expires_at)
     SELECT gen_random_uuid(), buyer_id, item_id, quantity, price + 1, expires_at FROM "order".agreed_price WHERE order_id IS NULL`,
  ],
  "order: open dispute about a part that is over": [
    `UPDATE "order".dispute SET state = 'OPEN' WHERE state = 'REFUNDED'`,
    `UPDATE "order".dispute SET state = 'OPEN' WHERE state = 'WITHDRAWN'`,
  ],
  "order: dispute of another order, buyer or seller than its part's": [
    'UPDATE "order".dispute SET buyer_id = gen_random_uuid()',
    'UPDATE "order".dispute SET seller_id = gen_random_uuid()',
    `UPDATE "order".dispute SET part_id = gen_random_uuid() WHERE state = 'DISMISSED' OR state = 'WITHDRAWN'`,
  ],
  ...events("order"),

  "chat: room whose head is not its last event": ["UPDATE chat.room SET head = head + 1"],
  "chat: event with a gap before it": ["DELETE FROM chat.event WHERE seq = 2"],
  "chat: event without its room": [
    `INSERT INTO chat.event (room_id, seq, kind, body, at) VALUES (gen_random_uuid(), 1, 'text', '{}', now())`,
  ],
  "chat: member who has read further than the room's head": ["UPDATE chat.member SET read_seq = 1000000"],
  "chat: offer without its event": ["UPDATE chat.offer SET seq = seq + 1000"],
  ...events("chat"),

  "order + account: paid order part without its purchase in the ledger": [withIds(orderAlone("PAID"))],
  "order + account: purchase in the ledger without its order part": [
    withIds(`found := ${orderOf(part("PAID"))};
      UPDATE "order".orders SET status = 'CANCELLED' WHERE id = found; ${returnLines("found")}`),
  ],
  "order + account: order part of another order or amount in the ledger": [
    withIds(`found := ${part("PAID")};
      UPDATE "order".orders SET total = total + 1 WHERE id = ${orderOf("found")};
      UPDATE "order".order_part SET subtotal = subtotal + 1 WHERE id = found;
      UPDATE "order".order_line SET price = price + 1 WHERE part_id = found;`),
  ],
  "order + account: order part of another buyer or seller in the ledger": [
    `UPDATE "order".orders SET buyer_id = gen_random_uuid() WHERE id = ${orderOf(part("PAID"))}`,
    `UPDATE "order".order_part SET seller_id = gen_random_uuid() WHERE id = ${part("PAID")}`,
  ],
  "order + account: order part refunded on one side only": [
    `UPDATE "order".order_part SET status = 'REFUNDED' WHERE id = ${part("SHIPPED")}`,
  ],
  "order + account: confirmed order part that the ledger has not confirmed": [
    `UPDATE account.order_money SET confirmed_at = NULL WHERE order_part = ${part("CONFIRMED")}`,
  ],
  "order + account: part confirmed in the ledger though its buyer has not confirmed it": [
    `UPDATE account.order_money SET confirmed_at = now() WHERE order_part = ${part("PAID")}`,
    `UPDATE "order".order_part SET status = 'SHIPPED' WHERE id = ${part("CONFIRMED", "escrow")}`,
  ],
};
