-- Codes that were mailed to somebody who has an account: one of each purpose, the newest.
CREATE TABLE account_codes (
    account_id BLOB NOT NULL REFERENCES accounts (id),
    purpose INTEGER NOT NULL,
    code_hash BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, purpose)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_codes_by_expiry ON account_codes (expires_at);
