public import Domain
internal import GRDB

extension Store {
  /// The people of the workspace, by handle.
  public func people() throws(StoreError) -> [Person] {
    try read { db in try people(db) }
  }

  func people(_ db: Database) throws -> [Person] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT uid, handle, name, email, zone,
          (SELECT group_concat(handle, char(10)) FROM (
            SELECT team.handle FROM team_member JOIN team ON team.id = team_id
            WHERE person_id = person.id AND team.trashed_at IS NULL ORDER BY team.handle))
        FROM person WHERE trashed_at IS NULL ORDER BY handle
        """
    ).compactMap { row in
      EntityID.fromDatabaseValue(row[0]).map {
        Person(
          id: $0, handle: row[1], name: row[2], email: row[3], zone: row[4],
          teams: lines(row[5]))
      }
    }
  }

  /// The teams of the workspace, by handle.
  public func teams() throws(StoreError) -> [Team] {
    try read { db in try teams(db) }
  }

  func teams(_ db: Database) throws -> [Team] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT uid, handle, name,
          (SELECT group_concat(handle, char(10)) FROM (
            SELECT person.handle FROM team_member JOIN person ON person.id = person_id
            WHERE team_id = team.id AND person.trashed_at IS NULL ORDER BY person.handle)),
          (SELECT group_concat(handle, char(10)) FROM (
            SELECT service.handle FROM service
            WHERE team_id = team.id AND service.trashed_at IS NULL ORDER BY service.handle))
        FROM team WHERE trashed_at IS NULL ORDER BY handle
        """
    ).compactMap { row in
      EntityID.fromDatabaseValue(row[0]).map {
        Team(
          id: $0, handle: row[1], name: row[2], members: lines(row[3]), services: lines(row[4]))
      }
    }
  }

  /// The services of the workspace, by handle.
  public func services() throws(StoreError) -> [Service] {
    try read { db in try services(db) }
  }

  func services(_ db: Database) throws -> [Service] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT service.uid, service.handle, service.name, team.handle, person.handle,
          watch_policy.handle
        FROM service LEFT JOIN team ON team.id = team_id
        LEFT JOIN person ON person.id = owner_id AND person.trashed_at IS NULL
        LEFT JOIN watch_policy ON watch_policy.id = policy_id AND watch_policy.trashed_at IS NULL
        WHERE service.trashed_at IS NULL ORDER BY service.handle
        """
    ).compactMap { row in
      EntityID.fromDatabaseValue(row[0]).map {
        Service(
          id: $0, handle: row[1], name: row[2], team: row[3], owner: row[4], policy: row[5])
      }
    }
  }

  /// The projects of the workspace, by prefix.
  ///
  /// - Parameter counting: whether their open issues are counted, which takes time in
  ///   proportion to how many there are; else the counts are 0.
  public func projects(counting: Bool = true) throws(StoreError) -> [Project] {
    try read { db in
      let count =
        counting
        ? """
        (SELECT count(*) FROM issue
         WHERE project_id = project.id AND is_open = 1 AND is_live = 1)
        """ : "0"
      return try Row.fetchAll(
        db,
        sql: """
          SELECT project.uid, prefix, project.name, team.handle, \(count)
          FROM project LEFT JOIN team ON team.id = team_id
          WHERE project.trashed_at IS NULL ORDER BY prefix
          """
      ).compactMap { row in
        EntityID.fromDatabaseValue(row[0]).map {
          Project(id: $0, prefix: row[1], name: row[2], team: row[3], openCount: row[4])
        }
      }
    }
  }

  /// The saved views, by position and name.
  public func views() throws(StoreError) -> [SavedView] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT uid, name, query, position FROM view WHERE trashed_at IS NULL
            ORDER BY position, name
            """)
      ).compactMap { row in
        EntityID.fromDatabaseValue(row[0]).map {
          SavedView(id: $0, name: row[1], query: row[2], position: row[3])
        }
      }
    }
  }

  /// The labels of all projects, one of each name, by name.
  public func labels() throws(StoreError) -> [Label] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT name, max(color) FROM label WHERE trashed_at IS NULL GROUP BY name ORDER BY name
          """
      ).map { Label(name: $0[0], color: $0[1]) }
    }
  }
}

/// Handles that SQL joined, a line each.
private func lines(_ joined: String?) -> [String] {
  joined?.split(separator: "\n").map(String.init) ?? []
}
