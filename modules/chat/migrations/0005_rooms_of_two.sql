-- A room of two that a third person has joined is not reopened by an invitation any more: a member who had left would read
-- messages that were meant for others.
UPDATE room r SET pair = NULL, asked_at = NULL WHERE pair IS NOT NULL AND EXISTS (
  SELECT FROM member m WHERE m.room_id = r.id AND strpos(r.pair, m.account_id::text) = 0);
