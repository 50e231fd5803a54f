-- Events that this module could not take in yet, and later ones of the same key, which wait behind them. They are tried
-- again later and later, then parked.
CREATE TABLE inbox_waiting (
  id uuid PRIMARY KEY,
  type text NOT NULL,
  key text NOT NULL,
  payload jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  last_error text
);
CREATE INDEX inbox_waiting_key ON inbox_waiting (key, id);

DO $$ BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON inbox_waiting TO %I', 'jangteo_' || current_schema());
END $$;
