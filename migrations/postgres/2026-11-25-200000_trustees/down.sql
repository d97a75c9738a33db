DROP TABLE trustees;
ALTER TABLE grants DROP COLUMN acts_from;
