-- What buyers say of products that they received: one review each, which they may change.
CREATE TABLE review (
  id uuid PRIMARY KEY,
  product_id uuid NOT NULL REFERENCES product,
  buyer_id uuid NOT NULL,
  -- As it is shown: most of it hidden.
  author text NOT NULL,
  rating int NOT NULL CHECK (rating BETWEEN 1 AND 5),
  body text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX review_once ON review (product_id, buyer_id);
CREATE INDEX review_product ON review (product_id, id DESC);

-- What buyers would like to have.
CREATE TABLE wish (
  id uuid PRIMARY KEY,
  buyer_id uuid NOT NULL,
  product_id uuid NOT NULL REFERENCES product
);
CREATE UNIQUE INDEX wish_once ON wish (buyer_id, product_id);
CREATE INDEX wish_buyer ON wish (buyer_id, id DESC);

GRANT SELECT, INSERT, UPDATE, DELETE ON review TO jangteo_order;
GRANT SELECT, INSERT, DELETE ON wish TO jangteo_order;
