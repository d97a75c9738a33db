-- Treatments (kind 1), the days on which they were given (2), screenings before them (3) and side
-- effects (4). The current row carries its revision; what it replaced is kept whole.
CREATE TABLE treatment_records (
    id uuid NOT NULL PRIMARY KEY,
    patient_key bigint NOT NULL REFERENCES patients (key),
    kind smallint NOT NULL CHECK (kind BETWEEN 1 AND 4),
    -- Of which treatment, or which one is suspected.
    treatment_id uuid REFERENCES treatment_records (id),
    began_on date NOT NULL,
    ended_on date CHECK (ended_on >= began_on),
    revision integer NOT NULL CHECK (revision >= 1),
    change_no bigint NOT NULL,
    voided boolean NOT NULL,
    -- What it says, sealed; null for a removal.
    content bytea,
    change_reason bytea,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL REFERENCES accounts (id),
    recorded_as smallint NOT NULL
);
CREATE INDEX treatment_records_by_patient
    ON treatment_records (patient_key, kind, began_on, id);
CREATE INDEX treatment_records_by_treatment
    ON treatment_records (treatment_id, kind, began_on, id);

CREATE TABLE treatment_record_revisions (
    id uuid NOT NULL,
    patient_key bigint NOT NULL REFERENCES patients (key),
    kind smallint NOT NULL CHECK (kind BETWEEN 1 AND 4),
    -- Of which treatment, or which one is suspected.
    treatment_id uuid,
    began_on date NOT NULL,
    ended_on date CHECK (ended_on >= began_on),
    revision integer NOT NULL CHECK (revision >= 1),
    change_no bigint NOT NULL,
    voided boolean NOT NULL,
    -- What it says, sealed; null for a removal.
    content bytea,
    change_reason bytea,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL REFERENCES accounts (id),
    recorded_as smallint NOT NULL,
    PRIMARY KEY (id, revision)
);
CREATE INDEX treatment_record_revisions_by_patient ON treatment_record_revisions (patient_key);
