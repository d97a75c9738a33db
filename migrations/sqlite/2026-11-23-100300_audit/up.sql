-- Who did what to whose record: written in the transaction of the change, and never changed.
CREATE TABLE audit_events (
    key INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    action TEXT NOT NULL,
    actor BLOB,
    session_id BLOB,
    patient_key INTEGER,
    -- The number of the change in the patient's own order; null where no diary is concerned.
    change_no INTEGER,
    detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;
CREATE UNIQUE INDEX audit_events_by_patient ON audit_events (patient_key, change_no);

CREATE TRIGGER audit_events_are_not_updated BEFORE UPDATE ON audit_events
BEGIN
    SELECT RAISE(ABORT, 'audit events are append-only');
END;

CREATE TRIGGER audit_events_are_not_deleted BEFORE DELETE ON audit_events
BEGIN
    SELECT RAISE(ABORT, 'audit events are append-only');
END;
