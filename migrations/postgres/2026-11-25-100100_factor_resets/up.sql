-- Who of the staff lost every second factor, and waits for two others and a day.
CREATE TABLE factor_resets (
    account_id uuid NOT NULL PRIMARY KEY REFERENCES accounts (id),
    asked_by uuid NOT NULL REFERENCES accounts (id),
    asked_at timestamptz NOT NULL,
    -- Somebody else, and when it takes place; both or neither.
    approved_by uuid REFERENCES accounts (id),
    due_at timestamptz,
    CHECK (approved_by <> asked_by),
    CHECK ((approved_by IS NULL) = (due_at IS NULL))
);
CREATE INDEX factor_resets_by_due ON factor_resets (due_at);
