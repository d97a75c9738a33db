-- Who can sign in, on which devices, and who is about to.
CREATE TABLE accounts (
    id BLOB NOT NULL PRIMARY KEY,
    email_index TEXT NOT NULL UNIQUE,
    role INTEGER NOT NULL,
    time_zone TEXT NOT NULL,
    locale TEXT,
    -- Raised to end every session at once; a session remembers the one it was opened under.
    epoch INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    disabled_at INTEGER,
    email BLOB NOT NULL,
    display_name BLOB NOT NULL,
    -- The number and the hash of the last event of the chain, which the next follows.
    audit_seq INTEGER NOT NULL DEFAULT 0,
    audit_end BLOB,
    -- Whether the zone is another than that from which reminders were computed.
    zone_moved INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX accounts_moved ON accounts (id) WHERE zone_moved;

-- Apart from the account, so that reading an account never touches a password.
CREATE TABLE credentials (
    account_id BLOB NOT NULL PRIMARY KEY REFERENCES accounts (id),
    hash TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sign_ups (
    id BLOB NOT NULL PRIMARY KEY,
    email_index TEXT NOT NULL,
    role INTEGER NOT NULL,
    time_zone TEXT NOT NULL,
    locale TEXT,
    password_hash TEXT NOT NULL,
    code_hash BLOB NOT NULL,
    attempts INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    email BLOB NOT NULL,
    display_name BLOB NOT NULL,
    -- Of the link that is mailed beside the code: its SHA-256.
    link_hash BLOB,
    -- Once it is confirmed: whose it became, for a client that lost the answer. Nothing else is left of the person.
    account_id BLOB REFERENCES accounts (id)
) STRICT;
CREATE INDEX sign_ups_by_email ON sign_ups (email_index);
CREATE INDEX sign_ups_by_expiry ON sign_ups (expires_at);
CREATE UNIQUE INDEX sign_ups_by_link ON sign_ups (link_hash);

-- One row a device: the family of its refresh tokens. Only hashes of tokens are kept.
CREATE TABLE sessions (
    id BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    epoch INTEGER NOT NULL,
    address TEXT NOT NULL,
    generation INTEGER NOT NULL,
    current_hash BLOB NOT NULL,
    previous_hash BLOB,
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    idle_until INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER,
    -- How surely and when the person on a device said who they are (RFC 9068: acr, auth_time).
    assurance INTEGER NOT NULL,
    authenticated_at INTEGER NOT NULL,
    device_name BLOB,
    -- Which version of the root key made the current refresh token of a session, and the one before it.
    root INTEGER NOT NULL,
    previous_root INTEGER
) STRICT;
CREATE INDEX sessions_by_account ON sessions (account_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- The diaries, and who else may open them.
CREATE TABLE patients (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    account_id BLOB NOT NULL UNIQUE REFERENCES accounts (id),
    time_zone TEXT NOT NULL,
    -- The number of the last change to this record: orders the feed and the audit, without gaps.
    last_change INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    -- The number and the hash of the last event of the chain, which the next follows: they say when the end
    -- of it is missing.
    audit_seq INTEGER NOT NULL DEFAULT 0,
    audit_end BLOB,
    -- What the patient's newest consents say, where the policy reads it. Who was let in was let in by a
    -- decision of the patient, so what nobody decided otherwise is shared.
    care_sharing INTEGER NOT NULL DEFAULT 1,
    notes_sharing INTEGER NOT NULL DEFAULT 1,
    clinic_enrolment INTEGER NOT NULL DEFAULT 1,
    research_export INTEGER NOT NULL DEFAULT 1,
    -- When one of these that exports rest on was last given again.
    shared_since INTEGER,
    -- From when on nobody records in the diary any more, as whoever acts for the patient asked; on what
    -- they may is sealed.
    closes_at INTEGER,
    closure_asked_at INTEGER,
    closure_basis BLOB,
    -- When somebody was last told that the patient has been silent for long.
    silence_told_at INTEGER
) STRICT;

-- What is known about the person, of whom anything was said.
CREATE TABLE patient_facts (
    patient_key INTEGER PRIMARY KEY REFERENCES patients (key),
    version INTEGER NOT NULL,
    symptom_onset TEXT,
    diagnosed_on TEXT,
    onset_region INTEGER,
    birth_year INTEGER,
    sex INTEGER,
    gene TEXT,
    usual_weight_tenths INTEGER,
    height_cm INTEGER,
    -- The number of the change of the record that made them so.
    change_no INTEGER NOT NULL
) STRICT;

CREATE TABLE grants (
    patient_key INTEGER NOT NULL REFERENCES patients (key),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    level INTEGER NOT NULL,
    relation INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER,
    -- From when on somebody of the circle acts for the patient, unless the patient says no before.
    acts_from INTEGER,
    -- Whether somebody who sees no more than the trend sees flags too.
    may_see_flags INTEGER NOT NULL DEFAULT 0,
    let_in_by BLOB REFERENCES accounts (id),
    -- The number of the last change of the record that changed or ended it.
    change_no INTEGER NOT NULL,
    PRIMARY KEY (patient_key, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX grants_by_account ON grants (account_id);

CREATE TABLE invitations (
    id BLOB NOT NULL PRIMARY KEY,
    patient_key INTEGER NOT NULL REFERENCES patients (key),
    email_index TEXT NOT NULL,
    level INTEGER NOT NULL,
    relation INTEGER NOT NULL,
    code_hash BLOB NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    used_by BLOB REFERENCES accounts (id),
    revoked_at INTEGER,
    email BLOB NOT NULL,
    -- Who let somebody in: the patient, or who acted for them then.
    invited_by BLOB REFERENCES accounts (id)
) STRICT;
CREATE INDEX invitations_by_patient ON invitations (patient_key, created_at);

-- Links with which somebody without an account records one week: made for a day. Only hashes of tokens are kept.
CREATE TABLE guest_links (
    id BLOB NOT NULL PRIMARY KEY,
    patient_key INTEGER NOT NULL REFERENCES patients (key),
    -- The patient, or who acted for them then.
    made_by BLOB NOT NULL REFERENCES accounts (id),
    token_hash BLOB NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER,
    -- The week that was recorded with it.
    week INTEGER CHECK (week BETWEEN 190001 AND 299953),
    -- What the patient lets the holder see of them.
    shown_name BLOB
) STRICT;
CREATE INDEX guest_links_by_patient ON guest_links (patient_key, id);

-- What a patient shows to whoever holds the link of their card. The card is found by the hash of its token; the token
-- itself is sealed, since its code is shown again.
CREATE TABLE emergency_cards (
    patient_key INTEGER PRIMARY KEY REFERENCES patients (key),
    token_hash BLOB NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    token BLOB NOT NULL,
    content BLOB NOT NULL
) STRICT;

-- The ratings. The current row of a week carries its revision; what it replaced is kept whole.
CREATE TABLE entries (
    patient_key INTEGER NOT NULL REFERENCES patients (key),
    week INTEGER NOT NULL CHECK (week BETWEEN 190001 AND 299953),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    change_no INTEGER NOT NULL,
    -- Counts the versions that readers can tell apart who are not shown words.
    shown_revision INTEGER NOT NULL CHECK (shown_revision BETWEEN 1 AND revision),
    voided INTEGER NOT NULL,
    assessed_on TEXT NOT NULL,
    speech INTEGER CHECK (speech BETWEEN 0 AND 4),
    salivation INTEGER CHECK (salivation BETWEEN 0 AND 4),
    swallowing INTEGER CHECK (swallowing BETWEEN 0 AND 4),
    handwriting INTEGER CHECK (handwriting BETWEEN 0 AND 4),
    cutting INTEGER CHECK (cutting BETWEEN 0 AND 4),
    dressing INTEGER CHECK (dressing BETWEEN 0 AND 4),
    turning INTEGER CHECK (turning BETWEEN 0 AND 4),
    walking INTEGER CHECK (walking BETWEEN 0 AND 4),
    stairs INTEGER CHECK (stairs BETWEEN 0 AND 4),
    dyspnea INTEGER CHECK (dyspnea BETWEEN 0 AND 4),
    orthopnea INTEGER CHECK (orthopnea BETWEEN 0 AND 4),
    respiratory_insufficiency INTEGER CHECK (respiratory_insufficiency BETWEEN 0 AND 4),
    tube_form INTEGER NOT NULL,
    gastrostomy INTEGER NOT NULL,
    instrument TEXT NOT NULL,
    respondent INTEGER NOT NULL,
    symptoms TEXT CHECK (json_valid(symptoms)),
    weight_tenths INTEGER CHECK (weight_tenths BETWEEN 200 AND 3000),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES accounts (id),
    recorded_as INTEGER NOT NULL,
    note BLOB,
    change_reason BLOB,
    -- When the device says that it was answered; what its author calls the device, or which link a guest had, who
    -- has no account, and the name that they typed.
    answered_at INTEGER,
    sender BLOB,
    PRIMARY KEY (patient_key, week)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_revisions (
    patient_key INTEGER NOT NULL REFERENCES patients (key),
    week INTEGER NOT NULL CHECK (week BETWEEN 190001 AND 299953),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    change_no INTEGER NOT NULL,
    -- Counts the versions that readers can tell apart who are not shown words.
    shown_revision INTEGER NOT NULL CHECK (shown_revision BETWEEN 1 AND revision),
    voided INTEGER NOT NULL,
    assessed_on TEXT NOT NULL,
    speech INTEGER CHECK (speech BETWEEN 0 AND 4),
    salivation INTEGER CHECK (salivation BETWEEN 0 AND 4),
    swallowing INTEGER CHECK (swallowing BETWEEN 0 AND 4),
    handwriting INTEGER CHECK (handwriting BETWEEN 0 AND 4),
    cutting INTEGER CHECK (cutting BETWEEN 0 AND 4),
    dressing INTEGER CHECK (dressing BETWEEN 0 AND 4),
    turning INTEGER CHECK (turning BETWEEN 0 AND 4),
    walking INTEGER CHECK (walking BETWEEN 0 AND 4),
    stairs INTEGER CHECK (stairs BETWEEN 0 AND 4),
    dyspnea INTEGER CHECK (dyspnea BETWEEN 0 AND 4),
    orthopnea INTEGER CHECK (orthopnea BETWEEN 0 AND 4),
    respiratory_insufficiency INTEGER CHECK (respiratory_insufficiency BETWEEN 0 AND 4),
    tube_form INTEGER NOT NULL,
    gastrostomy INTEGER NOT NULL,
    instrument TEXT NOT NULL,
    respondent INTEGER NOT NULL,
    symptoms TEXT CHECK (json_valid(symptoms)),
    weight_tenths INTEGER CHECK (weight_tenths BETWEEN 200 AND 3000),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES accounts (id),
    recorded_as INTEGER NOT NULL,
    note BLOB,
    change_reason BLOB,
    -- When the device says that it was answered; what its author calls the device, or which link a guest had, who
    -- has no account, and the name that they typed.
    answered_at INTEGER,
    sender BLOB,
    PRIMARY KEY (patient_key, week, revision)
) STRICT, WITHOUT ROWID;

-- Who did what to whose record: written in the transaction of the change, and never changed.
CREATE TABLE audit_events (
    key INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    action TEXT NOT NULL,
    actor BLOB,
    session_id BLOB,
    patient_key INTEGER,
    -- The number of the change in the patient's own order; null where no diary is concerned.
    change_no INTEGER,
    detail TEXT NOT NULL CHECK (json_valid(detail)),
    -- The number in the chain, without gaps; null where nobody known is concerned.
    seq INTEGER,
    -- What the actor was to the patient then.
    relation INTEGER,
    -- SHA-256 of this event and of the hash before it.
    hash BLOB
) STRICT;
CREATE UNIQUE INDEX audit_events_by_patient ON audit_events (patient_key, seq)
    WHERE patient_key IS NOT NULL;
CREATE UNIQUE INDEX audit_events_by_account ON audit_events (actor, seq)
    WHERE patient_key IS NULL;

-- What waits to be sent, by mail (1), push (2) or webhook (3): written in the transaction that causes it, deleted
-- when it is out.
CREATE TABLE outbox (
    id BLOB NOT NULL PRIMARY KEY,
    way INTEGER NOT NULL,
    -- 0 goes first: a person waits for it.
    turn INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    -- Counts who took it: only the last of them says what became of it.
    fence INTEGER NOT NULL,
    -- Later after each failure; 1970 before the first.
    not_before INTEGER NOT NULL,
    lease_until INTEGER,
    -- Since when it is not tried any more.
    parked_at INTEGER,
    created_at INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;
CREATE INDEX outbox_by_turn ON outbox (way, turn, not_before, id) WHERE parked_at IS NULL;
CREATE INDEX outbox_parked ON outbox (parked_at) WHERE parked_at IS NOT NULL;

-- Devices that are told something: one a session, of a browser and of the operator's bridge. It ends with its session.
CREATE TABLE push_subscriptions (
    id BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    session_id BLOB NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    bridge INTEGER NOT NULL,
    target_index TEXT NOT NULL UNIQUE,
    target BLOB NOT NULL,
    -- The number of the key to which a browser has subscribed.
    push_key INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    renewed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX push_subscriptions_by_account ON push_subscriptions (account_id);
CREATE INDEX push_subscriptions_by_session ON push_subscriptions (session_id);

-- Codes that were mailed to somebody who has an account: one of each purpose, the newest.
CREATE TABLE account_codes (
    account_id BLOB NOT NULL REFERENCES accounts (id),
    purpose INTEGER NOT NULL,
    code_hash BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    -- When it was brought back: it is good for nothing since, and known until its end.
    used_at INTEGER,
    PRIMARY KEY (account_id, purpose)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_codes_by_expiry ON account_codes (expires_at);

-- Codes that change every half minute: one that counts, and one that waits to be confirmed.
CREATE TABLE totp_factors (
    id BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    confirmed INTEGER NOT NULL,
    seed BLOB NOT NULL,
    -- The half minute whose code was used last: none before it, and not itself, counts again.
    last_step INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (account_id, confirmed)
) STRICT;

-- Codes that were written down, for when everything else is lost.
CREATE TABLE recovery_codes (
    account_id BLOB NOT NULL REFERENCES accounts (id),
    number INTEGER NOT NULL,
    code_hash BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER,
    PRIMARY KEY (account_id, number)
) STRICT, WITHOUT ROWID;

-- Who gave the right password and still owes a second factor. The id is that of the session to be.
CREATE TABLE pending_sign_ins (
    id BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    epoch INTEGER NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    device_name BLOB,
    address TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX pending_sign_ins_by_account ON pending_sign_ins (account_id);
CREATE INDEX pending_sign_ins_by_expiry ON pending_sign_ins (expires_at);

-- One key for each person and each diary, wrapped: what it seals is lost with its row.
CREATE TABLE data_keys (
    subject BLOB NOT NULL PRIMARY KEY,
    -- The version of the key-encryption key that wraps it.
    kek INTEGER NOT NULL,
    wrapped BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX data_keys_by_kek ON data_keys (kek);

-- What is counted to limit it, for all instances. Keys are authentication codes: no address is in them.
CREATE TABLE quotas (
    key BLOB NOT NULL PRIMARY KEY,
    -- When everything that was taken is free again: from then on the row says nothing.
    free_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX quotas_by_end ON quotas (free_at);

-- Attempts to prove who one is that have not succeeded, by account, and by account and place.
CREATE TABLE guesses (
    key BLOB NOT NULL PRIMARY KEY,
    -- Since the last quiet day.
    recent INTEGER NOT NULL,
    -- Since the last success from the same place.
    total INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    locked_until INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX guesses_by_time ON guesses (last_at);

-- Signed statements about where chains stood.
CREATE TABLE audit_checkpoints (
    number INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    upto INTEGER NOT NULL,
    document TEXT NOT NULL,
    -- Where it says that events have gone: all of them are from before this, 1,095 days at least.
    cut_before INTEGER CHECK (cut_before <= at - 94608000000000)
) STRICT;

-- When a backup became this database: how far a phone had come before is not how far it is.
CREATE TABLE restores (
    at INTEGER NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What somebody agreed to, and what they took back: each row says one of the two, and none changes.
CREATE TABLE consents (
    id BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    purpose INTEGER NOT NULL,
    given INTEGER NOT NULL,
    -- Which text was shown, in which language.
    policy TEXT NOT NULL,
    policy_hash BLOB NOT NULL,
    language TEXT NOT NULL,
    given_by INTEGER NOT NULL,
    -- On what somebody else may give it; sealed.
    basis BLOB,
    at INTEGER NOT NULL,
    -- How a decision was given.
    method INTEGER NOT NULL
) STRICT;
CREATE INDEX consents_by_account ON consents (account_id, id);

-- Who asked to be forgotten, and when that happens.
CREATE TABLE erasures (
    account_id BLOB NOT NULL PRIMARY KEY REFERENCES accounts (id),
    asked_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    -- From then on an erasure is not taken back any more.
    begun_at INTEGER
) STRICT;
CREATE INDEX erasures_by_due ON erasures (due_at);

-- Passkeys: what an account signs in with, by one touch.
CREATE TABLE passkeys (
    id BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    -- As the authenticator named it: it is what a sign-in is found by.
    credential_id BLOB NOT NULL UNIQUE,
    -- COSE (RFC 9052), as it came.
    public_key BLOB NOT NULL,
    name BLOB NOT NULL,
    -- How the authenticator is reached, with commas between.
    transports TEXT NOT NULL,
    -- Of the last use: it grows, unless it is always zero.
    sign_count INTEGER NOT NULL,
    backup_eligible INTEGER NOT NULL,
    backed_up INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER
) STRICT;
CREATE INDEX passkeys_by_account ON passkeys (account_id);

-- What an authenticator is asked to sign, each once: hashed, together with what it is good for.
CREATE TABLE passkey_challenges (
    challenge_hash BLOB NOT NULL PRIMARY KEY,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX passkey_challenges_by_expiry ON passkey_challenges (expires_at);

-- Who of the staff lost every second factor, and waits for a day.
CREATE TABLE factor_resets (
    account_id BLOB NOT NULL PRIMARY KEY REFERENCES accounts (id),
    asked_at INTEGER NOT NULL,
    -- When it takes place.
    due_at INTEGER NOT NULL
) STRICT;
CREATE INDEX factor_resets_by_due ON factor_resets (due_at);

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
    -- After a closure was taken back: nobody asks for one before then.
    may_close_from INTEGER,
    FOREIGN KEY (patient_key, account_id) REFERENCES grants (patient_key, account_id)
) STRICT;
CREATE INDEX trustees_by_next_mail ON trustees (next_mail_at);
CREATE INDEX trustees_by_account ON trustees (account_id);

-- Treatments (kind 1), the days on which they were given (2), screenings before them (3) and side
-- effects (4). The current row carries its revision; what it replaced is kept whole.
CREATE TABLE records (
    id BLOB NOT NULL PRIMARY KEY,
    patient_key INTEGER NOT NULL REFERENCES patients (key),
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 7),
    -- Of which treatment, or which one is suspected.
    treatment_id BLOB REFERENCES records (id),
    began_on TEXT NOT NULL,
    ended_on TEXT CHECK (ended_on >= began_on),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    change_no INTEGER NOT NULL,
    -- Counts the versions that readers can tell apart who are not shown words.
    shown_revision INTEGER NOT NULL CHECK (shown_revision BETWEEN 1 AND revision),
    voided INTEGER NOT NULL,
    -- What it says, sealed; null for a removal.
    content BLOB,
    change_reason BLOB,
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES accounts (id),
    recorded_as INTEGER NOT NULL
) STRICT;
CREATE INDEX records_by_patient
    ON records (patient_key, kind, began_on, id);
CREATE INDEX records_by_treatment
    ON records (treatment_id, kind, began_on, id);

CREATE TABLE record_revisions (
    id BLOB NOT NULL,
    patient_key INTEGER NOT NULL REFERENCES patients (key),
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 7),
    -- Of which treatment, or which one is suspected.
    treatment_id BLOB,
    began_on TEXT NOT NULL,
    ended_on TEXT CHECK (ended_on >= began_on),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    change_no INTEGER NOT NULL,
    -- Counts the versions that readers can tell apart who are not shown words.
    shown_revision INTEGER NOT NULL CHECK (shown_revision BETWEEN 1 AND revision),
    voided INTEGER NOT NULL,
    -- What it says, sealed; null for a removal.
    content BLOB,
    change_reason BLOB,
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES accounts (id),
    recorded_as INTEGER NOT NULL,
    PRIMARY KEY (id, revision)
) STRICT;
CREATE INDEX record_revisions_by_patient ON record_revisions (patient_key);

-- That people said of a flag "we know": what they could see then, and what they wrote.
CREATE TABLE flag_acknowledgements (
    patient_key INTEGER NOT NULL REFERENCES patients (key),
    change_no INTEGER NOT NULL,
    flag_id BLOB NOT NULL,
    code INTEGER NOT NULL,
    -- The week of the last rating that they could see, and the numbers that the flag showed.
    seen_week INTEGER NOT NULL CHECK (seen_week BETWEEN 190001 AND 299953),
    readings TEXT NOT NULL CHECK (json_valid(readings)),
    note BLOB,
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES accounts (id),
    recorded_as INTEGER NOT NULL,
    PRIMARY KEY (patient_key, change_no)
) STRICT, WITHOUT ROWID;

-- Addresses that no invitation is mailed to any more.
CREATE TABLE unwanted (
    email_index TEXT NOT NULL PRIMARY KEY,
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Clinics, who works there as what, and which patients let them in.
CREATE TABLE sites (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    -- The last number that was given to a patient who came without a subject id.
    last_number INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE site_staff (
    site_id BLOB NOT NULL REFERENCES sites (id),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    role INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (site_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX site_staff_by_account ON site_staff (account_id);

-- A patient at a site, by their own acceptance, and what they share there. Of a patient who left the row
-- stays: their subject id is not given to another.
CREATE TABLE enrolments (
    site_id BLOB NOT NULL REFERENCES sites (id),
    patient_key INTEGER NOT NULL REFERENCES patients (key),
    subject_index TEXT NOT NULL,
    subject_id BLOB NOT NULL,
    notes INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    research INTEGER NOT NULL,
    since INTEGER NOT NULL,
    -- When sharing for research was last switched on here.
    research_since INTEGER,
    left_at INTEGER,
    PRIMARY KEY (site_id, patient_key),
    UNIQUE (site_id, subject_index)
) STRICT, WITHOUT ROWID;
CREATE INDEX enrolments_by_patient ON enrolments (patient_key);

CREATE TABLE site_invitations (
    id BLOB NOT NULL PRIMARY KEY,
    site_id BLOB NOT NULL REFERENCES sites (id),
    email_index TEXT NOT NULL,
    email BLOB NOT NULL,
    subject_index TEXT NOT NULL,
    subject_id BLOB NOT NULL,
    -- What the site asks for; the patient decides.
    notes INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    research INTEGER NOT NULL,
    code_hash BLOB NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    used_by BLOB REFERENCES accounts (id),
    revoked_at INTEGER,
    invited_by BLOB NOT NULL REFERENCES accounts (id)
) STRICT;
CREATE INDEX site_invitations_by_site ON site_invitations (site_id, id);
CREATE INDEX site_invitations_by_email ON site_invitations (email_index);

-- The clinician of a site whom a patient chose to coordinate their care.
CREATE TABLE coordinators (
    patient_key INTEGER NOT NULL PRIMARY KEY REFERENCES patients (key),
    site_id BLOB NOT NULL REFERENCES sites (id),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    since INTEGER NOT NULL
) STRICT;

-- When a clinician last said that they had looked at a diary for their team.
CREATE TABLE seen_marks (
    patient_key INTEGER NOT NULL REFERENCES patients (key),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    site_id BLOB REFERENCES sites (id),
    at INTEGER NOT NULL,
    change_no INTEGER NOT NULL,
    PRIMARY KEY (patient_key, account_id)
) STRICT;

-- What a site takes out, for a person on a device of theirs, or for a program, which has none. The instance that makes it holds a lease, and each run has its own number.
CREATE TABLE exports (
    id BLOB NOT NULL PRIMARY KEY,
    site_id BLOB NOT NULL REFERENCES sites (id),
    asked_by BLOB NOT NULL,
    asked_in BLOB,
    asked_at INTEGER NOT NULL,
    kick_off TEXT CHECK (json_valid(kick_off)),
    format INTEGER NOT NULL,
    identified INTEGER NOT NULL,
    labels INTEGER NOT NULL,
    reason BLOB,
    from_week INTEGER,
    to_week INTEGER,
    changed_since INTEGER,
    state INTEGER NOT NULL,
    failure INTEGER,
    fence INTEGER NOT NULL DEFAULT 0,
    lease_until INTEGER,
    done INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL DEFAULT 0,
    cut_off INTEGER,
    expires_at INTEGER,
    contents TEXT CHECK (json_valid(contents))
) STRICT;
CREATE INDEX exports_by_asker ON exports (asked_by, site_id, id);
CREATE INDEX exports_unfinished ON exports (id) WHERE state < 3;

-- Who is in an export, by the run that put them there; and whether facts about them and words of theirs are.
CREATE TABLE export_subjects (
    export_id BLOB NOT NULL REFERENCES exports (id) ON DELETE CASCADE,
    patient_key INTEGER NOT NULL REFERENCES patients (key),
    fence INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    words INTEGER NOT NULL,
    PRIMARY KEY (export_id, patient_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX export_subjects_by_patient ON export_subjects (patient_key);

-- Events go only where a checkpoint says that they do, and of no chain the last.
CREATE TRIGGER audit_events_go_with_a_cut BEFORE DELETE ON audit_events
WHEN NOT (
    CASE
        WHEN OLD.seq IS NULL THEN TRUE
        WHEN OLD.patient_key IS NOT NULL THEN EXISTS (
            SELECT 1 FROM audit_events
            WHERE patient_key = OLD.patient_key AND seq > OLD.seq)
        ELSE EXISTS (
            SELECT 1 FROM audit_events
            WHERE patient_key IS NULL AND actor = OLD.actor AND seq > OLD.seq)
    END
    AND EXISTS (
        SELECT 1 FROM audit_checkpoints WHERE OLD.key <= upto AND OLD.at < cut_before)
)
BEGIN
    SELECT RAISE(ABORT, 'audit events are append-only');
END;

CREATE TRIGGER audit_events_are_not_updated BEFORE UPDATE ON audit_events
BEGIN
    SELECT RAISE(ABORT, 'audit events are append-only');
END;
CREATE TRIGGER consents_are_not_updated BEFORE UPDATE ON consents
BEGIN
    SELECT RAISE(ABORT, 'consents are append-only');
END;
CREATE TRIGGER consents_are_not_deleted BEFORE DELETE ON consents
BEGIN
    SELECT RAISE(ABORT, 'consents are append-only');
END;

-- Programs of a clinic that read over FHIR, each with its public keys or where these are.
CREATE TABLE clients (
    id BLOB NOT NULL PRIMARY KEY,
    site_id BLOB NOT NULL REFERENCES sites (id),
    name TEXT NOT NULL,
    jwks TEXT,
    jwks_url TEXT,
    scope TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    removed_at INTEGER,
    CHECK ((jwks IS NULL) <> (jwks_url IS NULL))
) STRICT;

-- Assertions that a program has used: none is taken twice.
CREATE TABLE client_assertions (
    client_id BLOB NOT NULL REFERENCES clients (id),
    jti_hash BLOB NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (client_id, jti_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX client_assertions_by_end ON client_assertions (expires_at);

-- What a person wants to be reminded of: on a weekday at an hour of their clock, as they mean it. An instant is only when
-- to look next, and from which zone and which rules of zones that was computed.
CREATE TABLE reminders (
    account_id BLOB NOT NULL PRIMARY KEY REFERENCES accounts (id),
    patient_key INTEGER REFERENCES patients (key),
    version INTEGER NOT NULL,
    weekday INTEGER CHECK (weekday BETWEEN 0 AND 6),
    minute INTEGER CHECK (minute BETWEEN 0 AND 1439),
    zone TEXT,
    channels INTEGER NOT NULL,
    quiet_from INTEGER CHECK (quiet_from BETWEEN 0 AND 1439),
    quiet_to INTEGER CHECK (quiet_to BETWEEN 0 AND 1439),
    paused_until TEXT,
    next_course INTEGER NOT NULL,
    end_of_follow_up INTEGER NOT NULL,
    visit_on TEXT,
    handled_week INTEGER,
    later_at INTEGER,
    next_at INTEGER,
    home TEXT NOT NULL,
    zone_rules TEXT NOT NULL
) STRICT;
CREATE INDEX reminders_by_next ON reminders (next_at, account_id);
CREATE INDEX reminders_by_patient ON reminders (patient_key);

-- What went out: once for each person and week, or whatever else it was about, on however many instances.
CREATE TABLE reminded (
    account_id BLOB NOT NULL REFERENCES accounts (id),
    kind INTEGER NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (account_id, kind, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminded_by_time ON reminded (at);

-- What those who follow a diary want to be told of it, and whether the patient switched that off.
CREATE TABLE followers (
    patient_key INTEGER NOT NULL REFERENCES patients (key),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    version INTEGER NOT NULL,
    silence_weeks INTEGER CHECK (silence_weeks BETWEEN 1 AND 52),
    tiers INTEGER NOT NULL,
    channels INTEGER NOT NULL,
    escalate_hours INTEGER CHECK (escalate_hours BETWEEN 1 AND 168),
    chosen_at INTEGER NOT NULL,
    muted_at INTEGER,
    PRIMARY KEY (patient_key, account_id)
) STRICT;
CREATE INDEX followers_by_account ON followers (account_id);

-- The diaries that are followed: up to which change each was looked at, and when it is looked at though nothing changes.
CREATE TABLE watches (
    patient_key INTEGER NOT NULL PRIMARY KEY REFERENCES patients (key),
    seen_change INTEGER NOT NULL,
    look_at INTEGER NOT NULL
) STRICT;
CREATE INDEX watches_by_time ON watches (look_at);

-- What there was to tell of a diary: a flag by its code and the week in which it began, or a silence (code 0) by the last
-- week that is recorded.
CREATE TABLE alerts (
    id BLOB NOT NULL PRIMARY KEY,
    patient_key INTEGER NOT NULL REFERENCES patients (key),
    code INTEGER NOT NULL,
    week INTEGER NOT NULL,
    tier INTEGER,
    raised_at INTEGER NOT NULL,
    ended_at INTEGER,
    acknowledged_at INTEGER,
    acknowledged_by BLOB,
    acknowledged_as INTEGER,
    next_step_at INTEGER
) STRICT;
CREATE UNIQUE INDEX alerts_by_patient ON alerts (patient_key, code, week);
CREATE INDEX alerts_by_end ON alerts (ended_at);

-- Who was told of it, once.
CREATE TABLE alert_tellings (
    alert_id BLOB NOT NULL REFERENCES alerts (id),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    relation INTEGER NOT NULL,
    told_at INTEGER NOT NULL,
    PRIMARY KEY (alert_id, account_id)
) STRICT;
CREATE INDEX alert_tellings_by_account ON alert_tellings (account_id);
