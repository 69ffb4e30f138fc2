public import Domain
internal import GRDB

/// The settings a workspace keeps for itself.
public enum Setting: String, Sendable {
  /// The workspace's name, for the top line.
  case name
  /// The handle of the person who works here unless told otherwise.
  case person
  /// A random id of this file, minted when it was made.
  case device
}

extension Store {
  /// A setting's text; nil when it was never set.
  public func setting(_ setting: Setting) throws(StoreError) -> String? {
    try read { db in
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT value FROM setting WHERE name = ?"),
        arguments: [setting.rawValue])
    }
  }

  /// Gives a setting another text; nil forgets it.
  public func set(_ setting: Setting, to text: String?) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO setting(name, value) VALUES(?, ?)",
        arguments: [setting.rawValue, text])
    }
  }

  /// A person's id by handle; throws `notFound`.
  public func personID(_ handle: String) throws(StoreError) -> EntityID {
    try read { db in try Names(db: db, me: nil).person(handle) }
  }

  /// A project's id by prefix; throws `notFound`.
  public func projectID(_ prefix: String) throws(StoreError) -> EntityID {
    try read { db in try Names(db: db, me: nil).project(prefix) }
  }

  /// A team's id by handle; throws `notFound`.
  public func teamID(_ handle: String) throws(StoreError) -> EntityID {
    try read { db in try Names(db: db, me: nil).team(handle) }
  }

  /// An issue's id by key; throws `notFound`.
  public func issueID(_ key: IssueKey) throws(StoreError) -> EntityID {
    try read { db in try Names(db: db, me: nil).issue(key) }
  }
}

extension Store {
  /// Saves a query under a name; a view of that name gets the new query.
  public func saveView(
    _ name: String, query: String, as author: EntityID?
  ) throws(StoreError) -> StepReport {
    try write { db in
      let known = try EntityID.fetchOne(
        db.cachedStatement(sql: "SELECT uid FROM view WHERE name = ? AND trashed_at IS NULL"),
        arguments: [name])
      if let known {
        let view = EntityRef(.view, known)
        return try perform(
          "changed the view \(name)", [.set(SetField(view, .query, to: .text(query)))], as: author,
          db)
      }
      let position = try Int64.fetchOne(
        db,
        sql: """
          SELECT min(coalesce(max(position), 0), \(Int32.max)) + 1 FROM view
          WHERE trashed_at IS NULL
          """)
      let fields: [Field: Value] = [
        .name: .text(name), .query: .text(query), .position: .integer(position ?? 1),
      ]
      return try perform(
        "saved the view \(name)",
        [.create(CreateEntity(EntityRef(.view, environment.newID()), fields: fields))], as: author,
        db)
    }
  }
}
