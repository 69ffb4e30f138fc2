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
    let views = try views()
    if let known = views.first(where: { $0.name.lowercased() == name.lowercased() }) {
      let view = EntityRef(.view, known.id)
      return try perform(
        "changed the view \(name)", [.set(SetField(view, .query, to: .text(query)))], as: author)
    }
    let position = (views.map(\.position).max() ?? 0) + 1
    let fields: [Field: Value] = [
      .name: .text(name), .query: .text(query), .position: .integer(Int64(position)),
    ]
    return try perform(
      "saved the view \(name)",
      [.create(CreateEntity(EntityRef(.view, environment.newID()), fields: fields))], as: author)
  }
}
