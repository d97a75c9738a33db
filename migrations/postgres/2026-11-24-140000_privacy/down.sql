DROP TABLE erasures;
DROP TABLE consents;
DROP FUNCTION refuse_to_change_consents();
