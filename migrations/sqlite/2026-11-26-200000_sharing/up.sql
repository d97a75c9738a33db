-- What the patient's newest consents say, where the policy reads it. Who was let in was let in by a
-- decision of the patient, so what nobody decided otherwise is shared.
ALTER TABLE patients ADD COLUMN care_sharing INTEGER NOT NULL DEFAULT 1;
ALTER TABLE patients ADD COLUMN notes_sharing INTEGER NOT NULL DEFAULT 1;
ALTER TABLE patients ADD COLUMN clinic_enrolment INTEGER NOT NULL DEFAULT 1;

-- How a decision was given.
ALTER TABLE consents ADD COLUMN method INTEGER NOT NULL DEFAULT 1;

UPDATE patients SET
    care_sharing = coalesce((SELECT given FROM consents
        WHERE account_id = patients.account_id AND purpose = 1 ORDER BY id DESC LIMIT 1), 1),
    notes_sharing = coalesce((SELECT given FROM consents
        WHERE account_id = patients.account_id AND purpose = 2 ORDER BY id DESC LIMIT 1), 1),
    clinic_enrolment = coalesce((SELECT given FROM consents
        WHERE account_id = patients.account_id AND purpose = 3 ORDER BY id DESC LIMIT 1), 1);
