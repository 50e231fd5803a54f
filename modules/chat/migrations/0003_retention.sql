-- Each retention rule finds the next rows at the end of their period by an index of its own.

CREATE INDEX ended_session_at ON ended_session (at);
CREATE INDEX reply_time_at ON reply_time (at);
-- A row is locked before it is deleted, which needs the right to update a column.
GRANT UPDATE (at) ON reply_time TO jangteo_chat;

-- Since when no message has shown an image: from its upload until it is first sent, then null for good.
ALTER TABLE image ADD COLUMN unused_since timestamptz;
ALTER TABLE image ALTER COLUMN unused_since SET DEFAULT now();
CREATE INDEX image_unused ON image (unused_since) WHERE unused_since IS NOT NULL;

-- In the database, so that instances of an earlier version, which run during a deployment, keep it too.
CREATE FUNCTION use_image() RETURNS trigger LANGUAGE plpgsql SET search_path = chat AS $$
BEGIN
  UPDATE image SET unused_since = NULL WHERE id = (NEW.body #>> '{image,id}')::uuid AND unused_since IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER use_image AFTER INSERT ON event FOR EACH ROW WHEN (NEW.kind = 'image') EXECUTE FUNCTION use_image();

-- After the trigger, whose creation waits for writers and keeps others out until the commit: no use goes unseen. Where a
-- message with an image was deleted, it is not known which; all of that room and uploader count as sent.
UPDATE image SET unused_since = at
WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.kind = 'image' AND e.room_id = image.room_id AND e.body #>> '{image,id}' = image.id::text)
  AND NOT EXISTS (SELECT 1 FROM event e WHERE e.kind = 'image' AND e.room_id = image.room_id AND e.sender_id = image.uploader AND e.body ? 'deleted');

-- Images whose rows are gone and whose files are still to be removed from the image storage.
CREATE TABLE removed_image (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now()
);

GRANT DELETE ON image TO jangteo_chat;
GRANT SELECT, INSERT, DELETE ON removed_image TO jangteo_chat;
