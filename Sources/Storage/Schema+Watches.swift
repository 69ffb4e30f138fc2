extension Schema {
  /// The watch bill: who stands which watch, and how things stand.
  ///
  /// A row has the few columns it is found by, and the whole thing as JSON in `content`. A table
  /// is named after its kind of entity, with `watch_` before it; `ends_at` is when a thing is
  /// over or was, NULL while that is not known.
  static let watches = """
    CREATE TABLE watch_schedule(
      id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE,
      handle TEXT NOT NULL COLLATE NOCASE,
      team_id INTEGER REFERENCES team(id),
      content TEXT NOT NULL, created_at INTEGER NOT NULL, trashed_at INTEGER
    );
    CREATE UNIQUE INDEX watch_schedule_handle ON watch_schedule(handle) WHERE trashed_at IS NULL;
    CREATE TABLE watch_override(
      id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE,
      schedule_id INTEGER NOT NULL REFERENCES watch_schedule(id),
      ends_at INTEGER, content TEXT NOT NULL, created_at INTEGER NOT NULL, trashed_at INTEGER
    );
    CREATE INDEX watch_override_end ON watch_override(ends_at);
    CREATE TABLE watch_cover(
      id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE,
      schedule_id INTEGER NOT NULL REFERENCES watch_schedule(id),
      ends_at INTEGER, content TEXT NOT NULL, created_at INTEGER NOT NULL, trashed_at INTEGER
    );
    CREATE INDEX watch_cover_end ON watch_cover(ends_at);
    CREATE TABLE watch_offer(
      id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE,
      schedule_id INTEGER NOT NULL REFERENCES watch_schedule(id),
      ends_at INTEGER, content TEXT NOT NULL, created_at INTEGER NOT NULL, trashed_at INTEGER
    );
    CREATE INDEX watch_offer_end ON watch_offer(ends_at);
    CREATE TABLE watch_absence(
      id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE,
      person_id INTEGER NOT NULL REFERENCES person(id),
      ends_at INTEGER, content TEXT NOT NULL, created_at INTEGER NOT NULL, trashed_at INTEGER
    );
    CREATE INDEX watch_absence_end ON watch_absence(ends_at);
    CREATE TABLE watch_policy(
      id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE,
      handle TEXT NOT NULL COLLATE NOCASE,
      content TEXT NOT NULL, created_at INTEGER NOT NULL, trashed_at INTEGER
    );
    CREATE UNIQUE INDEX watch_policy_handle ON watch_policy(handle) WHERE trashed_at IS NULL;
    CREATE TABLE watch_maintenance(
      id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE,
      ends_at INTEGER, content TEXT NOT NULL, created_at INTEGER NOT NULL, trashed_at INTEGER
    );
    -- state: 0 suppressed, 1 triggered, 2 acked, 3 resolved.
    CREATE TABLE watch_page(
      id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE,
      service_id INTEGER NOT NULL REFERENCES service(id),
      state INTEGER NOT NULL,
      ends_at INTEGER, content TEXT NOT NULL, created_at INTEGER NOT NULL, trashed_at INTEGER
    );
    CREATE INDEX watch_page_end ON watch_page(ends_at);
    -- state: 0 draft, 1 offered, 2 passed, 3 over. subject: `issue UUID`, `service UUID` or
    -- `schedule UUID`.
    CREATE TABLE watch_handoff(
      id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE,
      subject TEXT NOT NULL,
      state INTEGER NOT NULL,
      ends_at INTEGER, content TEXT NOT NULL, created_at INTEGER NOT NULL, trashed_at INTEGER
    );
    CREATE INDEX watch_handoff_end ON watch_handoff(ends_at);
    CREATE INDEX watch_handoff_subject ON watch_handoff(subject);
    CREATE TABLE watch_prompt(
      id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE,
      team_id INTEGER NOT NULL REFERENCES team(id),
      content TEXT NOT NULL, created_at INTEGER NOT NULL, trashed_at INTEGER
    );
    CREATE TABLE watch_update(
      id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE,
      prompt_id INTEGER NOT NULL REFERENCES watch_prompt(id),
      person_id INTEGER NOT NULL REFERENCES person(id),
      day TEXT NOT NULL,
      content TEXT NOT NULL, created_at INTEGER NOT NULL, trashed_at INTEGER
    );
    CREATE INDEX watch_update_day ON watch_update(day);
    CREATE UNIQUE INDEX watch_update_one ON watch_update(prompt_id, person_id, day)
      WHERE trashed_at IS NULL;
    -- state: 0 open, 1 cleared.
    CREATE TABLE watch_blocker(
      id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE,
      person_id INTEGER NOT NULL REFERENCES person(id),
      state INTEGER NOT NULL,
      ends_at INTEGER, content TEXT NOT NULL, created_at INTEGER NOT NULL, trashed_at INTEGER
    );
    CREATE INDEX watch_blocker_end ON watch_blocker(ends_at);
    -- What somebody made of an inbox event; state: 1 read, 2 done, 3 both.
    CREATE TABLE watch_mark(
      id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE,
      person_id INTEGER NOT NULL REFERENCES person(id),
      event TEXT NOT NULL,
      state INTEGER NOT NULL,
      created_at INTEGER NOT NULL, trashed_at INTEGER
    );
    CREATE INDEX watch_mark_person ON watch_mark(person_id, event);

    -- What somebody did, for drafts of updates and notes; imports are nobody's deeds.
    CREATE INDEX operation_author ON operation(author, dseq) WHERE origin = 0;

    ALTER TABLE service ADD COLUMN owner_id INTEGER REFERENCES person(id);
    ALTER TABLE service ADD COLUMN policy_id INTEGER REFERENCES watch_policy(id);
    """
}
