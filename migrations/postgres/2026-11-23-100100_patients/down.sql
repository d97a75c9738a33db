DROP TABLE invitations;
DROP TABLE grants;
DROP TABLE patients;
