-- Signed statements about what of the audit has gone because its time was over.
CREATE TABLE audit_cuts (
    number bigint NOT NULL PRIMARY KEY CHECK (number > 0),
    at timestamptz NOT NULL,
    -- Everything that has gone is from before this.
    before timestamptz NOT NULL CHECK (before <= at - interval '1095 days'),
    -- The last event that has gone.
    upto bigint NOT NULL,
    document text NOT NULL,
    -- 0 while events may go with it, which names no cut: no transaction ends so.
    open bigint CHECK (open = 0) REFERENCES audit_cuts (number) DEFERRABLE INITIALLY DEFERRED
);

-- Events go only with a cut of the same transaction, covered by a checkpoint, and of no chain the last.
CREATE FUNCTION audit_events_go_with_a_cut() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    followed boolean;
BEGIN
    followed := CASE
        WHEN OLD.seq IS NULL THEN true
        WHEN OLD.patient_key IS NOT NULL THEN EXISTS (
            SELECT FROM audit_events
            WHERE patient_key = OLD.patient_key AND seq > OLD.seq)
        ELSE EXISTS (
            SELECT FROM audit_events
            WHERE patient_key IS NULL AND actor = OLD.actor AND seq > OLD.seq)
        END;
    IF followed AND EXISTS (
        SELECT FROM audit_cuts
        WHERE open = 0 AND OLD.key <= upto AND OLD.at < before
            AND EXISTS (SELECT FROM audit_checkpoints WHERE audit_checkpoints.upto >= OLD.key))
    THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'audit events are append-only';
END
$$;
DROP TRIGGER audit_events_stay ON audit_events;
CREATE TRIGGER audit_events_stay BEFORE TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION audit_events_are_append_only();
CREATE TRIGGER audit_events_go_with_a_cut BEFORE DELETE ON audit_events
    FOR EACH ROW EXECUTE FUNCTION audit_events_go_with_a_cut();

CREATE FUNCTION audit_cuts_are_closed_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.open = 0 AND NEW.open IS NULL
        AND (NEW.number, NEW.at, NEW.before, NEW.upto, NEW.document)
            = (OLD.number, OLD.at, OLD.before, OLD.upto, OLD.document)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'audit cuts are append-only';
END
$$;
CREATE FUNCTION audit_cuts_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit cuts are append-only';
END
$$;
CREATE TRIGGER audit_cuts_stay BEFORE DELETE OR TRUNCATE ON audit_cuts
    FOR EACH STATEMENT EXECUTE FUNCTION audit_cuts_are_append_only();
CREATE TRIGGER audit_cuts_are_closed_once BEFORE UPDATE ON audit_cuts
    FOR EACH ROW EXECUTE FUNCTION audit_cuts_are_closed_once();
