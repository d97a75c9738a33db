-- Each event is chained to the one before it: of the same patient, or else of the same account.
DROP INDEX audit_events_by_patient;
DROP TRIGGER audit_events_stay ON audit_events;

-- The number in the chain, without gaps; null where nobody known is concerned.
ALTER TABLE audit_events ADD COLUMN seq bigint;
-- What the actor was to the patient then.
ALTER TABLE audit_events ADD COLUMN relation smallint;
-- SHA-256 of this event and of the hash before it.
ALTER TABLE audit_events ADD COLUMN hash bytea;
-- The number of the last event of the chain: says when the end of it is missing.
ALTER TABLE patients ADD COLUMN audit_seq bigint NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN audit_seq bigint NOT NULL DEFAULT 0;

-- What is there already is numbered here, and hashed when the service starts.
UPDATE audit_events SET seq = numbered.seq
FROM (
    SELECT key, row_number() OVER (
        PARTITION BY patient_key, CASE WHEN patient_key IS NULL THEN actor END ORDER BY key
    ) AS seq
    FROM audit_events WHERE patient_key IS NOT NULL OR actor IS NOT NULL
) AS numbered
WHERE numbered.key = audit_events.key;
UPDATE patients SET audit_seq =
    (SELECT count(*) FROM audit_events WHERE patient_key = patients.key);
UPDATE accounts SET audit_seq =
    (SELECT count(*) FROM audit_events WHERE patient_key IS NULL AND actor = accounts.id);

CREATE UNIQUE INDEX audit_events_by_patient ON audit_events (patient_key, seq)
    WHERE patient_key IS NOT NULL;
CREATE UNIQUE INDEX audit_events_by_account ON audit_events (actor, seq)
    WHERE patient_key IS NULL;

-- A hash that is missing may be added once; nothing else ever changes.
CREATE FUNCTION audit_events_only_gain_a_hash() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.hash IS NULL AND NEW.hash IS NOT NULL
        AND (NEW.key, NEW.at, NEW.action, NEW.detail) = (OLD.key, OLD.at, OLD.action, OLD.detail)
        AND NEW.actor IS NOT DISTINCT FROM OLD.actor
        AND NEW.session_id IS NOT DISTINCT FROM OLD.session_id
        AND NEW.patient_key IS NOT DISTINCT FROM OLD.patient_key
        AND NEW.change_no IS NOT DISTINCT FROM OLD.change_no
        AND NEW.seq IS NOT DISTINCT FROM OLD.seq
        AND NEW.relation IS NOT DISTINCT FROM OLD.relation
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'audit events are append-only';
END
$$;
CREATE TRIGGER audit_events_stay BEFORE DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION audit_events_are_append_only();
CREATE TRIGGER audit_events_are_not_updated BEFORE UPDATE ON audit_events
    FOR EACH ROW EXECUTE FUNCTION audit_events_only_gain_a_hash();

-- Signed statements about where chains stood.
CREATE TABLE audit_checkpoints (
    number bigint NOT NULL PRIMARY KEY,
    at timestamptz NOT NULL,
    upto bigint NOT NULL,
    document text NOT NULL
);
