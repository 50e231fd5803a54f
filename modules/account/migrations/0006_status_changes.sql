-- Every instance reads the latest suspensions, reinstatements and closings every few seconds.
CREATE INDEX account_status_at ON account (status_at, id) WHERE status_at IS NOT NULL;
