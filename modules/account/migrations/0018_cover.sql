-- What a refund takes from a seller who is gone and has not got it, the marketplace pays: nobody else would.
ALTER TABLE transfer DROP CONSTRAINT transfer_kind_check;
ALTER TABLE transfer ADD CONSTRAINT transfer_kind_check CHECK (kind IN
  ('deposit', 'purchase', 'fee', 'settle', 'refund', 'fee_refund', 'payout', 'payout_reversal', 'forfeit', 'cover')) NOT VALID;
-- Debts from before, in parts of what one transfer may move.
INSERT INTO transfer (id, debit_id, credit_id, amount, kind)
  SELECT gen_random_uuid(), '00000000-0000-7000-8000-000000000003', account_id, least(-posted - paid, 1000000000000), 'cover'
  FROM balance b JOIN account a ON a.id = b.account_id AND a.role = 'SELLER' AND a.status = 'CLOSED',
    generate_series(0, -posted - 1, 1000000000000) AS paid
  WHERE posted < 0;
