-- From then on an erasure is not taken back any more.
ALTER TABLE erasures ADD COLUMN begun_at INTEGER;
