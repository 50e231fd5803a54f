-- A person's payments: for the export of one's own data, and for what closing an account erases of them.
CREATE INDEX deposit_account ON deposit (account_id, id);
CREATE INDEX payout_account ON payout (account_id, id);
