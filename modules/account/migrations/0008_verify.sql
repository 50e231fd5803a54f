-- What the reconciliation needs to examine the ledger range by range.

-- Both indexes grow at their end only, since ids are in the order of time: a row costs about 75 bytes of write-ahead log
-- more, and less than 5 µs.
CREATE INDEX entry_transfer ON entry (transfer_id);
-- One of the seller orders that a purchase paid, so that its money is found by key. An index on order_money (order_id) would
-- cost each purchase more.
ALTER TABLE purchase ADD COLUMN any_part uuid;
UPDATE purchase p SET any_part = m.order_part FROM order_money m WHERE m.order_id = p.order_id AND p.outcome = 'PURCHASED';

-- Bought before the ledger kept confirmations: what was paid to the seller then counts as confirmed, whatever its order's
-- status. Only rows that exist now get this; the default of a new column costs no rewrite.
ALTER TABLE order_money ADD COLUMN before_confirmations boolean NOT NULL DEFAULT true;
ALTER TABLE order_money ALTER COLUMN before_confirmations SET DEFAULT false;
-- A part that was settled out of escrow was confirmed, also if it was refunded later.
UPDATE order_money m SET confirmed_at = t.at FROM transfer t
  WHERE t.order_part = m.order_part AND t.kind = 'settle' AND m.confirmed_at IS NULL;
