-- One key for each person and each diary, wrapped: what it seals is lost with its row.
CREATE TABLE data_keys (
    subject BLOB NOT NULL PRIMARY KEY,
    -- The version of the key-encryption key that wraps it.
    kek INTEGER NOT NULL,
    wrapped BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX data_keys_by_kek ON data_keys (kek);
