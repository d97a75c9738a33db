-- An ISO week, and the score of one item. The bounds of a domain are read once a connection, those of a column with
-- each row that is written: they were a tenth of what a week cost.
CREATE DOMAIN week_number AS integer CHECK (VALUE BETWEEN 190001 AND 299953);
CREATE DOMAIN score AS smallint CHECK (VALUE BETWEEN 0 AND 4);

-- Who can sign in, on which devices, and who is about to.
CREATE TABLE accounts (
    id uuid NOT NULL PRIMARY KEY,
    email_index text NOT NULL UNIQUE,
    role smallint NOT NULL,
    time_zone text NOT NULL,
    locale text,
    -- Raised to end every session at once; a session remembers the one it was opened under.
    epoch integer NOT NULL,
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    disabled_at timestamptz,
    email bytea NOT NULL,
    display_name bytea NOT NULL,
    -- The number and the hash of the last event of the chain, which the next follows.
    audit_seq bigint NOT NULL DEFAULT 0,
    audit_end bytea,
    -- Whether the zone is another than that from which reminders were computed.
    zone_moved boolean NOT NULL DEFAULT false
);
CREATE INDEX accounts_moved ON accounts (id) WHERE zone_moved;

-- Apart from the account, so that reading an account never touches a password.
CREATE TABLE credentials (
    account_id uuid NOT NULL PRIMARY KEY REFERENCES accounts (id),
    hash text NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE TABLE sign_ups (
    id uuid NOT NULL PRIMARY KEY,
    email_index text NOT NULL,
    role smallint NOT NULL,
    time_zone text NOT NULL,
    locale text,
    password_hash text NOT NULL,
    code_hash bytea NOT NULL,
    attempts smallint NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    email bytea NOT NULL,
    display_name bytea NOT NULL,
    -- Of the link that is mailed beside the code: its SHA-256.
    link_hash bytea,
    -- Once it is confirmed: whose it became, for a client that lost the answer. Nothing else is left of the person.
    account_id uuid REFERENCES accounts (id)
);
CREATE INDEX sign_ups_by_email ON sign_ups (email_index);
CREATE INDEX sign_ups_by_expiry ON sign_ups (expires_at);
CREATE UNIQUE INDEX sign_ups_by_link ON sign_ups (link_hash);

-- One row a device: the family of its refresh tokens. Only hashes of tokens are kept.
CREATE TABLE sessions (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    epoch integer NOT NULL,
    address text NOT NULL,
    generation integer NOT NULL,
    current_hash bytea NOT NULL,
    previous_hash bytea,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    idle_until timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    -- How surely and when the person on a device said who they are (RFC 9068: acr, auth_time).
    assurance smallint NOT NULL,
    authenticated_at timestamptz NOT NULL,
    device_name bytea,
    -- Which version of the root key made the current refresh token of a session, and the one before it.
    root smallint NOT NULL,
    previous_root smallint
);
CREATE INDEX sessions_by_account ON sessions (account_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- The diaries, and who else may open them.
CREATE TABLE patients (
    key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    account_id uuid NOT NULL UNIQUE REFERENCES accounts (id),
    time_zone text NOT NULL,
    -- The number of the last change to this record: orders the feed and the audit, without gaps.
    last_change bigint NOT NULL,
    created_at timestamptz NOT NULL,
    -- The number and the hash of the last event of the chain, which the next follows: they say when the end
    -- of it is missing.
    audit_seq bigint NOT NULL DEFAULT 0,
    audit_end bytea,
    -- What the patient's newest consents say, where the policy reads it. Who was let in was let in by a
    -- decision of the patient, so what nobody decided otherwise is shared.
    care_sharing boolean NOT NULL DEFAULT true,
    notes_sharing boolean NOT NULL DEFAULT true,
    clinic_enrolment boolean NOT NULL DEFAULT true,
    research_export boolean NOT NULL DEFAULT true,
    -- When one of these that exports rest on was last given again.
    shared_since timestamptz,
    -- From when on nobody records in the diary any more, as whoever acts for the patient asked; on what
    -- they may is sealed.
    closes_at timestamptz,
    closure_asked_at timestamptz,
    closure_basis bytea,
    -- When somebody was last told that the patient has been silent for long.
    silence_told_at timestamptz
);

-- What is known about the person, of whom anything was said.
CREATE TABLE patient_facts (
    patient_key bigint PRIMARY KEY REFERENCES patients (key),
    version integer NOT NULL,
    symptom_onset date,
    diagnosed_on date,
    onset_region smallint,
    birth_year smallint,
    sex smallint,
    gene text,
    usual_weight_tenths smallint,
    height_cm smallint,
    -- The number of the change of the record that made them so.
    change_no bigint NOT NULL
);

CREATE TABLE grants (
    patient_key bigint NOT NULL REFERENCES patients (key),
    account_id uuid NOT NULL REFERENCES accounts (id),
    level smallint NOT NULL,
    relation smallint NOT NULL,
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    revoked_at timestamptz,
    -- From when on somebody of the circle acts for the patient, unless the patient says no before.
    acts_from timestamptz,
    -- Whether somebody who sees no more than the trend sees flags too.
    may_see_flags boolean NOT NULL DEFAULT false,
    let_in_by uuid REFERENCES accounts (id),
    -- The number of the last change of the record that changed or ended it.
    change_no bigint NOT NULL,
    PRIMARY KEY (patient_key, account_id)
);
CREATE INDEX grants_by_account ON grants (account_id);

CREATE TABLE invitations (
    id uuid NOT NULL PRIMARY KEY,
    patient_key bigint NOT NULL REFERENCES patients (key),
    email_index text NOT NULL,
    level smallint NOT NULL,
    relation smallint NOT NULL,
    code_hash bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    used_by uuid REFERENCES accounts (id),
    revoked_at timestamptz,
    email bytea NOT NULL,
    -- Who let somebody in: the patient, or who acted for them then.
    invited_by uuid REFERENCES accounts (id)
);
CREATE INDEX invitations_by_patient ON invitations (patient_key, created_at);

-- Links with which somebody without an account records one week: made for a day. Only hashes of tokens are kept.
CREATE TABLE guest_links (
    id uuid NOT NULL PRIMARY KEY,
    patient_key bigint NOT NULL REFERENCES patients (key),
    -- The patient, or who acted for them then.
    made_by uuid NOT NULL REFERENCES accounts (id),
    token_hash bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    -- The week that was recorded with it.
    week week_number,
    -- What the patient lets the holder see of them.
    shown_name bytea
);
CREATE INDEX guest_links_by_patient ON guest_links (patient_key, id);

-- What a patient shows to whoever holds the link of their card. The card is found by the hash of its token; the token
-- itself is sealed, since its code is shown again.
CREATE TABLE emergency_cards (
    patient_key bigint NOT NULL PRIMARY KEY REFERENCES patients (key),
    token_hash bytea NOT NULL UNIQUE,
    version integer NOT NULL,
    changed_at timestamptz NOT NULL,
    token bytea NOT NULL,
    content bytea NOT NULL
);

-- The ratings. The current row of a week carries its revision; what it replaced is kept whole.
CREATE TABLE entries (
    patient_key bigint NOT NULL REFERENCES patients (key),
    week week_number NOT NULL,
    revision integer NOT NULL CHECK (revision >= 1),
    change_no bigint NOT NULL,
    -- Counts the versions that readers can tell apart who are not shown words.
    shown_revision integer NOT NULL CHECK (shown_revision BETWEEN 1 AND revision),
    voided boolean NOT NULL,
    assessed_on date NOT NULL,
    speech score,
    salivation score,
    swallowing score,
    handwriting score,
    cutting score,
    dressing score,
    turning score,
    walking score,
    stairs score,
    dyspnea score,
    orthopnea score,
    respiratory_insufficiency score,
    tube_form boolean NOT NULL,
    gastrostomy boolean NOT NULL,
    instrument text NOT NULL,
    respondent smallint NOT NULL,
    symptoms jsonb,
    weight_tenths smallint CHECK (weight_tenths BETWEEN 200 AND 3000),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL REFERENCES accounts (id),
    recorded_as smallint NOT NULL,
    note bytea,
    change_reason bytea,
    -- When the device says that it was answered; what its author calls the device, or which link a guest had, who
    -- has no account, and the name that they typed.
    answered_at timestamptz,
    sender bytea,
    PRIMARY KEY (patient_key, week)
);

CREATE TABLE entry_revisions (
    patient_key bigint NOT NULL REFERENCES patients (key),
    week week_number NOT NULL,
    revision integer NOT NULL CHECK (revision >= 1),
    change_no bigint NOT NULL,
    -- Counts the versions that readers can tell apart who are not shown words.
    shown_revision integer NOT NULL CHECK (shown_revision BETWEEN 1 AND revision),
    voided boolean NOT NULL,
    assessed_on date NOT NULL,
    speech score,
    salivation score,
    swallowing score,
    handwriting score,
    cutting score,
    dressing score,
    turning score,
    walking score,
    stairs score,
    dyspnea score,
    orthopnea score,
    respiratory_insufficiency score,
    tube_form boolean NOT NULL,
    gastrostomy boolean NOT NULL,
    instrument text NOT NULL,
    respondent smallint NOT NULL,
    symptoms jsonb,
    weight_tenths smallint CHECK (weight_tenths BETWEEN 200 AND 3000),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL REFERENCES accounts (id),
    recorded_as smallint NOT NULL,
    note bytea,
    change_reason bytea,
    -- When the device says that it was answered; what its author calls the device, or which link a guest had, who
    -- has no account, and the name that they typed.
    answered_at timestamptz,
    sender bytea,
    PRIMARY KEY (patient_key, week, revision)
);

-- Who did what to whose record: written in the transaction of the change, and never changed.
CREATE TABLE audit_events (
    key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    action text NOT NULL,
    actor uuid,
    session_id uuid,
    patient_key bigint,
    -- The number of the change in the patient's own order; null where no diary is concerned.
    change_no bigint,
    detail jsonb NOT NULL,
    -- The number in the chain, without gaps; null where nobody known is concerned.
    seq bigint,
    -- What the actor was to the patient then.
    relation smallint,
    -- SHA-256 of this event and of the hash before it.
    hash bytea
);
CREATE UNIQUE INDEX audit_events_by_patient ON audit_events (patient_key, seq)
    WHERE patient_key IS NOT NULL;
CREATE UNIQUE INDEX audit_events_by_account ON audit_events (actor, seq)
    WHERE patient_key IS NULL;

-- What waits to be sent, by mail (1), push (2) or webhook (3): written in the transaction that causes it, deleted
-- when it is out.
CREATE TABLE outbox (
    id uuid NOT NULL PRIMARY KEY,
    way smallint NOT NULL,
    -- 0 goes first: a person waits for it.
    turn smallint NOT NULL,
    attempts smallint NOT NULL,
    -- Counts who took it: only the last of them says what became of it.
    fence integer NOT NULL,
    -- Later after each failure; 1970 before the first.
    not_before timestamptz NOT NULL,
    lease_until timestamptz,
    -- Since when it is not tried any more.
    parked_at timestamptz,
    created_at timestamptz NOT NULL,
    content bytea NOT NULL
);
CREATE INDEX outbox_by_turn ON outbox (way, turn, not_before, id) WHERE parked_at IS NULL;
CREATE INDEX outbox_parked ON outbox (parked_at) WHERE parked_at IS NOT NULL;

-- Devices that are told something: one a session, of a browser and of the operator's bridge. It ends with its session.
CREATE TABLE push_subscriptions (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    session_id uuid NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    bridge boolean NOT NULL,
    target_index text NOT NULL UNIQUE,
    target bytea NOT NULL,
    -- The number of the key to which a browser has subscribed.
    push_key smallint NOT NULL,
    created_at timestamptz NOT NULL,
    renewed_at timestamptz NOT NULL
);
CREATE INDEX push_subscriptions_by_account ON push_subscriptions (account_id);
CREATE INDEX push_subscriptions_by_session ON push_subscriptions (session_id);

-- Codes that were mailed to somebody who has an account: one of each purpose, the newest.
CREATE TABLE account_codes (
    account_id uuid NOT NULL REFERENCES accounts (id),
    purpose smallint NOT NULL,
    code_hash bytea NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    -- When it was brought back: it is good for nothing since, and known until its end.
    used_at timestamptz,
    PRIMARY KEY (account_id, purpose)
);
CREATE INDEX account_codes_by_expiry ON account_codes (expires_at);

-- Codes that change every half minute: one that counts, and one that waits to be confirmed.
CREATE TABLE totp_factors (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    confirmed boolean NOT NULL,
    seed bytea NOT NULL,
    -- The half minute whose code was used last: none before it, and not itself, counts again.
    last_step bigint NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (account_id, confirmed)
);

-- Codes that were written down, for when everything else is lost.
CREATE TABLE recovery_codes (
    account_id uuid NOT NULL REFERENCES accounts (id),
    number smallint NOT NULL,
    code_hash bytea NOT NULL,
    created_at timestamptz NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (account_id, number)
);

-- Who gave the right password and still owes a second factor. The id is that of the session to be.
CREATE TABLE pending_sign_ins (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    epoch integer NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    device_name bytea,
    address text NOT NULL,
    attempts smallint NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX pending_sign_ins_by_account ON pending_sign_ins (account_id);
CREATE INDEX pending_sign_ins_by_expiry ON pending_sign_ins (expires_at);

-- One key for each person and each diary, wrapped: what it seals is lost with its row.
CREATE TABLE data_keys (
    subject uuid PRIMARY KEY,
    -- The version of the key-encryption key that wraps it.
    kek smallint NOT NULL,
    wrapped bytea NOT NULL
);
CREATE INDEX data_keys_by_kek ON data_keys (kek);

-- What is counted to limit it, for all instances. Keys are authentication codes: no address is in them.
CREATE TABLE quotas (
    key bytea NOT NULL PRIMARY KEY,
    -- When everything that was taken is free again: from then on the row says nothing.
    free_at timestamptz NOT NULL
);
CREATE INDEX quotas_by_end ON quotas (free_at);

-- Attempts to prove who one is that have not succeeded, by account, and by account and place.
CREATE TABLE guesses (
    key bytea NOT NULL PRIMARY KEY,
    -- Since the last quiet day.
    recent integer NOT NULL,
    -- Since the last success from the same place.
    total integer NOT NULL,
    last_at timestamptz NOT NULL,
    locked_until timestamptz
);
CREATE INDEX guesses_by_time ON guesses (last_at);

-- Signed statements about where chains stood.
CREATE TABLE audit_checkpoints (
    number bigint NOT NULL PRIMARY KEY,
    at timestamptz NOT NULL,
    upto bigint NOT NULL,
    document text NOT NULL,
    -- Where it says that events have gone: all of them are from before this, 1,095 days at least.
    cut_before timestamptz CHECK (cut_before <= at - interval '1095 days')
);

-- When a backup became this database: how far a phone had come before is not how far it is.
CREATE TABLE restores (
    at timestamptz NOT NULL PRIMARY KEY
);

-- What somebody agreed to, and what they took back: each row says one of the two, and none changes.
CREATE TABLE consents (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    purpose smallint NOT NULL,
    given boolean NOT NULL,
    -- Which text was shown, in which language.
    policy text NOT NULL,
    policy_hash bytea NOT NULL,
    language text NOT NULL,
    given_by smallint NOT NULL,
    -- On what somebody else may give it; sealed.
    basis bytea,
    at timestamptz NOT NULL,
    -- How a decision was given.
    method smallint NOT NULL
);
CREATE INDEX consents_by_account ON consents (account_id, id);

-- Who asked to be forgotten, and when that happens.
CREATE TABLE erasures (
    account_id uuid NOT NULL PRIMARY KEY REFERENCES accounts (id),
    asked_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    -- From then on an erasure is not taken back any more.
    begun_at timestamptz
);
CREATE INDEX erasures_by_due ON erasures (due_at);

-- Passkeys: what an account signs in with, by one touch.
CREATE TABLE passkeys (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    -- As the authenticator named it: it is what a sign-in is found by.
    credential_id bytea NOT NULL UNIQUE,
    -- COSE (RFC 9052), as it came.
    public_key bytea NOT NULL,
    name bytea NOT NULL,
    -- How the authenticator is reached, with commas between.
    transports text NOT NULL,
    -- Of the last use: it grows, unless it is always zero.
    sign_count bigint NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz
);
CREATE INDEX passkeys_by_account ON passkeys (account_id);

-- What an authenticator is asked to sign, each once: hashed, together with what it is good for.
CREATE TABLE passkey_challenges (
    challenge_hash bytea NOT NULL PRIMARY KEY,
    expires_at timestamptz NOT NULL
);
CREATE INDEX passkey_challenges_by_expiry ON passkey_challenges (expires_at);

-- Who of the staff lost every second factor, and waits for a day.
CREATE TABLE factor_resets (
    account_id uuid NOT NULL PRIMARY KEY REFERENCES accounts (id),
    asked_at timestamptz NOT NULL,
    -- When it takes place.
    due_at timestamptz NOT NULL
);
CREATE INDEX factor_resets_by_due ON factor_resets (due_at);

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
    -- After a closure was taken back: nobody asks for one before then.
    may_close_from timestamptz,
    FOREIGN KEY (patient_key, account_id) REFERENCES grants (patient_key, account_id)
);
CREATE INDEX trustees_by_next_mail ON trustees (next_mail_at);
CREATE INDEX trustees_by_account ON trustees (account_id);

-- Treatments (kind 1), the days on which they were given (2), screenings before them (3) and side
-- effects (4). The current row carries its revision; what it replaced is kept whole.
CREATE TABLE records (
    id uuid NOT NULL PRIMARY KEY,
    patient_key bigint NOT NULL REFERENCES patients (key),
    kind smallint NOT NULL CHECK (kind BETWEEN 1 AND 7),
    -- Of which treatment, or which one is suspected.
    treatment_id uuid REFERENCES records (id),
    began_on date NOT NULL,
    ended_on date CHECK (ended_on >= began_on),
    revision integer NOT NULL CHECK (revision >= 1),
    change_no bigint NOT NULL,
    -- Counts the versions that readers can tell apart who are not shown words.
    shown_revision integer NOT NULL CHECK (shown_revision BETWEEN 1 AND revision),
    voided boolean NOT NULL,
    -- What it says, sealed; null for a removal.
    content bytea,
    change_reason bytea,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL REFERENCES accounts (id),
    recorded_as smallint NOT NULL
);
CREATE INDEX records_by_patient
    ON records (patient_key, kind, began_on, id);
CREATE INDEX records_by_treatment
    ON records (treatment_id, kind, began_on, id);

CREATE TABLE record_revisions (
    id uuid NOT NULL,
    patient_key bigint NOT NULL REFERENCES patients (key),
    kind smallint NOT NULL CHECK (kind BETWEEN 1 AND 7),
    -- Of which treatment, or which one is suspected.
    treatment_id uuid,
    began_on date NOT NULL,
    ended_on date CHECK (ended_on >= began_on),
    revision integer NOT NULL CHECK (revision >= 1),
    change_no bigint NOT NULL,
    -- Counts the versions that readers can tell apart who are not shown words.
    shown_revision integer NOT NULL CHECK (shown_revision BETWEEN 1 AND revision),
    voided boolean NOT NULL,
    -- What it says, sealed; null for a removal.
    content bytea,
    change_reason bytea,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL REFERENCES accounts (id),
    recorded_as smallint NOT NULL,
    PRIMARY KEY (id, revision)
);
CREATE INDEX record_revisions_by_patient ON record_revisions (patient_key);

-- That people said of a flag "we know": what they could see then, and what they wrote.
CREATE TABLE flag_acknowledgements (
    patient_key bigint NOT NULL REFERENCES patients (key),
    change_no bigint NOT NULL,
    flag_id uuid NOT NULL,
    code smallint NOT NULL,
    -- The week of the last rating that they could see, and the numbers that the flag showed.
    seen_week week_number NOT NULL,
    readings jsonb NOT NULL,
    note bytea,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL REFERENCES accounts (id),
    recorded_as smallint NOT NULL,
    PRIMARY KEY (patient_key, change_no)
);

-- Addresses that no invitation is mailed to any more.
CREATE TABLE unwanted (
    email_index text NOT NULL PRIMARY KEY,
    since timestamptz NOT NULL
);

-- Clinics, who works there as what, and which patients let them in.
CREATE TABLE sites (
    id uuid NOT NULL PRIMARY KEY,
    name text NOT NULL,
    time_zone text NOT NULL,
    -- The last number that was given to a patient who came without a subject id.
    last_number integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL
);

CREATE TABLE site_staff (
    site_id uuid NOT NULL REFERENCES sites (id),
    account_id uuid NOT NULL REFERENCES accounts (id),
    role smallint NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (site_id, account_id)
);
CREATE INDEX site_staff_by_account ON site_staff (account_id);

-- A patient at a site, by their own acceptance, and what they share there. Of a patient who left the row
-- stays: their subject id is not given to another.
CREATE TABLE enrolments (
    site_id uuid NOT NULL REFERENCES sites (id),
    patient_key bigint NOT NULL REFERENCES patients (key),
    subject_index text NOT NULL,
    subject_id bytea NOT NULL,
    notes boolean NOT NULL,
    facts boolean NOT NULL,
    research boolean NOT NULL,
    since timestamptz NOT NULL,
    -- When sharing for research was last switched on here.
    research_since timestamptz,
    left_at timestamptz,
    PRIMARY KEY (site_id, patient_key),
    UNIQUE (site_id, subject_index)
);
CREATE INDEX enrolments_by_patient ON enrolments (patient_key);

CREATE TABLE site_invitations (
    id uuid NOT NULL PRIMARY KEY,
    site_id uuid NOT NULL REFERENCES sites (id),
    email_index text NOT NULL,
    email bytea NOT NULL,
    subject_index text NOT NULL,
    subject_id bytea NOT NULL,
    -- What the site asks for; the patient decides.
    notes boolean NOT NULL,
    facts boolean NOT NULL,
    research boolean NOT NULL,
    code_hash bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    used_by uuid REFERENCES accounts (id),
    revoked_at timestamptz,
    invited_by uuid NOT NULL REFERENCES accounts (id)
);
CREATE INDEX site_invitations_by_site ON site_invitations (site_id, id);
CREATE INDEX site_invitations_by_email ON site_invitations (email_index);

-- The clinician of a site whom a patient chose to coordinate their care.
CREATE TABLE coordinators (
    patient_key bigint NOT NULL PRIMARY KEY REFERENCES patients (key),
    site_id uuid NOT NULL REFERENCES sites (id),
    account_id uuid NOT NULL REFERENCES accounts (id),
    since timestamptz NOT NULL
);

-- When a clinician last said that they had looked at a diary for their team.
CREATE TABLE seen_marks (
    patient_key bigint NOT NULL REFERENCES patients (key),
    account_id uuid NOT NULL REFERENCES accounts (id),
    site_id uuid REFERENCES sites (id),
    at timestamptz NOT NULL,
    change_no bigint NOT NULL,
    PRIMARY KEY (patient_key, account_id)
);

-- What a site takes out, for a person on a device of theirs, or for a program, which has none. The instance that makes it holds a lease, and each run has its own number.
CREATE TABLE exports (
    id uuid NOT NULL PRIMARY KEY,
    site_id uuid NOT NULL REFERENCES sites (id),
    asked_by uuid NOT NULL,
    asked_in uuid,
    asked_at timestamptz NOT NULL,
    kick_off jsonb,
    format smallint NOT NULL,
    identified boolean NOT NULL,
    labels boolean NOT NULL,
    reason bytea,
    from_week integer,
    to_week integer,
    changed_since timestamptz,
    state smallint NOT NULL,
    failure smallint,
    fence integer NOT NULL DEFAULT 0,
    lease_until timestamptz,
    done integer NOT NULL DEFAULT 0,
    total integer NOT NULL DEFAULT 0,
    cut_off timestamptz,
    expires_at timestamptz,
    contents jsonb
);
CREATE INDEX exports_by_asker ON exports (asked_by, site_id, id);
CREATE INDEX exports_unfinished ON exports (id) WHERE state < 3;

-- Who is in an export, by the run that put them there; and whether facts about them and words of theirs are.
CREATE TABLE export_subjects (
    export_id uuid NOT NULL REFERENCES exports (id) ON DELETE CASCADE,
    patient_key bigint NOT NULL REFERENCES patients (key),
    fence integer NOT NULL,
    facts boolean NOT NULL,
    words boolean NOT NULL,
    PRIMARY KEY (export_id, patient_key)
);
CREATE INDEX export_subjects_by_patient ON export_subjects (patient_key);

-- Events go only where a checkpoint says that they do, and of no chain the last.
CREATE FUNCTION audit_events_go_with_a_cut() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    followed boolean;
BEGIN
    followed := CASE
        WHEN OLD.seq IS NULL THEN true
        WHEN OLD.patient_key IS NOT NULL THEN EXISTS (
            SELECT FROM audit_events
            WHERE patient_key = OLD.patient_key AND seq > OLD.seq)
        ELSE EXISTS (
            SELECT FROM audit_events
            WHERE patient_key IS NULL AND actor = OLD.actor AND seq > OLD.seq)
        END;
    IF followed AND EXISTS (
        SELECT FROM audit_checkpoints WHERE OLD.key <= upto AND OLD.at < cut_before)
    THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'audit events are append-only';
END
$$;
CREATE FUNCTION audit_events_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit events are append-only';
END
$$;
CREATE TRIGGER audit_events_stay BEFORE UPDATE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION audit_events_are_append_only();
CREATE TRIGGER audit_events_go_with_a_cut BEFORE DELETE ON audit_events
    FOR EACH ROW EXECUTE FUNCTION audit_events_go_with_a_cut();

CREATE FUNCTION consents_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'consents are append-only';
END
$$;
CREATE TRIGGER consents_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON consents
    FOR EACH STATEMENT EXECUTE FUNCTION consents_are_append_only();

-- Programs of a clinic that read over FHIR, each with its public keys or where these are.
CREATE TABLE clients (
    id uuid NOT NULL PRIMARY KEY,
    site_id uuid NOT NULL REFERENCES sites (id),
    name text NOT NULL,
    jwks text,
    jwks_url text,
    scope text NOT NULL,
    created_at timestamptz NOT NULL,
    removed_at timestamptz,
    CHECK ((jwks IS NULL) <> (jwks_url IS NULL))
);

-- Assertions that a program has used: none is taken twice.
CREATE TABLE client_assertions (
    client_id uuid NOT NULL REFERENCES clients (id),
    jti_hash bytea NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (client_id, jti_hash)
);
CREATE INDEX client_assertions_by_end ON client_assertions (expires_at);

-- What a person wants to be reminded of: on a weekday at an hour of their clock, as they mean it. An instant is only when
-- to look next, and from which zone and which rules of zones that was computed.
CREATE TABLE reminders (
    account_id uuid NOT NULL PRIMARY KEY REFERENCES accounts (id),
    patient_key bigint REFERENCES patients (key),
    version integer NOT NULL,
    weekday smallint CHECK (weekday BETWEEN 0 AND 6),
    minute smallint CHECK (minute BETWEEN 0 AND 1439),
    zone text,
    channels smallint NOT NULL,
    quiet_from smallint CHECK (quiet_from BETWEEN 0 AND 1439),
    quiet_to smallint CHECK (quiet_to BETWEEN 0 AND 1439),
    paused_until date,
    next_course boolean NOT NULL,
    end_of_follow_up boolean NOT NULL,
    visit_on date,
    handled_week integer,
    later_at timestamptz,
    next_at timestamptz,
    home text NOT NULL,
    zone_rules text NOT NULL
);
CREATE INDEX reminders_by_next ON reminders (next_at, account_id);
CREATE INDEX reminders_by_patient ON reminders (patient_key);

-- What went out: once for each person and week, or whatever else it was about, on however many instances.
CREATE TABLE reminded (
    account_id uuid NOT NULL REFERENCES accounts (id),
    kind smallint NOT NULL,
    number bigint NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (account_id, kind, number)
);
CREATE INDEX reminded_by_time ON reminded (at);

-- What those who follow a diary want to be told of it, and whether the patient switched that off.
CREATE TABLE followers (
    patient_key bigint NOT NULL REFERENCES patients (key),
    account_id uuid NOT NULL REFERENCES accounts (id),
    version integer NOT NULL,
    silence_weeks smallint CHECK (silence_weeks BETWEEN 1 AND 52),
    tiers smallint NOT NULL,
    channels smallint NOT NULL,
    escalate_hours smallint CHECK (escalate_hours BETWEEN 1 AND 168),
    chosen_at timestamptz NOT NULL,
    muted_at timestamptz,
    PRIMARY KEY (patient_key, account_id)
);
CREATE INDEX followers_by_account ON followers (account_id);

-- The diaries that are followed: up to which change each was looked at, and when it is looked at though nothing changes.
CREATE TABLE watches (
    patient_key bigint NOT NULL PRIMARY KEY REFERENCES patients (key),
    seen_change bigint NOT NULL,
    look_at timestamptz NOT NULL
);
CREATE INDEX watches_by_time ON watches (look_at);

-- What there was to tell of a diary: a flag by its code and the week in which it began, or a silence (code 0) by the last
-- week that is recorded.
CREATE TABLE alerts (
    id uuid NOT NULL PRIMARY KEY,
    patient_key bigint NOT NULL REFERENCES patients (key),
    code smallint NOT NULL,
    week integer NOT NULL,
    tier smallint,
    raised_at timestamptz NOT NULL,
    ended_at timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by uuid,
    acknowledged_as smallint,
    next_step_at timestamptz
);
CREATE UNIQUE INDEX alerts_by_patient ON alerts (patient_key, code, week);
CREATE INDEX alerts_by_end ON alerts (ended_at);

-- Who was told of it, once.
CREATE TABLE alert_tellings (
    alert_id uuid NOT NULL REFERENCES alerts (id),
    account_id uuid NOT NULL REFERENCES accounts (id),
    relation smallint NOT NULL,
    told_at timestamptz NOT NULL,
    PRIMARY KEY (alert_id, account_id)
);
CREATE INDEX alert_tellings_by_account ON alert_tellings (account_id);

-- A second net under the queries of a clinic. A transaction that works for a site names it (`alsfrs.site`); from then on
-- the rows of other sites, and of patients who are not enrolled there, do not exist for it, whatever a query asks for.
-- All other transactions see all rows. It holds for a role that serves without owning the tables. Weeks and records are
-- found by a patient's key alone: to look at each of them again would double the time of an export.
DO $$
DECLARE
    here CONSTANT text := 'nullif(current_setting(''alsfrs.site'', true), '''')::uuid';
    enrolled CONSTANT text := 'EXISTS (SELECT FROM enrolments WHERE site_id = ' || here || ' AND enrolments.patient_key = ';
    narrowed record;
BEGIN
    FOR narrowed IN VALUES
        ('sites', 'id = ' || here),
        ('site_staff', 'site_id = ' || here),
        ('enrolments', 'site_id = ' || here),
        ('site_invitations', 'site_id = ' || here),
        ('coordinators', 'site_id = ' || here),
        ('exports', 'site_id = ' || here),
        ('clients', 'site_id = ' || here),
        -- Of a patient who left it is still written down who opens what was taken out before.
        ('patients', enrolled || 'patients.key)'),
        ('patient_facts', enrolled || 'patient_facts.patient_key AND left_at IS NULL)'),
        ('flag_acknowledgements', enrolled || 'flag_acknowledgements.patient_key AND left_at IS NULL)'),
        ('seen_marks', enrolled || 'seen_marks.patient_key AND left_at IS NULL)')
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', narrowed.column1);
        EXECUTE format('CREATE POLICY of_the_site ON %I USING (%s IS NULL OR %s)', narrowed.column1, here, narrowed.column2);
    END LOOP;
END
$$;
