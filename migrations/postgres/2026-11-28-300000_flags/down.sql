ALTER TABLE grants DROP COLUMN may_see_flags;
DROP TABLE flag_acknowledgements;
