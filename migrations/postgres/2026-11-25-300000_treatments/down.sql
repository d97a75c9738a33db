DROP TABLE treatment_record_revisions;
DROP TABLE treatment_records;
