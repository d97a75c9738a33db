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
    at timestamptz NOT NULL
);
CREATE INDEX consents_by_account ON consents (account_id, id);

-- Who asked to be forgotten, and when that happens.
CREATE TABLE erasures (
    account_id uuid NOT NULL PRIMARY KEY REFERENCES accounts (id),
    asked_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL
);
CREATE INDEX erasures_by_due ON erasures (due_at);

CREATE FUNCTION refuse_to_change_consents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'consents are append-only';
END;
$$;
CREATE TRIGGER consents_are_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON consents
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_consents();
