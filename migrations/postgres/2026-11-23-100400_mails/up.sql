-- Mail that waits to be sent: written in the transaction that causes it, deleted when it is out.
CREATE TABLE mails (
    id uuid NOT NULL PRIMARY KEY,
    recipient text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    attempts smallint NOT NULL,
    -- Not before this instant: later after each failure, and while an instance is sending it.
    due_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX mails_by_due ON mails (due_at);
