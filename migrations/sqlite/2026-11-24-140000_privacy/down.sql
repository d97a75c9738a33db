DROP TABLE erasures;
DROP TABLE consents;
