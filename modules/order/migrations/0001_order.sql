-- What this module knows of sellers, told by the account module's events.
CREATE TABLE seller (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  version int NOT NULL
);

CREATE TABLE category (
  id text PRIMARY KEY,
  name text NOT NULL,
  position int NOT NULL
);
INSERT INTO category (id, name, position) VALUES
  ('fashion', '패션', 1), ('beauty', '뷰티', 2), ('food', '식품', 3), ('living', '리빙', 4), ('kitchen', '주방', 5),
  ('digital', '디지털', 6), ('sports', '스포츠·레저', 7), ('kids', '유아동', 8), ('pets', '반려동물', 9), ('books', '도서·문구', 10);

-- Deleting keeps the row: carts tell what became of it, and orders keep naming it.
CREATE TABLE product (
  id uuid PRIMARY KEY,
  seller_id uuid NOT NULL,
  name text NOT NULL,
  description text NOT NULL,
  category_id text REFERENCES category,
  images text[] NOT NULL DEFAULT '{}',
  -- The lowest price of its items; kept by every change of them, which locks this row first.
  price_from bigint NOT NULL,
  -- Search: hashes of the pieces of the name, written out as jamo, and of its initial consonants (초성).
  search_grams int[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);
CREATE UNIQUE INDEX product_name ON product (seller_id, name) WHERE deleted_at IS NULL;
CREATE INDEX product_seller ON product (seller_id, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX product_newest ON product (id DESC) WHERE deleted_at IS NULL;
CREATE INDEX product_price ON product (price_from, id) WHERE deleted_at IS NULL;
CREATE INDEX product_category ON product (category_id, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX product_category_price ON product (category_id, price_from, id) WHERE deleted_at IS NULL;
-- New rows wait in a list of at most 256 kB, which searches walk too: a product costs 60 µs that way, 290 µs without it.
CREATE INDEX product_search ON product USING gin (search_grams) WITH (gin_pending_list_limit = 256) WHERE deleted_at IS NULL;
CREATE TABLE item (
  id uuid PRIMARY KEY,
  product_id uuid NOT NULL REFERENCES product,
  name text NOT NULL,
  price bigint NOT NULL CHECK (price BETWEEN 1 AND 1000000000000),
  stock int NOT NULL CONSTRAINT item_stock CHECK (stock >= 0),
  deleted_at timestamptz
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX item_name ON item (product_id, name) WHERE deleted_at IS NULL;

-- Why stock changed. The stock of an item is the sum of its moves.
CREATE TABLE stock_move (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  item_id uuid NOT NULL,
  order_id uuid,
  kind text NOT NULL CHECK (kind IN ('initial', 'adjust', 'sale', 'return')),
  quantity int NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT stock_move_names_its_order CHECK ((kind IN ('sale', 'return')) = (order_id IS NOT NULL))
);
CREATE UNIQUE INDEX stock_move_once ON stock_move (order_id, item_id, kind) WHERE order_id IS NOT NULL;

CREATE TABLE cart_line (
  buyer_id uuid NOT NULL,
  item_id uuid NOT NULL REFERENCES item,
  quantity int NOT NULL CHECK (quantity BETWEEN 1 AND 10000),
  -- As the buyer last saw them; what differs now is told once.
  seen_price bigint NOT NULL,
  seen_product_name text NOT NULL,
  seen_item_name text NOT NULL,
  added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (buyer_id, item_id)
);

-- PENDING while it is being paid, PAID once it is, CANCELLED if it never was. What happens to it later happens to its parts.
CREATE TABLE orders (
  id uuid PRIMARY KEY,
  buyer_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('PENDING', 'PAID', 'CANCELLED')),
  total bigint NOT NULL CHECK (total BETWEEN 1 AND 1000000000000),
  from_cart boolean NOT NULL,
  -- Why it was cancelled unpaid: an error code.
  refusal text,
  lease_until timestamptz,
  created_at timestamptz NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX orders_buyer ON orders (buyer_id, id DESC);
-- A cart is paid for once at a time: two tabs that pay at once make one order.
CREATE UNIQUE INDEX orders_pending_cart ON orders (buyer_id) WHERE status = 'PENDING' AND from_cart;
CREATE INDEX orders_pending ON orders (lease_until) WHERE status = 'PENDING';

-- One part per seller; each moves alone.
CREATE TABLE order_part (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL,
  seller_id uuid NOT NULL,
  seller_name text NOT NULL,
  subtotal bigint NOT NULL CHECK (subtotal > 0),
  status text NOT NULL DEFAULT 'PAID'
    CHECK (status IN ('PAID', 'PREPARING', 'SHIPPED', 'DELIVERED', 'CONFIRMED', 'CANCELLED', 'REFUNDED')),
  carrier text,
  tracking_number text,
  delivered_at timestamptz,
  -- Money that is still to be moved because of the status; done under a lease by whoever comes by.
  money_due text CHECK (money_due IN ('refund', 'settle')),
  lease_until timestamptz
) WITH (fillfactor = 80);
CREATE INDEX order_part_order ON order_part (order_id);
CREATE INDEX order_part_seller ON order_part (seller_id, order_id DESC);
CREATE INDEX order_part_money_due ON order_part (lease_until) WHERE money_due IS NOT NULL;
CREATE INDEX order_part_delivered ON order_part (delivered_at) WHERE status = 'DELIVERED';

-- What was bought, as it was called and priced then.
CREATE TABLE order_line (
  part_id uuid NOT NULL,
  item_id uuid NOT NULL,
  order_id uuid NOT NULL,
  product_id uuid NOT NULL,
  product_name text NOT NULL,
  item_name text NOT NULL,
  price bigint NOT NULL,
  quantity int NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (order_id, item_id)
);

-- How a part moved, for its timeline.
CREATE TABLE order_part_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  part_id uuid NOT NULL,
  status text NOT NULL,
  reason text,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX order_part_event_part ON order_part_event (part_id, id);

GRANT SELECT ON category TO jangteo_order;
GRANT SELECT, INSERT, UPDATE ON seller, product, item, orders, order_part TO jangteo_order;
GRANT SELECT, INSERT ON stock_move, order_line, order_part_event TO jangteo_order;
GRANT SELECT, INSERT, UPDATE, DELETE ON cart_line TO jangteo_order;
DO $$ BEGIN
  -- After a large import the statistics that searches are planned with are refreshed at once.
  IF current_setting('server_version_num')::int >= 170000 THEN
    EXECUTE 'GRANT MAINTAIN ON product, item TO jangteo_order';
  END IF;
END $$;
