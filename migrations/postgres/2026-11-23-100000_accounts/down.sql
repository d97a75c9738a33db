DROP TABLE sessions;
DROP TABLE sign_ups;
DROP TABLE credentials;
DROP TABLE accounts;
