-- Treatments (kind 1), the days on which they were given (2), screenings before them (3) and side
-- effects (4). The current row carries its revision; what it replaced is kept whole.
CREATE TABLE treatment_records (
    id BLOB NOT NULL PRIMARY KEY,
    patient_key INTEGER NOT NULL REFERENCES patients (key),
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
    -- Of which treatment, or which one is suspected.
    treatment_id BLOB REFERENCES treatment_records (id),
    began_on TEXT NOT NULL,
    ended_on TEXT CHECK (ended_on >= began_on),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    change_no INTEGER NOT NULL,
    voided INTEGER NOT NULL,
    -- What it says, sealed; null for a removal.
    content BLOB,
    change_reason BLOB,
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES accounts (id),
    recorded_as INTEGER NOT NULL
) STRICT;
CREATE INDEX treatment_records_by_patient
    ON treatment_records (patient_key, kind, began_on, id);
CREATE INDEX treatment_records_by_treatment
    ON treatment_records (treatment_id, kind, began_on, id);

CREATE TABLE treatment_record_revisions (
    id BLOB NOT NULL,
    patient_key INTEGER NOT NULL REFERENCES patients (key),
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
    -- Of which treatment, or which one is suspected.
    treatment_id BLOB,
    began_on TEXT NOT NULL,
    ended_on TEXT CHECK (ended_on >= began_on),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    change_no INTEGER NOT NULL,
    voided INTEGER NOT NULL,
    -- What it says, sealed; null for a removal.
    content BLOB,
    change_reason BLOB,
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES accounts (id),
    recorded_as INTEGER NOT NULL,
    PRIMARY KEY (id, revision)
) STRICT;
CREATE INDEX treatment_record_revisions_by_patient ON treatment_record_revisions (patient_key);
