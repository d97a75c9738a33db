-- Signed statements about what of the audit has gone because its time was over.
CREATE TABLE audit_cuts (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    at INTEGER NOT NULL,
    -- Everything that has gone is from before this: 1,095 days at least.
    before INTEGER NOT NULL CHECK (before <= at - 94608000000000),
    -- The last event that has gone.
    upto INTEGER NOT NULL,
    document TEXT NOT NULL,
    -- 0 while events may go with it, which names no cut: no transaction ends so.
    open INTEGER CHECK (open = 0) REFERENCES audit_cuts (number) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Events go only with a cut of the same transaction, covered by a checkpoint, and of no chain the last.
DROP TRIGGER audit_events_are_not_deleted;
CREATE TRIGGER audit_events_go_with_a_cut BEFORE DELETE ON audit_events
WHEN NOT (
    CASE
        WHEN OLD.seq IS NULL THEN TRUE
        WHEN OLD.patient_key IS NOT NULL THEN EXISTS (
            SELECT 1 FROM audit_events
            WHERE patient_key = OLD.patient_key AND seq > OLD.seq)
        ELSE EXISTS (
            SELECT 1 FROM audit_events
            WHERE patient_key IS NULL AND actor = OLD.actor AND seq > OLD.seq)
    END
    AND EXISTS (
        SELECT 1 FROM audit_cuts
        WHERE open = 0 AND OLD.key <= upto AND OLD.at < before
            AND EXISTS (SELECT 1 FROM audit_checkpoints WHERE audit_checkpoints.upto >= OLD.key))
)
BEGIN
    SELECT RAISE(ABORT, 'audit events are append-only');
END;

CREATE TRIGGER audit_cuts_are_closed_once BEFORE UPDATE ON audit_cuts
WHEN NOT (
    OLD.open IS 0 AND NEW.open IS NULL
    AND NEW.number IS OLD.number AND NEW.at IS OLD.at AND NEW.before IS OLD.before
    AND NEW.upto IS OLD.upto AND NEW.document IS OLD.document
)
BEGIN
    SELECT RAISE(ABORT, 'audit cuts are append-only');
END;
CREATE TRIGGER audit_cuts_are_not_deleted BEFORE DELETE ON audit_cuts
BEGIN
    SELECT RAISE(ABORT, 'audit cuts are append-only');
END;
