-- Passkeys: what an account signs in with, by one touch.
CREATE TABLE passkeys (
    id BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    -- As the authenticator named it: it is what a sign-in is found by.
    credential_id BLOB NOT NULL UNIQUE,
    -- COSE (RFC 9052), as it came.
    public_key BLOB NOT NULL,
    name BLOB NOT NULL,
    -- How the authenticator is reached, with commas between.
    transports TEXT NOT NULL,
    -- Of the last use: it grows, unless it is always zero.
    sign_count INTEGER NOT NULL,
    backup_eligible INTEGER NOT NULL,
    backed_up INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER
) STRICT;
CREATE INDEX passkeys_by_account ON passkeys (account_id);

-- What an authenticator is asked to sign, each once: hashed, together with what it is good for.
CREATE TABLE passkey_challenges (
    challenge_hash BLOB NOT NULL PRIMARY KEY,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX passkey_challenges_by_expiry ON passkey_challenges (expires_at);
