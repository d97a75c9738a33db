-- What is counted to limit it, for all instances. Keys are authentication codes: no address is in them.
CREATE TABLE quotas (
    key BLOB NOT NULL PRIMARY KEY,
    -- When everything that was taken is free again: from then on the row says nothing.
    free_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX quotas_by_end ON quotas (free_at);

-- Attempts to prove who one is that have not succeeded, by account, and by account and place.
CREATE TABLE guesses (
    key BLOB NOT NULL PRIMARY KEY,
    -- Since the last quiet day.
    recent INTEGER NOT NULL,
    -- Since the last success from the same place.
    total INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    locked_until INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX guesses_by_time ON guesses (last_at);
