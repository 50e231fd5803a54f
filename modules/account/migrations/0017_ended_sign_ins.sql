-- Every instance reads the sign-ins that ended lately every few seconds, with the accounts that lost access.
CREATE INDEX session_ended_at ON session (ended_at, id) WHERE ended_at IS NOT NULL;
