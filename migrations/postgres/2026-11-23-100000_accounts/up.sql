-- Who can sign in, on which devices, and who is about to.
CREATE TABLE accounts (
    id uuid NOT NULL PRIMARY KEY,
    email text NOT NULL UNIQUE,
    display_name text NOT NULL,
    role smallint NOT NULL,
    time_zone text NOT NULL,
    locale text,
    -- Raised to end every session at once; a session remembers the one it was opened under.
    epoch integer NOT NULL,
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    disabled_at timestamptz
);

-- Apart from the account, so that reading an account never touches a password.
CREATE TABLE credentials (
    account_id uuid NOT NULL PRIMARY KEY REFERENCES accounts (id),
    hash text NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE TABLE sign_ups (
    id uuid NOT NULL PRIMARY KEY,
    email text NOT NULL,
    display_name text NOT NULL,
    role smallint NOT NULL,
    time_zone text NOT NULL,
    locale text,
    password_hash text NOT NULL,
    code_hash bytea NOT NULL,
    attempts smallint NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX sign_ups_by_email ON sign_ups (email);
CREATE INDEX sign_ups_by_expiry ON sign_ups (expires_at);

-- One row a device: the family of its refresh tokens. Only hashes of tokens are kept.
CREATE TABLE sessions (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    epoch integer NOT NULL,
    device_name text,
    address text NOT NULL,
    generation integer NOT NULL,
    current_hash bytea NOT NULL,
    previous_hash bytea,
    -- Whether the client has shown that it received the current generation.
    proved boolean NOT NULL,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    idle_until timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
);
CREATE INDEX sessions_by_account ON sessions (account_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);
