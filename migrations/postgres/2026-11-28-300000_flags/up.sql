-- That people said of a flag "we know": what they could see then, and what they wrote.
CREATE TABLE flag_acknowledgements (
    patient_key bigint NOT NULL REFERENCES patients (key),
    change_no bigint NOT NULL,
    flag_id uuid NOT NULL,
    code smallint NOT NULL,
    -- The week of the last rating that they could see, and the numbers that the flag showed.
    seen_week integer NOT NULL CHECK (seen_week BETWEEN 190001 AND 299953),
    readings jsonb NOT NULL,
    note bytea,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL REFERENCES accounts (id),
    recorded_as smallint NOT NULL,
    PRIMARY KEY (patient_key, change_no)
);

-- Whether somebody who sees no more than the trend sees flags too.
ALTER TABLE grants ADD COLUMN may_see_flags boolean NOT NULL DEFAULT false;
