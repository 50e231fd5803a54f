-- When somebody last proved in this sign-in who they are; whether a code was given in it; and whether one was given for a
-- payout that has not been made yet. Sign-ins of before have proved nothing.
ALTER TABLE session
  -- A refresh token that is made while the sign-in is being ended is of no use.
  ADD COLUMN ended_at timestamptz,
  ADD COLUMN confirmed_at timestamptz NOT NULL DEFAULT 'epoch',
  ADD COLUMN with_code boolean NOT NULL DEFAULT false,
  ADD COLUMN payout_code boolean NOT NULL DEFAULT false;

-- Time-based codes of an authenticator app, asked for beside the password.
CREATE TABLE second_factor (
  -- The account's.
  id uuid PRIMARY KEY REFERENCES account,
  -- What codes are made of, sealed.
  secret text NOT NULL,
  begun_at timestamptz NOT NULL DEFAULT now(),
  -- Null until a first code has shown that the app is set up: until then no code is asked for.
  active_since timestamptz,
  -- The time step of the last code that was accepted: no code is accepted twice.
  last_step bigint NOT NULL DEFAULT 0,
  wrong_codes int NOT NULL DEFAULT 0,
  wrong_since timestamptz NOT NULL DEFAULT 'epoch'
);

-- Codes for whoever has lost the app, as hashes; each is deleted when it is used.
CREATE TABLE recovery_code (
  account_id uuid NOT NULL REFERENCES account,
  hash text NOT NULL,
  PRIMARY KEY (account_id, hash)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor, recovery_code TO jangteo_account;
