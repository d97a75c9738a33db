DROP TABLE audit_checkpoints;
DROP TRIGGER audit_events_are_not_updated ON audit_events;
DROP TRIGGER audit_events_stay ON audit_events;
DROP FUNCTION audit_events_only_gain_a_hash;
DROP INDEX audit_events_by_account;
DROP INDEX audit_events_by_patient;
ALTER TABLE accounts DROP COLUMN audit_seq;
ALTER TABLE patients DROP COLUMN audit_seq;
ALTER TABLE audit_events DROP COLUMN hash;
ALTER TABLE audit_events DROP COLUMN relation;
ALTER TABLE audit_events DROP COLUMN seq;
CREATE UNIQUE INDEX audit_events_by_patient ON audit_events (patient_key, change_no);
CREATE TRIGGER audit_events_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION audit_events_are_append_only();
