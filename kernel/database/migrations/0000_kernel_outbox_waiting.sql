-- Events that one destination (a consumer, or a partition of the module's topic) could not receive yet, with all later
-- ones for it. The outbox holds only what was not handed out yet, so neither table is ever searched: the relay reads the
-- first rows of each. `attempts`, `next_attempt_at` and `last_error` of the outbox are no longer used.
CREATE TABLE outbox_waiting (
  destination text NOT NULL,
  id uuid NOT NULL,
  type text NOT NULL,
  key text NOT NULL,
  payload jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (destination, id)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

DO $$ BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON outbox_waiting TO %I', 'jangteo_' || current_schema());
END $$;
