-- Each retention rule finds the next rows at the end of their period by an index of its own.

-- A family of refresh tokens ends with its one unused token: when that expires or is revoked.
CREATE INDEX refresh_token_ended ON refresh_token (least(expires_at, revoked_at)) WHERE used_at IS NULL;
CREATE INDEX mail_token_expires ON mail_token (expires_at);
CREATE INDEX mail_at ON mail (at);

-- Only rows that still hold personal data, so that an erased one leaves the index.
CREATE INDEX deposit_personal ON deposit (at) WHERE state <> 'PENDING' AND (source <> '' OR memo <> '');
CREATE INDEX payout_personal ON payout (at) WHERE state <> 'PENDING' AND bank_account <> '';
