-- A token by which whoever reads the mails of a new address makes it an account's.
ALTER TABLE mail_token DROP CONSTRAINT mail_token_purpose_check;
ALTER TABLE mail_token ADD CONSTRAINT mail_token_purpose_check CHECK (purpose IN ('verify', 'reset', 'email'));
ALTER TABLE mail_token ADD COLUMN email text;
