-- Of the link that is mailed beside the code: its SHA-256.
ALTER TABLE sign_ups ADD COLUMN link_hash BLOB;
CREATE UNIQUE INDEX sign_ups_by_link ON sign_ups (link_hash);
