-- Who may come in: suspended accounts not for now, closed ones never again. A closed account keeps its row, without what
-- tells of a person, because the ledger and orders name it.
ALTER TABLE account
  ADD COLUMN status text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'SUSPENDED', 'CLOSED')),
  ADD COLUMN status_at timestamptz;
-- Administrators look members up by the beginning of an email or a name.
CREATE INDEX account_email_prefix ON account (email text_pattern_ops);
CREATE INDEX account_name_prefix ON account (name text_pattern_ops);

-- Points that were given up by closing an account go to the marketplace.
ALTER TABLE transfer DROP CONSTRAINT transfer_kind_check;
ALTER TABLE transfer ADD CONSTRAINT transfer_kind_check CHECK (kind IN
  ('deposit', 'purchase', 'fee', 'settle', 'refund', 'fee_refund', 'payout', 'payout_reversal', 'forfeit')) NOT VALID;
