-- What administrators did and which personal data they looked at. Rows are only ever added.
CREATE TABLE audit_entry (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  admin_id uuid NOT NULL,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  reason text NOT NULL,
  detail jsonb NOT NULL
);
CREATE INDEX audit_entry_subject ON audit_entry (subject_id, id DESC);

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is never changed or deleted' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER refuse_audit_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

DO $$ BEGIN
  EXECUTE format('GRANT SELECT, INSERT ON audit_entry TO %I', 'jangteo_' || current_schema());
END $$;
