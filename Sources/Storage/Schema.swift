internal import GRDB

/// The shape of the file: append-only migrations, named and numbered.
///
/// A released migration never changes. `PRAGMA user_version` holds how many
/// have run, so that opening a file costs one look; a number above
/// `Schema.version` means that a newer binary wrote it.
enum Schema {
  /// The application id in the file's header: "WBil".
  static let applicationID: Int32 = 0x5742_696C

  /// What the newest migration leaves behind.
  static var version: Int { migrations.count }

  /// Statements of each migration, oldest first.
  static let migrations: [String] = [first, second, watches, openIssuesOfServices]

  /// The SQL of every index of the newest format, by name.
  static let indexes: [String: String] = {
    var indexes: [String: String] = [:]
    let lines = migrations.joined(separator: "\n").split(separator: "\n")
      .filter { !$0.drop(while: \.isWhitespace).hasPrefix("--") }
    for statement in lines.joined(separator: "\n").split(separator: ";") {
      let words = statement.split { $0.isWhitespace || $0 == "(" }
      if words.starts(with: ["DROP", "INDEX", "IF", "EXISTS"]), words.count == 5 {
        indexes[String(words[4])] = nil
      } else if words.starts(with: ["CREATE", "INDEX"]), words.count > 2 {
        indexes[String(words[2])] = String(statement)
      } else if words.starts(with: ["CREATE", "UNIQUE", "INDEX"]), words.count > 3 {
        indexes[String(words[3])] = String(statement)
      }
    }
    return indexes
  }()

