-- The diaries, and who else may open them.
CREATE TABLE patients (
    key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    account_id uuid NOT NULL UNIQUE REFERENCES accounts (id),
    symptom_onset date,
    diagnosed_on date,
    onset_region smallint,
    birth_year smallint,
    sex smallint,
    gene text,
    time_zone text NOT NULL,
    -- The number of the last change to this record: orders the feed and the audit, without gaps.
    last_change bigint NOT NULL,
    version integer NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE grants (
    patient_key bigint NOT NULL REFERENCES patients (key),
    account_id uuid NOT NULL REFERENCES accounts (id),
    level smallint NOT NULL,
    relation smallint NOT NULL,
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    revoked_at timestamptz,
    PRIMARY KEY (patient_key, account_id)
);
CREATE INDEX grants_by_account ON grants (account_id);

CREATE TABLE invitations (
    id uuid NOT NULL PRIMARY KEY,
    patient_key bigint NOT NULL REFERENCES patients (key),
    email text NOT NULL,
    level smallint NOT NULL,
    relation smallint NOT NULL,
    code_hash bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    used_by uuid REFERENCES accounts (id),
    revoked_at timestamptz
);
CREATE INDEX invitations_by_patient ON invitations (patient_key, created_at);
