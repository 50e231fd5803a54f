-- What a buyer and a seller agreed on in their chat: a price for exactly so many units, good for one order.
CREATE TABLE agreed_price (
  offer_id uuid PRIMARY KEY,
  buyer_id uuid NOT NULL,
  item_id uuid NOT NULL REFERENCES item,
  quantity int NOT NULL CHECK (quantity > 0),
  price bigint NOT NULL CHECK (price BETWEEN 1 AND 1000000000000),
  expires_at timestamptz NOT NULL,
  -- The order that was bought with it; free again if that order is called off unpaid.
  order_id uuid
);
CREATE INDEX agreed_price_free ON agreed_price (buyer_id) WHERE order_id IS NULL;
CREATE INDEX agreed_price_order ON agreed_price (order_id) WHERE order_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON agreed_price TO jangteo_order;
