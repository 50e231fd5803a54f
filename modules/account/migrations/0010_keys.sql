-- Signing keys retire. A retired key signs nothing more and its private half is erased; its tokens are accepted until
-- `accepted_until`. `used_at` is renewed by the instances that sign with the key: one that none uses is retired.
ALTER TABLE signing_key ADD COLUMN used_at timestamptz, ADD COLUMN accepted_until timestamptz;
UPDATE signing_key SET accepted_until = retired_at, sealed_private_jwk = '' WHERE retired_at IS NOT NULL;
ALTER TABLE signing_key ADD CONSTRAINT signing_key_retired CHECK (
  (retired_at IS NULL) = (accepted_until IS NULL) AND (retired_at IS NULL OR sealed_private_jwk = ''));

-- Phone numbers and bank accounts are sealed. Values from before are found by these indexes and sealed in the background;
-- then the indexes are empty. The condition is that of the queries, word by word.
CREATE INDEX account_plain_phone ON account (id)
  WHERE phone <> '' AND phone !~ '^v1:[A-Za-z0-9_-]{8}:[A-Za-z0-9_-]+$';
CREATE INDEX payout_plain_bank_account ON payout (id)
  WHERE bank_account <> '' AND bank_account !~ '^v1:[A-Za-z0-9_-]{8}:[A-Za-z0-9_-]+$';
