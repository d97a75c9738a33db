-- Codes that were mailed to somebody who has an account: one of each purpose, the newest.
CREATE TABLE account_codes (
    account_id uuid NOT NULL REFERENCES accounts (id),
    purpose smallint NOT NULL,
    code_hash bytea NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (account_id, purpose)
);
CREATE INDEX account_codes_by_expiry ON account_codes (expires_at);
