-- Who of the staff lost every second factor, and waits for two others and a day.
CREATE TABLE factor_resets (
    account_id BLOB NOT NULL PRIMARY KEY REFERENCES accounts (id),
    asked_by BLOB NOT NULL REFERENCES accounts (id),
    asked_at INTEGER NOT NULL,
    -- Somebody else, and when it takes place; both or neither.
    approved_by BLOB REFERENCES accounts (id),
    due_at INTEGER,
    CHECK (approved_by <> asked_by),
    CHECK ((approved_by IS NULL) = (due_at IS NULL))
) STRICT;
CREATE INDEX factor_resets_by_due ON factor_resets (due_at);
