-- A member reads what happened after this number: what came before was said among others.
ALTER TABLE member
  ADD COLUMN from_seq bigint NOT NULL DEFAULT 0,
  -- Taken out by the room's maker, who alone brings the member back.
  ADD COLUMN removed boolean NOT NULL DEFAULT false;

-- Who came later into a room of several had read nothing of before; in 1:1 rooms both were there from the start.
UPDATE member SET from_seq = joined.seq - 1
FROM (SELECT e.room_id, (person ->> 'id')::uuid AS account_id, max(e.seq) AS seq
      FROM event e JOIN room r ON r.id = e.room_id AND r.pair IS NULL
        CROSS JOIN jsonb_array_elements(e.body -> 'joined') AS person
      WHERE e.kind = 'member' AND e.body ? 'joined' GROUP BY 1, 2) joined
WHERE member.room_id = joined.room_id AND member.account_id = joined.account_id AND joined.seq > 1;

-- The messages that show an image.
CREATE TABLE image_use (
  image_id uuid NOT NULL REFERENCES image ON DELETE CASCADE,
  seq bigint NOT NULL,
  PRIMARY KEY (image_id, seq)
);
-- No message shows it any more, or an administrator removed it: nobody gets it, and its retention period has begun.
ALTER TABLE image ADD COLUMN removed boolean NOT NULL DEFAULT false;
GRANT SELECT, INSERT ON image_use TO jangteo_chat;

CREATE OR REPLACE FUNCTION use_image() RETURNS trigger LANGUAGE plpgsql SET search_path = chat AS $$
BEGIN
  UPDATE image SET unused_since = NULL WHERE id = (NEW.body #>> '{image,id}')::uuid AND unused_since IS NOT NULL;
  INSERT INTO image_use (image_id, seq) SELECT id, NEW.seq FROM image WHERE id = (NEW.body #>> '{image,id}')::uuid;
  RETURN NULL;
END $$;

CREATE FUNCTION unuse_image() RETURNS trigger LANGUAGE plpgsql SET search_path = chat AS $$
BEGIN
  UPDATE image i SET removed = true, unused_since = now()
  WHERE i.id = (OLD.body #>> '{image,id}')::uuid AND NOT EXISTS (
    SELECT 1 FROM image_use u JOIN event e ON e.room_id = i.room_id AND e.seq = u.seq
    WHERE u.image_id = i.id AND NOT e.body ? 'deleted');
  RETURN NULL;
END $$;
-- Its creation waits for writers and keeps others out until the commit, so that no use goes unseen below.
CREATE TRIGGER unuse_image AFTER UPDATE ON event FOR EACH ROW
  WHEN (OLD.kind = 'image' AND NEW.body ? 'deleted' AND NOT OLD.body ? 'deleted') EXECUTE FUNCTION unuse_image();

INSERT INTO image_use (image_id, seq)
SELECT i.id, e.seq FROM event e JOIN image i ON i.id = (e.body #>> '{image,id}')::uuid
WHERE e.kind = 'image' AND NOT e.body ? 'deleted' ON CONFLICT DO NOTHING;
-- Sent before and shown by no message any more.
UPDATE image SET removed = true, unused_since = now()
WHERE unused_since IS NULL AND NOT EXISTS (SELECT 1 FROM image_use u WHERE u.image_id = image.id);

-- Names of people stand in one place, which is erased when an account is closed.
UPDATE event SET body = jsonb_set(body, '{joined}', (SELECT jsonb_agg(card - 'name') FROM jsonb_array_elements(body -> 'joined') AS card))
WHERE kind = 'member' AND body ? 'joined';

-- Rooms that a person is or was in: for the export of one's own data.
CREATE INDEX member_rooms ON member (account_id, room_id);
