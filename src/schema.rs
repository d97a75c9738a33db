//! The tables, as both databases have them. `tests/migrations` compares it with what the
//! migrations make.
#![expect(missing_docs, reason = "the migrations describe each table and column")]

/// One list of columns for a table, or for two: what is current, and its history.
macro_rules! tables {
    ($($($name:ident ($($key:ident),+)),+ { $($column:tt)+ })+) => {
        $(tables!(@each [$($name ($($key),+)),+] { $($column)+ });)+
    };
    (@each [$($name:ident $key:tt),+] $columns:tt) => {
        $(tables!(@one $name $key $columns);)+
    };
    (@one $name:ident ($($key:ident),+) { $($column:tt)+ }) => {
        diesel::table! {
            use crate::platform::db::{Document, Id, Instant};
            use diesel::sql_types::*;

            $name ($($key),+) { $($column)+ }
        }
    };
}

tables! {
    unwanted (email_index) {
        email_index -> Text,
        since -> Instant,
    }

    accounts (id) {
        id -> Id,
        email_index -> Text,
        email -> Binary,
        display_name -> Binary,
        role -> SmallInt,
        time_zone -> Text,
        locale -> Nullable<Text>,
        epoch -> Integer,
        version -> Integer,
        created_at -> Instant,
        disabled_at -> Nullable<Instant>,
        audit_seq -> BigInt,
        audit_end -> Nullable<Binary>,
        zone_moved -> Bool,
    }

    credentials (account_id) {
        account_id -> Id,
        hash -> Text,
        changed_at -> Instant,
    }

    account_codes (account_id, purpose) {
        account_id -> Id,
        purpose -> SmallInt,
        code_hash -> Binary,
        created_at -> Instant,
        expires_at -> Instant,
        used_at -> Nullable<Instant>,
    }

    totp_factors (id) {
        id -> Id,
        account_id -> Id,
        confirmed -> Bool,
        seed -> Binary,
        last_step -> BigInt,
        created_at -> Instant,
    }

    passkeys (id) {
        id -> Id,
        account_id -> Id,
        credential_id -> Binary,
        public_key -> Binary,
        name -> Binary,
        transports -> Text,
        sign_count -> BigInt,
        backup_eligible -> Bool,
        backed_up -> Bool,
        created_at -> Instant,
        last_used_at -> Nullable<Instant>,
    }

    passkey_challenges (challenge_hash) {
        challenge_hash -> Binary,
        expires_at -> Instant,
    }

    factor_resets (account_id) {
        account_id -> Id,
        asked_at -> Instant,
        due_at -> Instant,
    }

    recovery_codes (account_id, number) {
        account_id -> Id,
        number -> SmallInt,
        code_hash -> Binary,
        created_at -> Instant,
        used_at -> Nullable<Instant>,
    }

    pending_sign_ins (id) {
        id -> Id,
        account_id -> Id,
        epoch -> Integer,
        token_hash -> Binary,
        device_name -> Nullable<Binary>,
        address -> Text,
        attempts -> SmallInt,
        expires_at -> Instant,
    }

    sign_ups (id) {
        id -> Id,
        email_index -> Text,
        email -> Binary,
        display_name -> Binary,
        role -> SmallInt,
        time_zone -> Text,
        locale -> Nullable<Text>,
        password_hash -> Text,
        code_hash -> Binary,
        attempts -> SmallInt,
        created_at -> Instant,
        expires_at -> Instant,
        link_hash -> Nullable<Binary>,
        account_id -> Nullable<Id>,
    }

    sessions (id) {
        id -> Id,
        account_id -> Id,
        epoch -> Integer,
        device_name -> Nullable<Binary>,
        address -> Text,
        generation -> Integer,
        current_hash -> Binary,
        previous_hash -> Nullable<Binary>,
        assurance -> SmallInt,
        authenticated_at -> Instant,
        created_at -> Instant,
        last_seen_at -> Instant,
        idle_until -> Instant,
        expires_at -> Instant,
        revoked_at -> Nullable<Instant>,
        root -> SmallInt,
        previous_root -> Nullable<SmallInt>,
    }

    patients (key) {
        key -> BigInt,
        id -> Id,
        account_id -> Id,
        time_zone -> Text,
        last_change -> BigInt,
        created_at -> Instant,
        audit_seq -> BigInt,
        audit_end -> Nullable<Binary>,
        care_sharing -> Bool,
        notes_sharing -> Bool,
        clinic_enrolment -> Bool,
        research_export -> Bool,
        shared_since -> Nullable<Instant>,
        closes_at -> Nullable<Instant>,
        closure_asked_at -> Nullable<Instant>,
        closure_basis -> Nullable<Binary>,
        silence_told_at -> Nullable<Instant>,
    }

    patient_facts (patient_key) {
        patient_key -> BigInt,
        version -> Integer,
        symptom_onset -> Nullable<Date>,
        diagnosed_on -> Nullable<Date>,
        onset_region -> Nullable<SmallInt>,
        birth_year -> Nullable<SmallInt>,
        sex -> Nullable<SmallInt>,
        gene -> Nullable<Text>,
        usual_weight_tenths -> Nullable<SmallInt>,
        height_cm -> Nullable<SmallInt>,
        change_no -> BigInt,
    }

    grants (patient_key, account_id) {
        patient_key -> BigInt,
        account_id -> Id,
        level -> SmallInt,
        relation -> SmallInt,
        version -> Integer,
        created_at -> Instant,
        revoked_at -> Nullable<Instant>,
        acts_from -> Nullable<Instant>,
        may_see_flags -> Bool,
        let_in_by -> Nullable<Id>,
        change_no -> BigInt,
    }

    trustees (patient_key) {
        patient_key -> BigInt,
        account_id -> Id,
        named_at -> Instant,
        request_id -> Nullable<Id>,
        requested_at -> Nullable<Instant>,
        next_mail_at -> Nullable<Instant>,
        may_ask_from -> Nullable<Instant>,
        may_close_from -> Nullable<Instant>,
    }

    invitations (id) {
        id -> Id,
        patient_key -> BigInt,
        email_index -> Text,
        email -> Binary,
        level -> SmallInt,
        relation -> SmallInt,
        code_hash -> Binary,
        created_at -> Instant,
        expires_at -> Instant,
        used_at -> Nullable<Instant>,
        used_by -> Nullable<Id>,
        revoked_at -> Nullable<Instant>,
        invited_by -> Nullable<Id>,
    }

    emergency_cards (patient_key) {
        patient_key -> BigInt,
        token_hash -> Binary,
        version -> Integer,
        changed_at -> Instant,
        token -> Binary,
        content -> Binary,
    }

    guest_links (id) {
        id -> Id,
        patient_key -> BigInt,
        made_by -> Id,
        token_hash -> Binary,
        created_at -> Instant,
        expires_at -> Instant,
        revoked_at -> Nullable<Instant>,
        week -> Nullable<Integer>,
        shown_name -> Nullable<Binary>,
    }

    entries (patient_key, week), entry_revisions (patient_key, week, revision) {
        patient_key -> BigInt,
        week -> Integer,
        revision -> Integer,
        change_no -> BigInt,
        shown_revision -> Integer,
        voided -> Bool,
        assessed_on -> Date,
        speech -> Nullable<SmallInt>,
        salivation -> Nullable<SmallInt>,
        swallowing -> Nullable<SmallInt>,
        handwriting -> Nullable<SmallInt>,
        cutting -> Nullable<SmallInt>,
        dressing -> Nullable<SmallInt>,
        turning -> Nullable<SmallInt>,
        walking -> Nullable<SmallInt>,
        stairs -> Nullable<SmallInt>,
        dyspnea -> Nullable<SmallInt>,
        orthopnea -> Nullable<SmallInt>,
        respiratory_insufficiency -> Nullable<SmallInt>,
        tube_form -> Bool,
        gastrostomy -> Bool,
        instrument -> Text,
        respondent -> SmallInt,
        symptoms -> Nullable<Document>,
        weight_tenths -> Nullable<SmallInt>,
        note -> Nullable<Binary>,
        change_reason -> Nullable<Binary>,
        recorded_at -> Instant,
        recorded_by -> Id,
        recorded_as -> SmallInt,
        answered_at -> Nullable<Instant>,
        sender -> Nullable<Binary>,
    }

    audit_events (key) {
        key -> BigInt,
        at -> Instant,
        action -> Text,
        actor -> Nullable<Id>,
        session_id -> Nullable<Id>,
        patient_key -> Nullable<BigInt>,
        change_no -> Nullable<BigInt>,
        detail -> Document,
        seq -> Nullable<BigInt>,
        relation -> Nullable<SmallInt>,
        hash -> Nullable<Binary>,
    }

    restores (at) {
        at -> Instant,
    }

    audit_checkpoints (number) {
        number -> BigInt,
        at -> Instant,
        upto -> BigInt,
        document -> Text,
        cut_before -> Nullable<Instant>,
    }

    push_subscriptions (id) {
        id -> Id,
        account_id -> Id,
        session_id -> Id,
        bridge -> Bool,
        target_index -> Text,
        target -> Binary,
        push_key -> SmallInt,
        created_at -> Instant,
        renewed_at -> Instant,
    }

    outbox (id) {
        id -> Id,
        way -> SmallInt,
        turn -> SmallInt,
        content -> Binary,
        attempts -> SmallInt,
        fence -> Integer,
        not_before -> Instant,
        lease_until -> Nullable<Instant>,
        parked_at -> Nullable<Instant>,
        created_at -> Instant,
    }

    data_keys (subject) {
        subject -> Id,
        kek -> SmallInt,
        wrapped -> Binary,
    }

    quotas (key) {
        key -> Binary,
        free_at -> Instant,
    }

    guesses (key) {
        key -> Binary,
        recent -> Integer,
        total -> Integer,
        last_at -> Instant,
        locked_until -> Nullable<Instant>,
    }

    consents (id) {
        id -> Id,
        account_id -> Id,
        purpose -> SmallInt,
        given -> Bool,
        policy -> Text,
        policy_hash -> Binary,
        language -> Text,
        given_by -> SmallInt,
        basis -> Nullable<Binary>,
        at -> Instant,
        method -> SmallInt,
    }

    erasures (account_id) {
        account_id -> Id,
        asked_at -> Instant,
        due_at -> Instant,
        begun_at -> Nullable<Instant>,
    }

    records (id), record_revisions (id, revision) {
        id -> Id,
        patient_key -> BigInt,
        kind -> SmallInt,
        treatment_id -> Nullable<Id>,
        began_on -> Date,
        ended_on -> Nullable<Date>,
        revision -> Integer,
        change_no -> BigInt,
        shown_revision -> Integer,
        voided -> Bool,
        content -> Nullable<Binary>,
        change_reason -> Nullable<Binary>,
        recorded_at -> Instant,
        recorded_by -> Id,
        recorded_as -> SmallInt,
    }

    flag_acknowledgements (patient_key, change_no) {
        patient_key -> BigInt,
        change_no -> BigInt,
        flag_id -> Id,
        code -> SmallInt,
        seen_week -> Integer,
        readings -> Document,
        note -> Nullable<Binary>,
        recorded_at -> Instant,
        recorded_by -> Id,
        recorded_as -> SmallInt,
    }

    sites (id) {
        id -> Id,
        name -> Text,
        time_zone -> Text,
        last_number -> Integer,
        created_at -> Instant,
    }

    clients (id) {
        id -> Id,
        site_id -> Id,
        name -> Text,
        jwks -> Nullable<Text>,
        jwks_url -> Nullable<Text>,
        scope -> Text,
        created_at -> Instant,
        removed_at -> Nullable<Instant>,
    }

    client_assertions (client_id, jti_hash) {
        client_id -> Id,
        jti_hash -> Binary,
        expires_at -> Instant,
    }

    site_staff (site_id, account_id) {
        site_id -> Id,
        account_id -> Id,
        role -> SmallInt,
        created_at -> Instant,
    }

    enrolments (site_id, patient_key) {
        site_id -> Id,
        patient_key -> BigInt,
        subject_index -> Text,
        subject_id -> Binary,
        notes -> Bool,
        facts -> Bool,
        research -> Bool,
        since -> Instant,
        research_since -> Nullable<Instant>,
        left_at -> Nullable<Instant>,
    }

    coordinators (patient_key) {
        patient_key -> BigInt,
        site_id -> Id,
        account_id -> Id,
        since -> Instant,
    }

    seen_marks (patient_key, account_id) {
        patient_key -> BigInt,
        account_id -> Id,
        site_id -> Nullable<Id>,
        at -> Instant,
        change_no -> BigInt,
    }

    site_invitations (id) {
        id -> Id,
        site_id -> Id,
        email_index -> Text,
        email -> Binary,
        subject_index -> Text,
        subject_id -> Binary,
        notes -> Bool,
        facts -> Bool,
        research -> Bool,
        code_hash -> Binary,
        created_at -> Instant,
        expires_at -> Instant,
        used_at -> Nullable<Instant>,
        used_by -> Nullable<Id>,
        revoked_at -> Nullable<Instant>,
        invited_by -> Id,
    }

    exports (id) {
        id -> Id,
        site_id -> Id,
        asked_by -> Id,
        asked_in -> Nullable<Id>,
        asked_at -> Instant,
        kick_off -> Nullable<Document>,
        format -> SmallInt,
        identified -> Bool,
        labels -> Bool,
        reason -> Nullable<Binary>,
        from_week -> Nullable<Integer>,
        to_week -> Nullable<Integer>,
        changed_since -> Nullable<Instant>,
        state -> SmallInt,
        failure -> Nullable<SmallInt>,
        fence -> Integer,
        lease_until -> Nullable<Instant>,
        done -> Integer,
        total -> Integer,
        cut_off -> Nullable<Instant>,
        expires_at -> Nullable<Instant>,
        contents -> Nullable<Document>,
    }

    export_subjects (export_id, patient_key) {
        export_id -> Id,
        patient_key -> BigInt,
        fence -> Integer,
        facts -> Bool,
        words -> Bool,
    }

    reminders (account_id) {
        account_id -> Id,
        patient_key -> Nullable<BigInt>,
        version -> Integer,
        weekday -> Nullable<SmallInt>,
        minute -> Nullable<SmallInt>,
        zone -> Nullable<Text>,
        channels -> SmallInt,
        quiet_from -> Nullable<SmallInt>,
        quiet_to -> Nullable<SmallInt>,
        paused_until -> Nullable<Date>,
        next_course -> Bool,
        end_of_follow_up -> Bool,
        visit_on -> Nullable<Date>,
        handled_week -> Nullable<Integer>,
        later_at -> Nullable<Instant>,
        next_at -> Nullable<Instant>,
        home -> Text,
        zone_rules -> Text,
    }

    followers (patient_key, account_id) {
        patient_key -> BigInt,
        account_id -> Id,
        version -> Integer,
        silence_weeks -> Nullable<SmallInt>,
        tiers -> SmallInt,
        channels -> SmallInt,
        escalate_hours -> Nullable<SmallInt>,
        chosen_at -> Instant,
        muted_at -> Nullable<Instant>,
    }

    watches (patient_key) {
        patient_key -> BigInt,
        seen_change -> BigInt,
        look_at -> Instant,
    }

    alerts (id) {
        id -> Id,
        patient_key -> BigInt,
        code -> SmallInt,
        week -> Integer,
        tier -> Nullable<SmallInt>,
        raised_at -> Instant,
        ended_at -> Nullable<Instant>,
        acknowledged_at -> Nullable<Instant>,
        acknowledged_by -> Nullable<Id>,
        acknowledged_as -> Nullable<SmallInt>,
        next_step_at -> Nullable<Instant>,
    }

    alert_tellings (alert_id, account_id) {
        alert_id -> Id,
        account_id -> Id,
        relation -> SmallInt,
        told_at -> Instant,
    }

    reminded (account_id, kind, number) {
        account_id -> Id,
        kind -> SmallInt,
        number -> BigInt,
        at -> Instant,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    accounts,
    alert_tellings,
    alerts,
    audit_events,
    coordinators,
    credentials,
    data_keys,
    enrolments,
    export_subjects,
    exports,
    entries,
    entry_revisions,
    flag_acknowledgements,
    grants,
    invitations,
    passkeys,
    patient_facts,
    patients,
    seen_marks,
    sessions,
    site_invitations,
    site_staff,
    sites,
    clients,
    trustees,
    records,
    record_revisions,
);
diesel::joinable!(alert_tellings -> alerts (alert_id));
diesel::joinable!(grants -> patients (patient_key));
diesel::joinable!(grants -> accounts (account_id));
diesel::joinable!(trustees -> patients (patient_key));
diesel::joinable!(trustees -> accounts (account_id));
diesel::joinable!(credentials -> accounts (account_id));
diesel::joinable!(passkeys -> accounts (account_id));
diesel::joinable!(invitations -> patients (patient_key));
diesel::joinable!(sessions -> accounts (account_id));
diesel::joinable!(patients -> accounts (account_id));
diesel::joinable!(flag_acknowledgements -> accounts (recorded_by));
diesel::joinable!(entries -> accounts (recorded_by));
diesel::joinable!(entry_revisions -> accounts (recorded_by));
diesel::joinable!(records -> accounts (recorded_by));
diesel::joinable!(record_revisions -> accounts (recorded_by));
diesel::joinable!(coordinators -> accounts (account_id));
diesel::joinable!(coordinators -> sites (site_id));
diesel::joinable!(seen_marks -> accounts (account_id));
diesel::joinable!(enrolments -> patients (patient_key));
diesel::joinable!(enrolments -> sites (site_id));
diesel::joinable!(site_staff -> accounts (account_id));
diesel::joinable!(site_staff -> sites (site_id));
diesel::joinable!(clients -> sites (site_id));
diesel::joinable!(site_invitations -> sites (site_id));
