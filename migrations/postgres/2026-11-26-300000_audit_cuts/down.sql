DROP TRIGGER audit_events_go_with_a_cut ON audit_events;
DROP TRIGGER audit_events_stay ON audit_events;
CREATE TRIGGER audit_events_stay BEFORE DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION audit_events_are_append_only();
DROP FUNCTION audit_events_go_with_a_cut();
DROP TABLE audit_cuts;
DROP FUNCTION audit_cuts_are_closed_once();
DROP FUNCTION audit_cuts_are_append_only();
