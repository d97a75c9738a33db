-- What the patient's newest consents say, where the policy reads it. Who was let in was let in by a
-- decision of the patient, so what nobody decided otherwise is shared.
ALTER TABLE patients ADD COLUMN care_sharing boolean NOT NULL DEFAULT true;
ALTER TABLE patients ADD COLUMN notes_sharing boolean NOT NULL DEFAULT true;
ALTER TABLE patients ADD COLUMN clinic_enrolment boolean NOT NULL DEFAULT true;

-- How a decision was given.
ALTER TABLE consents ADD COLUMN method smallint NOT NULL DEFAULT 1;

UPDATE patients SET
    care_sharing = coalesce((SELECT given FROM consents
        WHERE account_id = patients.account_id AND purpose = 1 ORDER BY id DESC LIMIT 1), true),
    notes_sharing = coalesce((SELECT given FROM consents
        WHERE account_id = patients.account_id AND purpose = 2 ORDER BY id DESC LIMIT 1), true),
    clinic_enrolment = coalesce((SELECT given FROM consents
        WHERE account_id = patients.account_id AND purpose = 3 ORDER BY id DESC LIMIT 1), true);
