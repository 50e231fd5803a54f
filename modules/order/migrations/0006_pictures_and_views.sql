-- Who uploaded which picture of a product. The bytes are in the image storage.
CREATE TABLE picture (
  id uuid PRIMARY KEY,
  seller_id uuid NOT NULL,
  width int NOT NULL,
  height int NOT NULL,
  bytes int NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX picture_seller ON picture (seller_id, at);

-- How often a product's page was looked at, by day (in Seoul).
CREATE TABLE product_view (
  product_id uuid NOT NULL,
  day date NOT NULL,
  views int NOT NULL,
  PRIMARY KEY (product_id, day)
);

GRANT SELECT, INSERT ON picture TO jangteo_order;
GRANT SELECT, INSERT, UPDATE, DELETE ON product_view TO jangteo_order;
