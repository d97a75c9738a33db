-- Addresses that no invitation is mailed to any more.
CREATE TABLE unwanted (
    email_index text NOT NULL PRIMARY KEY,
    since timestamptz NOT NULL
);
