ALTER TABLE erasures DROP COLUMN begun_at;
