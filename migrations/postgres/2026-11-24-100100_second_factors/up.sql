-- How surely and when the person on a device said who they are (RFC 9068: acr, auth_time).
ALTER TABLE sessions ADD COLUMN assurance smallint NOT NULL DEFAULT 1;
ALTER TABLE sessions ADD COLUMN authenticated_at timestamptz NOT NULL DEFAULT '1970-01-01 00:00:00Z';
UPDATE sessions SET authenticated_at = created_at;

-- Codes that change every half minute: one that counts, and one that waits to be confirmed.
CREATE TABLE totp_factors (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    confirmed boolean NOT NULL,
    seed bytea NOT NULL,
    -- The half minute whose code was used last: none before it, and not itself, counts again.
    last_step bigint NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (account_id, confirmed)
);

-- Codes that were written down, for when everything else is lost.
CREATE TABLE recovery_codes (
    account_id uuid NOT NULL REFERENCES accounts (id),
    number smallint NOT NULL,
    code_hash bytea NOT NULL,
    created_at timestamptz NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (account_id, number)
);

-- Who gave the right password and still owes a second factor. The id is that of the session to be.
CREATE TABLE pending_sign_ins (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    epoch integer NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    device_name bytea,
    address text NOT NULL,
    attempts smallint NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX pending_sign_ins_by_account ON pending_sign_ins (account_id);
CREATE INDEX pending_sign_ins_by_expiry ON pending_sign_ins (expires_at);
