-- What every module's schema holds for the kernel. The module's role is the schema's name with jangteo_ before it.

-- Facts to be told to other modules, written in the transaction that made them true. The relay deletes what every
-- consumer has taken; it never reads "id > last", which would lose events that commit late.
CREATE TABLE outbox (
  id uuid PRIMARY KEY,
  type text NOT NULL,
  key text NOT NULL,
  payload jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  last_error text
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
-- Few are ever tried again. No other index: the relay must walk the table in id order, and nothing may tempt the
-- planner to do otherwise (a backlog of thousands was sorted for each batch).
CREATE INDEX outbox_delayed ON outbox (next_attempt_at) WHERE attempts > 0;

-- Events that were given up after many attempts: shown, never dropped.
CREATE TABLE parked_event (
  id uuid PRIMARY KEY,
  type text NOT NULL,
  key text NOT NULL,
  payload jsonb NOT NULL,
  at timestamptz NOT NULL,
  parked_at timestamptz NOT NULL DEFAULT now(),
  last_error text
);

-- Events that this module has taken, so that each has one effect.
CREATE TABLE inbox (
  event_id uuid PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX inbox_at ON inbox (at);

-- Answers to requests that carried an Idempotency-Key. `ref` is the id of what the request makes; a request that
-- stopped half-way is taken up again under the same `ref`.
CREATE TABLE idempotency (
  scope text NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  ref uuid NOT NULL,
  status int,
  body jsonb,
  lease_until timestamptz,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_at ON idempotency (at);

-- Who does a job that one copy alone may do.
CREATE TABLE lease (
  name text PRIMARY KEY,
  holder text NOT NULL,
  until timestamptz NOT NULL
);

DO $$ BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON outbox, parked_event, inbox, idempotency, lease TO %I',
    'jangteo_' || current_schema());
END $$;
