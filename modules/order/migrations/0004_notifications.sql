-- News of orders are read from what happened to them; only how far somebody has looked is kept.
CREATE TABLE notification_seen (
  account_id uuid PRIMARY KEY,
  seen_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON notification_seen TO jangteo_order;
