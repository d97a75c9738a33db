DROP TABLE audit_cuts;
DROP TRIGGER audit_events_go_with_a_cut;
CREATE TRIGGER audit_events_are_not_deleted BEFORE DELETE ON audit_events
BEGIN
    SELECT RAISE(ABORT, 'audit events are append-only');
END;