  private static let first = """
    CREATE TABLE setting(
      name TEXT PRIMARY KEY,
      value
    ) WITHOUT ROWID;

    -- Indexes that an import has taken away until it ends; see DeferredIndexes. Nobody reads sql.
    CREATE TABLE deferred_index(
      name TEXT PRIMARY KEY,
      sql TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE person(
      id INTEGER PRIMARY KEY,
      uid BLOB NOT NULL UNIQUE,
      handle TEXT NOT NULL COLLATE NOCASE,
      name TEXT NOT NULL DEFAULT '',
      email TEXT,
      zone TEXT,
      foreign_system TEXT, foreign_id TEXT, foreign_url TEXT, foreign_extra TEXT,
      created_at INTEGER NOT NULL,
      trashed_at INTEGER
    );
    CREATE TABLE team(
      id INTEGER PRIMARY KEY,
      uid BLOB NOT NULL UNIQUE,
      handle TEXT NOT NULL COLLATE NOCASE,
      name TEXT NOT NULL DEFAULT '',
      created_at INTEGER NOT NULL,
      trashed_at INTEGER
    );
    CREATE TABLE team_member(
      team_id INTEGER NOT NULL REFERENCES team(id),
      person_id INTEGER NOT NULL REFERENCES person(id),
      PRIMARY KEY(team_id, person_id)
    ) WITHOUT ROWID;
    CREATE INDEX team_member_person ON team_member(person_id, team_id);
    CREATE TABLE service(
      id INTEGER PRIMARY KEY,
      uid BLOB NOT NULL UNIQUE,
      handle TEXT NOT NULL COLLATE NOCASE,
      name TEXT NOT NULL DEFAULT '',
      team_id INTEGER REFERENCES team(id),
      created_at INTEGER NOT NULL,
      trashed_at INTEGER
    );
    CREATE TABLE project(
      id INTEGER PRIMARY KEY,
      uid BLOB NOT NULL UNIQUE,
      prefix TEXT NOT NULL COLLATE NOCASE,
      name TEXT NOT NULL DEFAULT '',
      team_id INTEGER REFERENCES team(id),
      next_number INTEGER NOT NULL DEFAULT 1,
      created_at INTEGER NOT NULL,
      trashed_at INTEGER
    );
    CREATE TABLE label(
      id INTEGER PRIMARY KEY,
      uid BLOB NOT NULL UNIQUE,
      project_id INTEGER NOT NULL REFERENCES project(id),
      name TEXT NOT NULL COLLATE NOCASE,
      color TEXT NOT NULL DEFAULT '',
      description TEXT,
      created_at INTEGER NOT NULL,
      trashed_at INTEGER
    );
    CREATE INDEX label_name ON label(name);
    CREATE TABLE milestone(
      id INTEGER PRIMARY KEY,
      uid BLOB NOT NULL UNIQUE,
      project_id INTEGER NOT NULL REFERENCES project(id),
      title TEXT NOT NULL COLLATE NOCASE,
      due TEXT,
      created_at INTEGER NOT NULL,
      trashed_at INTEGER
    );
    CREATE INDEX milestone_title ON milestone(title);
    CREATE TABLE view(
      id INTEGER PRIMARY KEY,
      uid BLOB NOT NULL UNIQUE,
      name TEXT NOT NULL COLLATE NOCASE,
      query TEXT NOT NULL,
      position INTEGER NOT NULL DEFAULT 0,
      created_at INTEGER NOT NULL,
      trashed_at INTEGER
    );

    -- Names are unique among what is there; what was trashed does not stand in the way.
    CREATE UNIQUE INDEX person_handle ON person(handle) WHERE trashed_at IS NULL;
    CREATE UNIQUE INDEX team_handle ON team(handle) WHERE trashed_at IS NULL;
    CREATE UNIQUE INDEX service_handle ON service(handle) WHERE trashed_at IS NULL;
    CREATE UNIQUE INDEX project_prefix ON project(prefix) WHERE trashed_at IS NULL;
    CREATE UNIQUE INDEX label_of_project ON label(project_id, name) WHERE trashed_at IS NULL;
    CREATE UNIQUE INDEX milestone_of_project ON milestone(project_id, title)
      WHERE trashed_at IS NULL;
    CREATE UNIQUE INDEX view_name ON view(name) WHERE trashed_at IS NULL;
    CREATE INDEX person_any_handle ON person(handle);

    -- is_live is 1 unless the issue is trashed; is_open follows the status. Both stand in the
    -- indexes so that a window of the usual lists is one range of one index.
    CREATE TABLE issue(
      id INTEGER PRIMARY KEY,
      uid BLOB NOT NULL UNIQUE,
      project_id INTEGER NOT NULL REFERENCES project(id),
      number INTEGER NOT NULL,
      kind INTEGER NOT NULL DEFAULT 0,
      title TEXT NOT NULL,
      status INTEGER NOT NULL DEFAULT 0,
      is_open INTEGER NOT NULL AS (status < 4) STORED,
      priority INTEGER NOT NULL DEFAULT 4,
      author_id INTEGER REFERENCES person(id),
      owner_id INTEGER REFERENCES person(id),
      service_id INTEGER REFERENCES service(id),
      milestone_id INTEGER REFERENCES milestone(id),
      due TEXT,
      demo TEXT,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      closed_at INTEGER,
      closed_by_id INTEGER REFERENCES person(id),
      comment_count INTEGER NOT NULL DEFAULT 0,
      trashed_at INTEGER,
      is_live INTEGER NOT NULL AS (trashed_at IS NULL) STORED,
      -- A hash of what an import said last, so that the same file changes nothing; 0 for none.
      base INTEGER NOT NULL DEFAULT 0,
      body TEXT NOT NULL DEFAULT '',
      UNIQUE(project_id, number)
    );
    CREATE INDEX issue_updated ON issue(is_live, updated_at, id);
    CREATE INDEX issue_open_updated ON issue(is_live, is_open, updated_at, id);
    CREATE INDEX issue_created ON issue(is_live, created_at, id);
    CREATE INDEX issue_status ON issue(is_live, status, updated_at, id);
    CREATE INDEX issue_priority ON issue(is_live, is_open, priority, id DESC);
    CREATE INDEX issue_due ON issue(is_live, is_open, due, id DESC);
    CREATE INDEX issue_author ON issue(author_id) WHERE author_id IS NOT NULL;
    CREATE INDEX issue_milestone ON issue(milestone_id) WHERE milestone_id IS NOT NULL;
    CREATE INDEX issue_service ON issue(service_id) WHERE service_id IS NOT NULL;
    CREATE INDEX issue_owner ON issue(owner_id, is_live, is_open, updated_at)
      WHERE owner_id IS NOT NULL;
    CREATE INDEX issue_closed ON issue(is_live, closed_at, id);

    CREATE TABLE issue_label(
      issue_id INTEGER NOT NULL REFERENCES issue(id),
      label_id INTEGER NOT NULL REFERENCES label(id),
      PRIMARY KEY(issue_id, label_id)
    ) WITHOUT ROWID;
    CREATE INDEX issue_label_label ON issue_label(label_id, issue_id);
    CREATE TABLE issue_assignee(
      issue_id INTEGER NOT NULL REFERENCES issue(id),
      person_id INTEGER NOT NULL REFERENCES person(id),
      PRIMARY KEY(issue_id, person_id)
    ) WITHOUT ROWID;
    CREATE INDEX issue_assignee_person ON issue_assignee(person_id, issue_id);
    CREATE TABLE issue_watcher(
      issue_id INTEGER NOT NULL REFERENCES issue(id),
      person_id INTEGER NOT NULL REFERENCES person(id),
      PRIMARY KEY(issue_id, person_id)
    ) WITHOUT ROWID;
    CREATE INDEX issue_watcher_person ON issue_watcher(person_id, issue_id);
    -- kind: 0 blocks, 1 relates, 2 duplicates; "blocked by" is the same row read backwards.
    CREATE TABLE issue_link(
      issue_id INTEGER NOT NULL REFERENCES issue(id),
      kind INTEGER NOT NULL,
      other_id INTEGER NOT NULL REFERENCES issue(id),
      PRIMARY KEY(issue_id, kind, other_id)
    ) WITHOUT ROWID;
    CREATE INDEX issue_link_other ON issue_link(other_id, kind, issue_id);
    -- Links whose other end has not arrived yet: kept by key until it does.
    CREATE TABLE pending_link(
      issue_id INTEGER NOT NULL REFERENCES issue(id),
      kind INTEGER NOT NULL,
      prefix TEXT NOT NULL COLLATE NOCASE,
      number INTEGER NOT NULL,
      PRIMARY KEY(prefix, number, issue_id, kind)
    ) WITHOUT ROWID;
    CREATE INDEX pending_link_issue ON pending_link(issue_id);
    -- Whom the texts of an issue and its comments name with @handle.
    CREATE TABLE issue_mention(
      issue_id INTEGER NOT NULL REFERENCES issue(id),
      handle TEXT NOT NULL COLLATE NOCASE,
      PRIMARY KEY(handle, issue_id)
    ) WITHOUT ROWID;
    CREATE INDEX issue_mention_issue ON issue_mention(issue_id);

    CREATE TABLE comment(
      id INTEGER PRIMARY KEY,
      uid BLOB NOT NULL UNIQUE,
      issue_id INTEGER NOT NULL REFERENCES issue(id),
      kind INTEGER NOT NULL DEFAULT 0,
      author_id INTEGER REFERENCES person(id),
      body TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      redacted_at INTEGER,
      trashed_at INTEGER,
      foreign_system TEXT, foreign_id TEXT, foreign_url TEXT, foreign_extra TEXT
    );
    CREATE INDEX comment_issue ON comment(issue_id, created_at, id);
    CREATE INDEX comment_author ON comment(author_id, issue_id) WHERE author_id IS NOT NULL;

    -- Where an issue lives in another system; `extra` keeps what we do not model, byte for byte.
    CREATE TABLE issue_foreign(
      issue_id INTEGER PRIMARY KEY REFERENCES issue(id),
      system TEXT NOT NULL,
      foreign_id TEXT NOT NULL,
      url TEXT NOT NULL DEFAULT '',
      extra TEXT NOT NULL DEFAULT '',
      UNIQUE(system, foreign_id)
    );

    -- The journal: every change of this workspace in the order this device made it.
    CREATE TABLE operation(
      dseq INTEGER PRIMARY KEY,
      tx INTEGER NOT NULL,
      kind TEXT NOT NULL,
      v INTEGER NOT NULL DEFAULT 1,
      entity_kind INTEGER NOT NULL,
      entity BLOB NOT NULL,
      field TEXT,
      value TEXT,
      base TEXT,
      was TEXT,
      hlc INTEGER NOT NULL,
      author BLOB,
      -- 0 somebody here, 1 an import.
      origin INTEGER NOT NULL DEFAULT 0,
      deps TEXT
    );
    CREATE INDEX operation_entity ON operation(entity, dseq);
    -- What undo and redo step over: all operations of one tx stand or fall together.
    -- state: 0 done, 1 undone, 2 undone for good (something else was done since), 3 done, and its undo
    -- was refused because somebody else has acted on it.
    -- Its operations are those from tx to last that carry its tx.
    CREATE TABLE step(
      tx INTEGER PRIMARY KEY,
      last INTEGER NOT NULL,
      title TEXT NOT NULL,
      author BLOB,
      at INTEGER NOT NULL,
      undoes INTEGER,
      state INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX step_author ON step(author, state, tx);

    CREATE TABLE draft(
      id INTEGER PRIMARY KEY,
      author TEXT NOT NULL,
      subject TEXT NOT NULL,
      body TEXT NOT NULL,
      updated_at INTEGER NOT NULL,
      UNIQUE(author, subject)
    );

    -- Titles, bodies and comments by word; rowid is issue.id. Contentless: the words stand in
    -- issue and comment already. setting 'indexed' holds the last issue.id whose text is in.
    CREATE VIRTUAL TABLE issue_text USING fts5(
      title, body, comments,
      content='', columnsize=0, prefix='2',
      tokenize="unicode61 remove_diacritics 2"
    );
    -- More words in memory before they are written: fewer, larger pieces to merge. An edit
    -- writes what it has at its end, so that only the indexing of an import uses it up.
    INSERT INTO issue_text(issue_text, rank) VALUES('hashsize', 33554432);

    -- What its source calls an issue whose number was taken here: links of that source mean it.
    CREATE TABLE renumbered(
      project_id INTEGER NOT NULL REFERENCES project(id),
      number INTEGER NOT NULL,
      issue_id INTEGER NOT NULL REFERENCES issue(id),
      PRIMARY KEY(project_id, number, issue_id)
    ) WITHOUT ROWID;
    """

  /// Short beginnings of words are in the index, so that the first letters of a search cost no
  /// more than the whole word; and the words themselves can be listed.
  ///
  /// ANALYZE counted the rows of the index while it was still empty, and SQLite then walked over
  /// all of it for each range it deleted.
  private static let second = """
    DROP TABLE issue_text;
    CREATE VIRTUAL TABLE issue_text USING fts5(
      title, body, comments,
      content='', columnsize=0, prefix='1 2 3',
      tokenize="unicode61 remove_diacritics 2"
    );
    INSERT INTO issue_text(issue_text, rank) VALUES('hashsize', 33554432);
    CREATE VIRTUAL TABLE issue_word USING fts5vocab(issue_text, instance);
    DELETE FROM setting WHERE name IN ('indexed', 'unmerged');
    -- So that the table of statistics is there to be cleaned.
    ANALYZE setting;
    DELETE FROM sqlite_stat1 WHERE tbl LIKE 'issue\\_text%' ESCAPE '\\';
    """
}
