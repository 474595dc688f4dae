-- The ledger: who has which issue. One file, ledger.db, in the folder that CLNM_DATA names.

-- An issue that is being sent or was. Its digest stands for the bytes of all its editions.
CREATE TABLE issue (
    issue TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    list TEXT NOT NULL,
    begun_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One reader's copy. The address is the reader's key: what tells two readers apart, not what is written to.
CREATE TABLE delivery (
    issue TEXT NOT NULL REFERENCES issue,
    address TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    edition TEXT NOT NULL,
    state TEXT NOT NULL CHECK (
        state IN ('queued', 'sending', 'sent', 'deferred', 'failed', 'suppressed', 'uncertain')
    ),
    tries INTEGER NOT NULL DEFAULT 0,
    said TEXT NOT NULL DEFAULT '',
    changed_at TEXT NOT NULL,
    PRIMARY KEY (issue, address)
) STRICT, WITHOUT ROWID;

CREATE INDEX delivery_by_state ON delivery (issue, state);

CREATE INDEX delivery_under_way ON delivery (address) WHERE state = 'sending';

-- One reader's copy that an engine sends for us, one by one. The mark stands for the address.
CREATE TABLE handed_copy (
    issue TEXT NOT NULL,
    mark TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sending', 'sent', 'failed', 'uncertain')),
    id TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (issue, mark)
) STRICT, WITHOUT ROWID;

-- An issue that an engine sends instead of us. Written before the engine is asked, id when it answered.
CREATE TABLE handed_over (
    issue TEXT PRIMARY KEY,
    engine TEXT NOT NULL,
    id TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
