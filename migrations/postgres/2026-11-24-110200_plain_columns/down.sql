-- What was sealed stays so: nothing here can open it.
ALTER TABLE mails ADD COLUMN body text NOT NULL DEFAULT '';
ALTER TABLE mails ADD COLUMN subject text NOT NULL DEFAULT '';
ALTER TABLE mails ADD COLUMN recipient text NOT NULL DEFAULT '';
ALTER TABLE entry_revisions ADD COLUMN change_reason_plain text;
ALTER TABLE entry_revisions ADD COLUMN note_plain text;
ALTER TABLE entries ADD COLUMN change_reason_plain text;
ALTER TABLE entries ADD COLUMN note_plain text;
ALTER TABLE sessions ADD COLUMN device_name_plain text;
ALTER TABLE sign_ups ADD COLUMN display_name_plain text NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN display_name_plain text NOT NULL DEFAULT '';
