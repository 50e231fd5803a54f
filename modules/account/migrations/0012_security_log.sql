-- Sign-ins as their owner sees them; `id` is the family of refresh tokens. Gone with its tokens.
CREATE TABLE session (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz NOT NULL DEFAULT now(),
  user_agent text NOT NULL,
  address text NOT NULL
);
CREATE INDEX session_account ON session (account_id, id DESC);
CREATE INDEX session_used ON session (last_used_at);

-- What happened to an account's safety. Rows are only ever added, and removed after their period or with the account.
CREATE TABLE security_event (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  at timestamptz NOT NULL DEFAULT now(),
  kind text NOT NULL,
  session_id uuid,
  user_agent text NOT NULL,
  address text NOT NULL
);
CREATE INDEX security_event_account ON security_event (account_id, id DESC);
CREATE INDEX security_event_at ON security_event (at);

GRANT SELECT, INSERT, UPDATE, DELETE ON session TO jangteo_account;
GRANT SELECT, INSERT, DELETE ON security_event TO jangteo_account;
-- A row is locked before it is deleted, which needs the right to update a column.
GRANT UPDATE (at) ON security_event TO jangteo_account;
