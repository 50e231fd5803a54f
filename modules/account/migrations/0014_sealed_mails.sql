-- Mails that hold a token are sealed. A mailer of before, which would send them as they are stored, looks at next_attempt_at,
-- so it is 'infinity' in every mail from now on; due_at takes its place.
ALTER TABLE mail ADD COLUMN due_at timestamptz;
CREATE INDEX mail_due_at ON mail (coalesce(due_at, next_attempt_at)) WHERE sent_at IS NULL;
DROP INDEX mail_due;
