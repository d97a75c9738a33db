-- Addresses that no invitation is mailed to any more.
CREATE TABLE unwanted (
    email_index TEXT NOT NULL PRIMARY KEY,
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
