-- What a policy looks at is not dropped before it.
DO $$
DECLARE
    narrowed name;
BEGIN
    FOR narrowed IN SELECT tablename FROM pg_policies WHERE schemaname = current_schema() AND policyname = 'of_the_site' LOOP
        EXECUTE format('DROP POLICY of_the_site ON %I', narrowed);
    END LOOP;
END
$$;
DROP TABLE alert_tellings;
DROP TABLE alerts;
DROP TABLE watches;
DROP TABLE followers;
DROP TABLE reminded;
DROP TABLE reminders;
DROP TABLE seen_marks;
DROP TABLE client_assertions;
DROP TABLE clients;
DROP TABLE export_subjects;
DROP TABLE exports;
DROP TABLE coordinators;
DROP TABLE site_invitations;
DROP TABLE enrolments;
DROP TABLE site_staff;
DROP TABLE sites;
DROP TABLE unwanted;
DROP TABLE flag_acknowledgements;
DROP TABLE record_revisions;
DROP TABLE records;
DROP TABLE trustees;
DROP TABLE factor_resets;
DROP TABLE passkey_challenges;
DROP TABLE passkeys;
DROP TABLE erasures;
DROP TABLE consents;
DROP TABLE restores;
DROP TABLE audit_checkpoints;
DROP TABLE guesses;
DROP TABLE quotas;
DROP TABLE data_keys;
DROP TABLE pending_sign_ins;
DROP TABLE recovery_codes;
DROP TABLE totp_factors;
DROP TABLE account_codes;
DROP TABLE push_subscriptions;
DROP TABLE outbox;
DROP TABLE audit_events;
DROP TABLE entry_revisions;
DROP TABLE entries;
DROP TABLE emergency_cards;
DROP TABLE guest_links;
DROP TABLE invitations;
DROP TABLE grants;
DROP TABLE patient_facts;
DROP TABLE patients;
DROP TABLE sessions;
DROP TABLE sign_ups;
DROP TABLE credentials;
DROP TABLE accounts;
DROP FUNCTION audit_events_go_with_a_cut;
DROP FUNCTION audit_events_are_append_only;
DROP FUNCTION consents_are_append_only;
DROP DOMAIN score;
DROP DOMAIN week_number;
