-- What identifies is sealed: columns beside the plain ones, which the program fills before the next
-- migration takes those away. What is found by its address is found by a blind index.
ALTER TABLE accounts RENAME COLUMN email TO email_index;
ALTER TABLE accounts ADD COLUMN email bytea NOT NULL DEFAULT '';
ALTER TABLE accounts RENAME COLUMN display_name TO display_name_plain;
ALTER TABLE accounts ADD COLUMN display_name bytea NOT NULL DEFAULT '';

ALTER TABLE sign_ups RENAME COLUMN email TO email_index;
ALTER TABLE sign_ups ADD COLUMN email bytea NOT NULL DEFAULT '';
ALTER TABLE sign_ups RENAME COLUMN display_name TO display_name_plain;
ALTER TABLE sign_ups ADD COLUMN display_name bytea NOT NULL DEFAULT '';

ALTER TABLE sessions RENAME COLUMN device_name TO device_name_plain;
ALTER TABLE sessions ADD COLUMN device_name bytea;

ALTER TABLE invitations RENAME COLUMN email TO email_index;
ALTER TABLE invitations ADD COLUMN email bytea NOT NULL DEFAULT '';

ALTER TABLE entries RENAME COLUMN note TO note_plain;
ALTER TABLE entries ADD COLUMN note bytea;
ALTER TABLE entries RENAME COLUMN change_reason TO change_reason_plain;
ALTER TABLE entries ADD COLUMN change_reason bytea;

ALTER TABLE entry_revisions RENAME COLUMN note TO note_plain;
ALTER TABLE entry_revisions ADD COLUMN note bytea;
ALTER TABLE entry_revisions RENAME COLUMN change_reason TO change_reason_plain;
ALTER TABLE entry_revisions ADD COLUMN change_reason bytea;

ALTER TABLE mails ADD COLUMN letter bytea NOT NULL DEFAULT '';
