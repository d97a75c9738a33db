DROP TABLE guesses;
DROP TABLE quotas;
