-- Passkeys: what an account signs in with, by one touch.
CREATE TABLE passkeys (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    -- As the authenticator named it: it is what a sign-in is found by.
    credential_id bytea NOT NULL UNIQUE,
    -- COSE (RFC 9052), as it came.
    public_key bytea NOT NULL,
    name bytea NOT NULL,
    -- How the authenticator is reached, with commas between.
    transports text NOT NULL,
    -- Of the last use: it grows, unless it is always zero.
    sign_count bigint NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz
);
CREATE INDEX passkeys_by_account ON passkeys (account_id);

-- What an authenticator is asked to sign, each once: hashed, together with what it is good for.
CREATE TABLE passkey_challenges (
    challenge_hash bytea NOT NULL PRIMARY KEY,
    expires_at timestamptz NOT NULL
);
CREATE INDEX passkey_challenges_by_expiry ON passkey_challenges (expires_at);
