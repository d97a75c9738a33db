-- From when on nobody records in the diary any more, as whoever acts for the patient asked; on what
-- they may is sealed.
ALTER TABLE patients ADD COLUMN closes_at INTEGER;
ALTER TABLE patients ADD COLUMN closure_asked_at INTEGER;
ALTER TABLE patients ADD COLUMN closure_basis BLOB;
-- When somebody was last told that the patient has been silent for long.
ALTER TABLE patients ADD COLUMN silence_told_at INTEGER;
