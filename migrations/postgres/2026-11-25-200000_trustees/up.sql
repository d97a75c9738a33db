-- From when on somebody of the circle acts for the patient, unless the patient says no before.
ALTER TABLE grants ADD COLUMN acts_from timestamptz;

-- Whom each patient chose to act for them one day, and what became of it so far.
CREATE TABLE trustees (
    patient_key bigint NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL,
    named_at timestamptz NOT NULL,
    -- The request that waits or has taken effect, or the last one: what the link in the mails is for.
    request_id uuid UNIQUE,
    requested_at timestamptz,
    -- When somebody is to be told next.
    next_mail_at timestamptz,
    -- After the patient said no: no request before then.
    may_ask_from timestamptz,
    FOREIGN KEY (patient_key, account_id) REFERENCES grants (patient_key, account_id)
);
CREATE INDEX trustees_by_next_mail ON trustees (next_mail_at);
CREATE INDEX trustees_by_account ON trustees (account_id);
