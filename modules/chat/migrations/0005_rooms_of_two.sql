-- A room in which somebody else than its two people has been is found again by nobody: who had left it would read what was
-- said to others since.
UPDATE room r SET pair = NULL, asked_at = NULL WHERE pair IS NOT NULL AND EXISTS (
  SELECT FROM member m WHERE m.room_id = r.id AND strpos(r.pair, m.account_id::text) = 0);
