-- Mail that waits to be sent: written in the transaction that causes it, deleted when it is out.
CREATE TABLE mails (
    id BLOB NOT NULL PRIMARY KEY,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    -- Not before this instant: later after each failure, and while an instance is sending it.
    due_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX mails_by_due ON mails (due_at);
