-- The diaries, and who else may open them.
CREATE TABLE patients (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    account_id BLOB NOT NULL UNIQUE REFERENCES accounts (id),
    symptom_onset TEXT,
    diagnosed_on TEXT,
    onset_region INTEGER,
    birth_year INTEGER,
    sex INTEGER,
    gene TEXT,
    time_zone TEXT NOT NULL,
    -- The number of the last change to this record: orders the feed and the audit, without gaps.
    last_change INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE grants (
    patient_key INTEGER NOT NULL REFERENCES patients (key),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    level INTEGER NOT NULL,
    relation INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER,
    PRIMARY KEY (patient_key, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX grants_by_account ON grants (account_id);

CREATE TABLE invitations (
    id BLOB NOT NULL PRIMARY KEY,
    patient_key INTEGER NOT NULL REFERENCES patients (key),
    email TEXT NOT NULL,
    level INTEGER NOT NULL,
    relation INTEGER NOT NULL,
    code_hash BLOB NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    used_by BLOB REFERENCES accounts (id),
    revoked_at INTEGER
) STRICT;
CREATE INDEX invitations_by_patient ON invitations (patient_key, created_at);
