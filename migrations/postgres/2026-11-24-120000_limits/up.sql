-- What is counted to limit it, for all instances. Keys are authentication codes: no address is in them.
CREATE TABLE quotas (
    key bytea NOT NULL PRIMARY KEY,
    -- When everything that was taken is free again: from then on the row says nothing.
    free_at timestamptz NOT NULL
);
CREATE INDEX quotas_by_end ON quotas (free_at);

-- Attempts to prove who one is that have not succeeded, by account, and by account and place.
CREATE TABLE guesses (
    key bytea NOT NULL PRIMARY KEY,
    -- Since the last quiet day.
    recent integer NOT NULL,
    -- Since the last success from the same place.
    total integer NOT NULL,
    last_at timestamptz NOT NULL,
    locked_until timestamptz
);
CREATE INDEX guesses_by_time ON guesses (last_at);
