ALTER TABLE mails DROP COLUMN letter;

ALTER TABLE entry_revisions DROP COLUMN change_reason;
ALTER TABLE entry_revisions RENAME COLUMN change_reason_plain TO change_reason;
ALTER TABLE entry_revisions DROP COLUMN note;
ALTER TABLE entry_revisions RENAME COLUMN note_plain TO note;

ALTER TABLE entries DROP COLUMN change_reason;
ALTER TABLE entries RENAME COLUMN change_reason_plain TO change_reason;
ALTER TABLE entries DROP COLUMN note;
ALTER TABLE entries RENAME COLUMN note_plain TO note;

ALTER TABLE invitations DROP COLUMN email;
ALTER TABLE invitations RENAME COLUMN email_index TO email;

ALTER TABLE sessions DROP COLUMN device_name;
ALTER TABLE sessions RENAME COLUMN device_name_plain TO device_name;

ALTER TABLE sign_ups DROP COLUMN display_name;
ALTER TABLE sign_ups RENAME COLUMN display_name_plain TO display_name;
ALTER TABLE sign_ups DROP COLUMN email;
ALTER TABLE sign_ups RENAME COLUMN email_index TO email;

ALTER TABLE accounts DROP COLUMN display_name;
ALTER TABLE accounts RENAME COLUMN display_name_plain TO display_name;
ALTER TABLE accounts DROP COLUMN email;
ALTER TABLE accounts RENAME COLUMN email_index TO email;
