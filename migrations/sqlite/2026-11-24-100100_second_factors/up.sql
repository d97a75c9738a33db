-- How surely and when the person on a device said who they are (RFC 9068: acr, auth_time).
ALTER TABLE sessions ADD COLUMN assurance INTEGER NOT NULL DEFAULT 1;
ALTER TABLE sessions ADD COLUMN authenticated_at INTEGER NOT NULL DEFAULT 0;
UPDATE sessions SET authenticated_at = created_at;

-- Codes that change every half minute: one that counts, and one that waits to be confirmed.
CREATE TABLE totp_factors (
    id BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    confirmed INTEGER NOT NULL,
    seed BLOB NOT NULL,
    -- The half minute whose code was used last: none before it, and not itself, counts again.
    last_step INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (account_id, confirmed)
) STRICT;

-- Codes that were written down, for when everything else is lost.
CREATE TABLE recovery_codes (
    account_id BLOB NOT NULL REFERENCES accounts (id),
    number INTEGER NOT NULL,
    code_hash BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER,
    PRIMARY KEY (account_id, number)
) STRICT, WITHOUT ROWID;

-- Who gave the right password and still owes a second factor. The id is that of the session to be.
CREATE TABLE pending_sign_ins (
    id BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    epoch INTEGER NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    device_name BLOB,
    address TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX pending_sign_ins_by_account ON pending_sign_ins (account_id);
CREATE INDEX pending_sign_ins_by_expiry ON pending_sign_ins (expires_at);
