internal import Domain
internal import GRDB

/// Looks up what people type: handles, label names, keys.
struct Names {
  let db: Database
  /// The person `@me` stands for.
  let me: EntityID?

  /// A person by handle, with or without `@`; `@me` is the one who acts.
  func person(_ typed: String) throws -> EntityID {
    let handle = typed.hasPrefix("@") ? String(typed.dropFirst()) : typed
    if handle == "me", typed.hasPrefix("@") {
      guard let me else {
        throw StoreError(
          .refused, "@me is nobody yet; say who you are with --as HANDLE or WATCHBILL_PERSON")
      }
      return me
    }
    return try entity(.person, "handle", handle, list: "watchbill person list")
  }

  func team(_ handle: String) throws -> EntityID {
    try entity(.team, "handle", handle, list: "watchbill team list")
  }

  func service(_ handle: String) throws -> EntityID {
    try entity(.service, "handle", handle, list: "watchbill export --format ndjson")
  }

  func project(_ prefix: String) throws -> EntityID {
    try entity(.project, "prefix", prefix, list: "watchbill project list")
  }

  func issue(_ key: IssueKey) throws -> EntityID {
    guard
      let id = try EntityID.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT issue.uid FROM issue JOIN project ON project.id = issue.project_id
            WHERE project.prefix = ? AND issue.number = ? AND issue.is_live = 1
            """),
        arguments: [key.prefix, key.number])
    else { throw StoreError(.notFound, "there is no issue \(key)") }
    return id
  }

  /// The project an issue belongs to.
  func project(of issue: EntityID) throws -> EntityID {
    guard
      let id = try EntityID.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT project.uid FROM issue JOIN project ON project.id = issue.project_id
            WHERE issue.uid = ?
            """),
        arguments: [issue.blob])
    else { throw StoreError(.notFound, "that issue is not in this workspace any more") }
    return id
  }

  /// A label of a project by name, whatever its case; nil when there is none.
  func label(_ name: String, in project: EntityID) throws -> EntityID? {
    try inProject("label", "name", name, project)
  }

  /// A milestone of a project by title; nil when there is none.
  func milestone(_ title: String, in project: EntityID) throws -> EntityID? {
    try inProject("milestone", "title", title, project)
  }

  /// A label or a milestone of a project that was deleted and has left its name behind.
  func trashed(_ kind: EntityKind, _ name: String, in project: EntityID) throws -> EntityRef? {
    let column = kind == .label ? "name" : "title"
    return try EntityID.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT uid FROM \(kind.table)
          WHERE \(column) = ? AND trashed_at IS NOT NULL
            AND project_id = (SELECT id FROM project WHERE uid = ?)
          """),
      arguments: [name, project.blob]
    ).map { EntityRef(kind, $0) }
  }

  private func inProject(
    _ table: String, _ column: String, _ name: String, _ project: EntityID
  ) throws -> EntityID? {
    try EntityID.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT uid FROM \(table)
          WHERE \(column) = ? AND trashed_at IS NULL
            AND project_id = (SELECT id FROM project WHERE uid = ?)
          """),
      arguments: [name, project.blob])
  }

  private func entity(
    _ kind: EntityKind, _ column: String, _ name: String, list: String
  ) throws -> EntityID {
    guard
      let id = try EntityID.fetchOne(
        db.cachedStatement(
          sql: "SELECT uid FROM \(kind.table) WHERE \(column) = ? AND trashed_at IS NULL"),
        arguments: [name])
    else {
      throw StoreError(.notFound, "there is no \(kind.name) '\(name)'; see '\(list)'")
    }
    return id
  }
}
