-- People. The same email may own one account of each role.
CREATE TABLE account (
  id uuid PRIMARY KEY,
  role text NOT NULL CHECK (role IN ('CUSTOMER', 'SELLER', 'ADMIN')),
  email text NOT NULL,
  name text NOT NULL,
  phone text,
  birth date,
  company_registration_number text,
  password_hash text,
  verified_at timestamptz,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT account_email UNIQUE (email, role)
);

-- One-time tokens of mails; only their hashes are kept.
CREATE TABLE mail_token (
  hash text PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  purpose text NOT NULL CHECK (purpose IN ('verify', 'reset')),
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX mail_token_account ON mail_token (account_id);

-- Refresh tokens, each used once. All that descend from one sign-in are a family and die together.
CREATE TABLE refresh_token (
  hash text PRIMARY KEY,
  family uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX refresh_token_family ON refresh_token (family);
CREATE INDEX refresh_token_account ON refresh_token (account_id);

-- Keys that access tokens are signed with; the private half is sealed with the program's secret.
CREATE TABLE signing_key (
  id text PRIMARY KEY,
  public_jwk jsonb NOT NULL,
  sealed_private_jwk text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  retired_at timestamptz
);

-- Mails to be sent, written with what they tell of. Without a mail server they stay here and show at /dev/mail.
CREATE TABLE mail (
  id uuid PRIMARY KEY,
  recipient text NOT NULL,
  subject text NOT NULL,
  text_body text NOT NULL,
  html_body text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  last_error text
);
CREATE INDEX mail_due ON mail (next_attempt_at) WHERE sent_at IS NULL;
CREATE INDEX mail_recipient ON mail (recipient, id DESC);

GRANT SELECT, INSERT, UPDATE ON account, mail_token, refresh_token, signing_key TO jangteo_account;
GRANT SELECT, INSERT, UPDATE, DELETE ON mail TO jangteo_account;
GRANT DELETE ON mail_token, refresh_token TO jangteo_account;
