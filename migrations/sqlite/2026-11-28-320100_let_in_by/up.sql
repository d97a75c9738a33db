-- Who let somebody in: the patient, or who acted for them then.
ALTER TABLE invitations ADD COLUMN invited_by BLOB REFERENCES accounts (id);
ALTER TABLE grants ADD COLUMN let_in_by BLOB REFERENCES accounts (id);

-- After a closure was taken back: nobody asks for one before then.
ALTER TABLE trustees ADD COLUMN may_close_from INTEGER;

-- What a trustee asked for ends with them; some have outlived one who was erased.
UPDATE patients SET closes_at = NULL, closure_asked_at = NULL, closure_basis = NULL
WHERE closes_at IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM grants
    WHERE patient_key = patients.key AND acts_from IS NOT NULL AND revoked_at IS NULL
);
