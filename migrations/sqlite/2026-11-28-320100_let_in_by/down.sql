ALTER TABLE trustees DROP COLUMN may_close_from;
ALTER TABLE grants DROP COLUMN let_in_by;
ALTER TABLE invitations DROP COLUMN invited_by;
