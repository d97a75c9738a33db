-- What was plain is sealed by now: the program does it between the migration before and this one.
ALTER TABLE accounts DROP COLUMN display_name_plain;
ALTER TABLE sign_ups DROP COLUMN display_name_plain;
ALTER TABLE sessions DROP COLUMN device_name_plain;
ALTER TABLE entries DROP COLUMN note_plain;
ALTER TABLE entries DROP COLUMN change_reason_plain;
ALTER TABLE entry_revisions DROP COLUMN note_plain;
ALTER TABLE entry_revisions DROP COLUMN change_reason_plain;
ALTER TABLE mails DROP COLUMN recipient;
ALTER TABLE mails DROP COLUMN subject;
ALTER TABLE mails DROP COLUMN body;
