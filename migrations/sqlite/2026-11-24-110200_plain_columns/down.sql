-- What was sealed stays so: nothing here can open it.
ALTER TABLE mails ADD COLUMN body TEXT NOT NULL DEFAULT '';
ALTER TABLE mails ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE mails ADD COLUMN recipient TEXT NOT NULL DEFAULT '';
ALTER TABLE entry_revisions ADD COLUMN change_reason_plain TEXT;
ALTER TABLE entry_revisions ADD COLUMN note_plain TEXT;
ALTER TABLE entries ADD COLUMN change_reason_plain TEXT;
ALTER TABLE entries ADD COLUMN note_plain TEXT;
ALTER TABLE sessions ADD COLUMN device_name_plain TEXT;
ALTER TABLE sign_ups ADD COLUMN display_name_plain TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN display_name_plain TEXT NOT NULL DEFAULT '';
