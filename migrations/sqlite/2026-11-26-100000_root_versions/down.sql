ALTER TABLE recovery_codes DROP COLUMN root;
ALTER TABLE sessions DROP COLUMN previous_root;
ALTER TABLE sessions DROP COLUMN root;
