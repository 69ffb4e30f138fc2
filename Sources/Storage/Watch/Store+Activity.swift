public import Domain
internal import GRDB

extension Store {
  /// What a draft of an update is written from: what a person did since a moment, and what they
  /// have in hand.
  ///
  /// - Parameter bill: supplies pages, handoffs and blockers.
  public func updateMaterial(
    of person: EntityID, since: Instant, in bill: WatchBill
  ) throws(StoreError) -> UpdateMaterial {
    try read { db in
      var material = UpdateMaterial()
      material.since = since
      material.activity =
        try Store.deeds(of: person, since: since, db) + bill.deeds(of: person, since: since)
      material.open = try Store.issuesInHand(of: person, db)
      material.waiting = try Store.waits(of: person, db)
      material.blockers = bill.blockers.filter { $0.person == person }
      return material
    }
  }

  /// What a person did to issues, oldest first, at most the newest five hundred deeds; what was
  /// undone does not count.
  private static func deeds(
    of person: EntityID, since: Instant, _ db: Database
  ) throws -> [Activity] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(Journal.columns), step.at FROM operation JOIN step ON step.tx = operation.tx
          WHERE operation.author = ?1 AND hlc >= ?2 AND step.at >= ?3 AND origin = 0
            AND step.state IN (0, 3) AND step.undoes IS NULL
            AND (kind = '\(OperationKind.addComment.rawValue)'
              OR entity_kind = \(EntityKind.issue.rawValue)
                AND (kind = 'create' OR kind = 'set' AND field = 'status'))
          ORDER BY dseq DESC LIMIT 500
          """),
      arguments: [
        // A stamp is never before the time of its step, but after a wrong clock it may be long
        // after it.
        person.blob, HybridTime(after: nil, at: since).rawValue, since.milliseconds,
      ])
    return try rows.reversed().compactMap { row in
      guard let operation = Journal.operation(row),
        let deed = try deed(operation, db)
      else { return nil }
      return Activity(at: Instant(milliseconds: row[12]), deed)
    }
  }

  private static func deed(_ operation: Operation, _ db: Database) throws -> Activity.Deed? {
    switch (operation.entity.kind, operation.kind) {
    case (.issue, .create): return try title(operation.entity.id, db).map(Activity.Deed.opened)
    case (.issue, .set):
      guard let title = try title(operation.entity.id, db), case .one(let value) = operation.value,
        let to = value.integer.flatMap({ Status(rawValue: Int($0)) }),
        let from = operation.base.integer.flatMap({ Status(rawValue: Int($0)) })
      else { return nil }
      return .moved(title, from: from, to: to)
    case (.comment, _):
      guard case .fields(let fields) = operation.value, let issue = fields[.issue]?.reference
      else { return nil }
      return try title(issue, db).map(Activity.Deed.commented)
    default: return nil
    }
  }

  /// The open issues a person owns or works on, most urgent first, at most twenty.
  private static func issuesInHand(
    of person: EntityID, _ db: Database
  ) throws -> [(issue: IssueTitle, status: Status)] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT project.prefix, issue.number, issue.title, issue.status FROM issue
          JOIN project ON project.id = issue.project_id
          WHERE issue.id IN (
              SELECT id FROM issue WHERE owner_id = (SELECT id FROM person WHERE uid = ?1)
                AND is_live = 1 AND is_open = 1
              UNION
              SELECT issue_id FROM issue_assignee
              WHERE person_id = (SELECT id FROM person WHERE uid = ?1))
            AND is_live = 1 AND is_open = 1
          ORDER BY issue.priority, issue.updated_at DESC LIMIT 20
          """),
      arguments: [person.blob]
    ).compactMap { row in
      Status(rawValue: row[3]).map { (title(row), $0) }
    }
  }

  /// Which open issues of a person wait for which other open ones, at most ten.
  private static func waits(
    of person: EntityID, _ db: Database
  ) throws -> [(issue: IssueTitle, for: IssueTitle)] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT mp.prefix, mine.number, mine.title, op.prefix, other.number, other.title
          FROM issue AS mine
          JOIN issue_link ON issue_link.other_id = mine.id AND issue_link.kind = 0
          JOIN issue AS other ON other.id = issue_link.issue_id
          JOIN project AS mp ON mp.id = mine.project_id
          JOIN project AS op ON op.id = other.project_id
          WHERE mine.owner_id = (SELECT id FROM person WHERE uid = ?)
            AND mine.is_live = 1 AND mine.is_open = 1 AND other.is_live = 1 AND other.is_open = 1
          ORDER BY mine.priority, mine.id DESC LIMIT 10
          """),
      arguments: [person.blob]
    ).map { row in
      (title(row), IssueTitle(IssueKey(prefix: row[3], number: row[4]), row[5]))
    }
  }

  private static func title(_ id: EntityID, _ db: Database) throws -> IssueTitle? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT project.prefix, issue.number, issue.title FROM issue
          JOIN project ON project.id = issue.project_id WHERE issue.uid = ?
          """),
      arguments: [id.blob]
    ).map(title)
  }

  /// The key and title in the first three columns.
  private static func title(_ row: Row) -> IssueTitle {
    IssueTitle(IssueKey(prefix: row[0], number: row[1]), row[2])
  }
}
