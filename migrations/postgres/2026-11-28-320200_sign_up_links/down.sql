DROP INDEX sign_ups_by_link;
ALTER TABLE sign_ups DROP COLUMN link_hash;
