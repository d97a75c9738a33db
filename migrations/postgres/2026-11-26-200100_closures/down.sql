ALTER TABLE patients DROP COLUMN silence_told_at;
ALTER TABLE patients DROP COLUMN closure_basis;
ALTER TABLE patients DROP COLUMN closure_asked_at;
ALTER TABLE patients DROP COLUMN closes_at;
