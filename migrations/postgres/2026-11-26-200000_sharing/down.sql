ALTER TABLE consents DROP COLUMN method;
ALTER TABLE patients DROP COLUMN clinic_enrolment;
ALTER TABLE patients DROP COLUMN notes_sharing;
ALTER TABLE patients DROP COLUMN care_sharing;
