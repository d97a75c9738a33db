-- Who did what to whose record: written in the transaction of the change, and never changed.
CREATE TABLE audit_events (
    key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    action text NOT NULL,
    actor uuid,
    session_id uuid,
    patient_key bigint,
    -- The number of the change in the patient's own order; null where no diary is concerned.
    change_no bigint,
    detail jsonb NOT NULL
);
CREATE UNIQUE INDEX audit_events_by_patient ON audit_events (patient_key, change_no);

CREATE FUNCTION audit_events_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit events are append-only';
END
$$;

CREATE TRIGGER audit_events_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION audit_events_are_append_only();
