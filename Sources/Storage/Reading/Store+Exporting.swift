public import Domain
internal import GRDB

extension Store {
  /// Everything that issues may name, as records in the order files hold them: the workspace's
  /// name, people, teams, schedules, policies, services, projects, labels, milestones, views; each
  /// kind sorted by name.
  ///
  /// The order depends on names alone, so that a workspace made from an export exports the same.
  public func directory() throws(StoreError) -> [IncomingRecord] {
    try read { db in
      var records: [IncomingRecord] = []
      if let name = try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'name'") {
        records.append(.workspace(name: name))
      }
      records += try Store.people(db)
      records += try Store.teamRecords(db)
      records += try Store.watchRecords(.schedule, db)
      records += try Store.watchRecords(.policy, db)
      records += try Store.serviceRecords(db)
      records += try Store.projectRecords(db)
      records += try Store.labelRecords(db)
      records += try Store.milestoneRecords(db)
      records += try Store.viewRecords(db)
      return records
    }
  }

  private static func people(_ db: Database) throws -> [IncomingRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT uid, created_at, handle, name, email, zone, foreign_system, foreign_id, foreign_url,
          foreign_extra
        FROM person WHERE trashed_at IS NULL ORDER BY handle
        """
    ).map { row in
      var person = IncomingPerson()
      person.id = EntityID.fromDatabaseValue(row[0])
      person.created = Instant(milliseconds: row[1])
      person.handle = row[2]
      person.name = row[3]
      person.email = row[4]
      person.zone = row[5]
      if let system = row[6] as String? {
        person.foreign = Foreign(
          system: system, id: row[7] ?? "", url: row[8] ?? "", extra: row[9] ?? "")
      }
      return .person(person)
    }
  }

  private static func teamRecords(_ db: Database) throws -> [IncomingRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT uid, created_at, handle, name,
          (SELECT group_concat(handle, char(10)) FROM (
            SELECT person.handle FROM team_member JOIN person ON person.id = person_id
            WHERE team_id = team.id ORDER BY person.handle))
        FROM team WHERE trashed_at IS NULL ORDER BY handle
        """
    ).map { row in
      var team = IncomingTeam()
      team.id = EntityID.fromDatabaseValue(row[0])
      team.created = Instant(milliseconds: row[1])
      team.handle = row[2]
      team.name = row[3]
      team.members = (row[4] as String?)?.split(separator: "\n").map(String.init) ?? []
      return .team(team)
    }
  }

  private static func serviceRecords(_ db: Database) throws -> [IncomingRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT service.uid, service.created_at, service.handle, service.name, team.handle,
          person.handle, watch_policy.handle
        FROM service LEFT JOIN team ON team.id = team_id
        LEFT JOIN person ON person.id = owner_id AND person.trashed_at IS NULL
        LEFT JOIN watch_policy ON watch_policy.id = policy_id AND watch_policy.trashed_at IS NULL
        WHERE service.trashed_at IS NULL ORDER BY service.handle
        """
    ).map { row in
      var service = IncomingService()
      service.id = EntityID.fromDatabaseValue(row[0])
      service.created = Instant(milliseconds: row[1])
      service.handle = row[2]
      service.name = row[3]
      service.team = row[4]
      service.owner = row[5]
      service.policy = row[6]
      return .service(service)
    }
  }

  private static func projectRecords(_ db: Database) throws -> [IncomingRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT project.uid, project.created_at, prefix, project.name, team.handle, next_number
        FROM project LEFT JOIN team ON team.id = team_id
        WHERE project.trashed_at IS NULL ORDER BY prefix
        """
    ).map { row in
      var project = IncomingProject()
      project.id = EntityID.fromDatabaseValue(row[0])
      project.created = Instant(milliseconds: row[1])
      project.prefix = row[2]
      project.name = row[3]
      project.team = row[4]
      project.next = row[5]
      return .project(project)
    }
  }

  private static func labelRecords(_ db: Database) throws -> [IncomingRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT label.uid, label.created_at, prefix, label.name, color, description
        FROM label JOIN project ON project.id = project_id
        WHERE label.trashed_at IS NULL ORDER BY prefix, label.name
        """
    ).map { row in
      var label = IncomingLabel(name: row[3], color: row[4], description: row[5])
      label.id = EntityID.fromDatabaseValue(row[0])
      label.created = Instant(milliseconds: row[1])
      label.project = row[2]
      return .label(label)
    }
  }

  private static func milestoneRecords(_ db: Database) throws -> [IncomingRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT milestone.uid, milestone.created_at, prefix, title, due
        FROM milestone JOIN project ON project.id = project_id
        WHERE milestone.trashed_at IS NULL ORDER BY prefix, title
        """
    ).map { row in
      var milestone = IncomingMilestone()
      milestone.id = EntityID.fromDatabaseValue(row[0])
      milestone.created = Instant(milliseconds: row[1])
      milestone.project = row[2]
      milestone.title = row[3]
      milestone.due = (row[4] as String?).flatMap { CivilDate($0) }
      return .milestone(milestone)
    }
  }

  private static func viewRecords(_ db: Database) throws -> [IncomingRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT uid, created_at, name, query, position FROM view
        WHERE trashed_at IS NULL ORDER BY position, name
        """
    ).map { row in
      var view = IncomingView()
      view.id = EntityID.fromDatabaseValue(row[0])
      view.created = Instant(milliseconds: row[1])
      view.name = row[2]
      view.query = row[3]
      view.position = row[4]
      return .view(view)
    }
  }
}
