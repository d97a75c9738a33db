-- From when on somebody of the circle acts for the patient, unless the patient says no before.
ALTER TABLE grants ADD COLUMN acts_from INTEGER;

-- Whom each patient chose to act for them one day, and what became of it so far.
CREATE TABLE trustees (
    patient_key INTEGER NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL,
    named_at INTEGER NOT NULL,
    -- The request that waits or has taken effect, or the last one: what the link in the mails is for.
    request_id BLOB UNIQUE,
    requested_at INTEGER,
    -- When somebody is to be told next.
    next_mail_at INTEGER,
    -- After the patient said no: no request before then.
    may_ask_from INTEGER,
    FOREIGN KEY (patient_key, account_id) REFERENCES grants (patient_key, account_id)
) STRICT;
CREATE INDEX trustees_by_next_mail ON trustees (next_mail_at);
CREATE INDEX trustees_by_account ON trustees (account_id);
