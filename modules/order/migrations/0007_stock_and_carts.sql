-- Why stock changed, and by whom: a seller's words, or the status that an order part moved to. Empty for rows from before.
ALTER TABLE stock_move ADD COLUMN reason text NOT NULL DEFAULT '', ADD COLUMN author_id uuid;

-- The order was bought from the cart and is paid, but its lines are still in the cart: whoever locks the cart next takes
-- them out first. So a payment never waits for a cart, and no cart is seen with lines that are paid.
ALTER TABLE orders ADD COLUMN cart_due boolean NOT NULL DEFAULT false;
CREATE INDEX orders_cart_due ON orders (buyer_id) WHERE cart_due;

-- At most one open agreement per buyer, item and quantity: the lowest price.
DELETE FROM agreed_price a USING agreed_price other
WHERE a.order_id IS NULL AND other.order_id IS NULL
  AND (a.buyer_id, a.item_id, a.quantity) = (other.buyer_id, other.item_id, other.quantity)
  AND (a.expires_at <= now(), a.price, a.offer_id) > (other.expires_at <= now(), other.price, other.offer_id);
CREATE UNIQUE INDEX agreed_price_open ON agreed_price (buyer_id, item_id, quantity) WHERE order_id IS NULL;
-- Which buyers hold an agreement that is valid now, without a look at those that have expired.
CREATE INDEX agreed_price_valid ON agreed_price (buyer_id, expires_at) WHERE order_id IS NULL;
DROP INDEX agreed_price_free;

-- A seller's refund after confirmation waits for the ledger's decision (it must be covered) before the part moves.
-- `refund_ref` is the request that asked for the refund of a part, so that a retry finds what became of it.
ALTER TABLE order_part DROP CONSTRAINT order_part_money_due_check;
ALTER TABLE order_part
  ADD COLUMN refund_ref uuid,
  ADD COLUMN refund_reason text,
  ADD CONSTRAINT order_part_money_due CHECK (money_due IN ('refund', 'settle', 'covered_refund')),
  ADD CONSTRAINT order_part_covered_refund CHECK (money_due IS DISTINCT FROM 'covered_refund' OR status = 'CONFIRMED');
-- Since when money is due: a lease is renewed by each try, this is not.
ALTER TABLE order_part ADD COLUMN money_due_since timestamptz;
UPDATE order_part SET money_due_since = coalesce(lease_until, now()) WHERE money_due IS NOT NULL;
GRANT DELETE ON agreed_price TO jangteo_order;
