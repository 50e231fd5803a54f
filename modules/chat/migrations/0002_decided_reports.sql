-- What administrators made of complaints.
ALTER TABLE report
  ADD COLUMN decision text CHECK (decision IN ('REMOVED', 'DISMISSED')),
  ADD COLUMN decision_reason text,
  ADD COLUMN decided_at timestamptz;
CREATE INDEX report_open ON report (id DESC) WHERE decision IS NULL;
GRANT UPDATE ON report TO jangteo_chat;
