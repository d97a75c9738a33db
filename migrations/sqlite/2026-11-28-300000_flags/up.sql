-- That people said of a flag "we know": what they could see then, and what they wrote.
CREATE TABLE flag_acknowledgements (
    patient_key INTEGER NOT NULL REFERENCES patients (key),
    change_no INTEGER NOT NULL,
    flag_id BLOB NOT NULL,
    code INTEGER NOT NULL,
    -- The week of the last rating that they could see, and the numbers that the flag showed.
    seen_week INTEGER NOT NULL CHECK (seen_week BETWEEN 190001 AND 299953),
    readings TEXT NOT NULL CHECK (json_valid(readings)),
    note BLOB,
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES accounts (id),
    recorded_as INTEGER NOT NULL,
    PRIMARY KEY (patient_key, change_no)
) STRICT, WITHOUT ROWID;

-- Whether somebody who sees no more than the trend sees flags too.
ALTER TABLE grants ADD COLUMN may_see_flags INTEGER NOT NULL DEFAULT 0;
