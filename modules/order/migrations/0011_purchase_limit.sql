-- The most units of a product, of all its options, that one buyer may buy; none when null.
ALTER TABLE product ADD COLUMN purchase_limit int CONSTRAINT product_purchase_limit CHECK (purchase_limit BETWEEN 1 AND 9999);
