-- Somebody else signed up with the same address and another password before it was verified: the password is then chosen
-- anew by whoever verifies the address.
ALTER TABLE account ADD COLUMN contested boolean NOT NULL DEFAULT false;

-- Mails that anybody can have sent to an address, by hour: a limit per recipient. The recipient is hashed.
CREATE TABLE mail_quota (
  recipient_hash text NOT NULL,
  hour timestamptz NOT NULL,
  count int NOT NULL,
  PRIMARY KEY (recipient_hash, hour)
);
CREATE INDEX mail_quota_hour ON mail_quota (hour);
GRANT SELECT, INSERT, UPDATE, DELETE ON mail_quota TO jangteo_account;
