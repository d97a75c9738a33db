-- What somebody agreed to, and what they took back: each row says one of the two, and none changes.
CREATE TABLE consents (
    id BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    purpose INTEGER NOT NULL,
    given INTEGER NOT NULL,
    -- Which text was shown, in which language.
    policy TEXT NOT NULL,
    policy_hash BLOB NOT NULL,
    language TEXT NOT NULL,
    given_by INTEGER NOT NULL,
    -- On what somebody else may give it; sealed.
    basis BLOB,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX consents_by_account ON consents (account_id, id);

-- Who asked to be forgotten, and when that happens.
CREATE TABLE erasures (
    account_id BLOB NOT NULL PRIMARY KEY REFERENCES accounts (id),
    asked_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL
) STRICT;
CREATE INDEX erasures_by_due ON erasures (due_at);

CREATE TRIGGER consents_are_not_updated BEFORE UPDATE ON consents
BEGIN
    SELECT RAISE(ABORT, 'consents are append-only');
END;

CREATE TRIGGER consents_are_not_deleted BEFORE DELETE ON consents
BEGIN
    SELECT RAISE(ABORT, 'consents are append-only');
END;
