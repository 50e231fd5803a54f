-- Each retention rule finds the next rows at the end of their period by an index of its own.

CREATE INDEX agreed_price_expired ON agreed_price (expires_at) WHERE order_id IS NULL;
GRANT DELETE ON agreed_price TO jangteo_order;

CREATE INDEX product_view_day ON product_view (day);

-- Since when no product has named a picture: from its upload until a product first names it, then null for good, since
-- messages of the chat show the picture that a product had when it was sent.
CREATE FUNCTION picture_ids(images text[]) RETURNS uuid[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT (m.found)[1]::uuid), '{}')
  FROM unnest(images) AS image,
    regexp_matches(lower(image), '/search/pictures/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})', 'g') AS m (found)
$$;
ALTER TABLE picture ADD COLUMN unused_since timestamptz;
ALTER TABLE picture ALTER COLUMN unused_since SET DEFAULT now();
CREATE INDEX picture_unused ON picture (unused_since) WHERE unused_since IS NOT NULL;

-- In the database, so that instances of an earlier version, which run during a deployment, keep it too. The rows are
-- locked in id order.
CREATE FUNCTION use_pictures() RETURNS trigger LANGUAGE plpgsql SET search_path = "order" AS $$
BEGIN
  UPDATE picture SET unused_since = NULL WHERE id = ANY (ARRAY(
    SELECT id FROM picture WHERE id = ANY (picture_ids(NEW.images)) AND unused_since IS NOT NULL ORDER BY id FOR UPDATE));
  RETURN NULL;
END $$;
CREATE TRIGGER use_pictures_of_new AFTER INSERT ON product
  FOR EACH ROW WHEN (NEW.images <> '{}') EXECUTE FUNCTION use_pictures();
CREATE TRIGGER use_pictures_of_changed AFTER UPDATE OF images ON product
  FOR EACH ROW WHEN (NEW.images IS DISTINCT FROM OLD.images) EXECUTE FUNCTION use_pictures();

-- After the triggers, whose creation waits for writers and keeps others out until the commit: no use goes unseen. Which
-- pictures a product named before and no longer does is not known; all count as used whose seller has saved a product since.
UPDATE picture SET unused_since = at
WHERE NOT EXISTS (SELECT 1 FROM (SELECT unnest(picture_ids(images)) AS id FROM product) AS named WHERE named.id = picture.id)
  AND NOT EXISTS (SELECT 1 FROM product WHERE product.seller_id = picture.seller_id AND product.updated_at >= picture.at);

-- Images whose rows are gone and whose files are still to be removed from the image storage.
CREATE TABLE removed_image (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now()
);

GRANT UPDATE (unused_since), DELETE ON picture TO jangteo_order;
GRANT SELECT, INSERT, DELETE ON removed_image TO jangteo_order;
