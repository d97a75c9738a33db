-- Which version of the root key made the current refresh token of a session, and the one before it.
ALTER TABLE sessions ADD COLUMN root INTEGER NOT NULL DEFAULT 1;
ALTER TABLE sessions ADD COLUMN previous_root INTEGER;
UPDATE sessions SET previous_root = 1 WHERE previous_hash IS NOT NULL;
-- Which version hashed a recovery code; none since the vault does.
ALTER TABLE recovery_codes ADD COLUMN root INTEGER;
UPDATE recovery_codes SET root = 1;
