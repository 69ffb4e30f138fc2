public import Domain
internal import GRDB

extension Store {
  /// One issue with everything its full screen shows; nil when it is gone.
  ///
  /// - Parameters:
  ///   - commentLimit: the newest comments that are wanted.
  ///   - textLimit: how many characters of the body, and of each comment, are wanted.
  ///   - withTimeline: whether the journal is read too.
  public func detail(
    of id: EntityID, commentLimit: Int = 500, textLimit: Int = 1 << 20, withTimeline: Bool = true
  ) throws(StoreError) -> IssueDetail? {
    try read { db in
      guard let (issue, row) = try Store.issue(id, textLimit: textLimit, db) else { return nil }
      let comments = try Store.comments(
        ofRow: row, limit: commentLimit, textLimit: textLimit, db)
      let all =
        try Int.fetchOne(
          db.cachedStatement(
            sql: "SELECT count(*) FROM comment WHERE issue_id = ? AND trashed_at IS NULL"),
          arguments: [row]) ?? 0
      let timeline = withTimeline ? try Store.timeline(of: EntityRef(.issue, id), .utc, db) : []
      return IssueDetail(
        issue: issue, comments: comments, hiddenComments: max(0, all - comments.count),
        timeline: timeline)
    }
  }

  static func issue(
    _ id: EntityID, textLimit: Int, _ db: Database
  ) throws -> (Issue, row: Int64)? {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: issueColumns + " WHERE issue.uid = ? AND issue.is_live = 1"),
        arguments: [textLimit, id.blob])
    else { return nil }
    return (try issue(from: row, db), row[0])
  }

  /// The issue of a row that `issueColumns` selected.
  static func issue(from row: Row, _ db: Database) throws -> Issue {
    let number: Int64 = row[0]
    guard let id = EntityID.fromDatabaseValue(row[1]) else {
      throw StoreError(.failed, "issue row \(number) has no id")
    }
    var issue = Issue(
      id: id, key: IssueKey(prefix: row[2], number: row[3]),
      kind: IssueKind(rawValue: row[4]) ?? .issue, title: row[5], body: row[6],
      status: Status(rawValue: row[7]) ?? .triage, priority: Priority(rawValue: row[8]) ?? .none,
      author: row[9], owner: row[10], service: row[11], milestone: row[12],
      due: (row[13] as String?).flatMap { CivilDate($0) }, demo: row[14],
      createdAt: Instant(milliseconds: row[15]), updatedAt: Instant(milliseconds: row[16]),
      closedAt: (row[17] as Int64?).map(Instant.init(milliseconds:)), closedBy: row[18],
      commentCount: row[19])
    issue.assignees = try handles(in: "issue_assignee", of: number, db)
    issue.watchers = try handles(in: "issue_watcher", of: number, db)
    issue.labels = try labels(of: number, db)
    for (kind, key, isForward) in try links(of: number, db) {
      switch (kind, isForward) {
      case (.blocks, true): issue.blocks.append(key)
      case (.blocks, false): issue.blockedBy.append(key)
      case (.relates, true): issue.relates.append(key)
      case (.duplicates, true): issue.duplicates.append(key)
      default: continue
      }
    }
    if let foreign = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT system, foreign_id, url, extra FROM issue_foreign WHERE issue_id = ?"),
      arguments: [number])
    {
      issue.foreign = Foreign(
        system: foreign[0], id: foreign[1], url: foreign[2], extra: foreign[3])
    }
    return issue
  }

  /// Selects what `issue(from:)` reads; its one parameter is how much of the body is wanted.
  static let issueColumns = """
    SELECT issue.id, issue.uid, project.prefix, issue.number, issue.kind, issue.title,
      substr(issue.body, 1, ?), issue.status, issue.priority, author.handle, owner.handle,
      service.handle, milestone.title, issue.due, issue.demo, issue.created_at, issue.updated_at,
      issue.closed_at, closer.handle, issue.comment_count
    FROM issue JOIN project ON project.id = issue.project_id
    LEFT JOIN person AS author ON author.id = issue.author_id
    LEFT JOIN person AS owner ON owner.id = issue.owner_id
    LEFT JOIN person AS closer ON closer.id = issue.closed_by_id
    LEFT JOIN service ON service.id = issue.service_id
    LEFT JOIN milestone ON milestone.id = issue.milestone_id
    """

  static func comments(
    ofRow row: Int64, limit: Int, textLimit: Int, _ db: Database
  ) throws -> [Comment] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT comment.uid, comment.kind, person.handle, substr(comment.body, 1, ?),
            comment.created_at, comment.updated_at, comment.redacted_at,
            comment.foreign_system, comment.foreign_id, comment.foreign_url, comment.foreign_extra
          FROM comment LEFT JOIN person ON person.id = comment.author_id
          WHERE issue_id = ? AND comment.trashed_at IS NULL
          ORDER BY comment.created_at DESC, comment.id DESC LIMIT ?
          """),
      arguments: [textLimit, row, limit])
    var comments: [Comment] = []
    while let row = try rows.next() {
      guard let id = EntityID.fromDatabaseValue(row[0]) else { continue }
      var comment = Comment(
        id: id, kind: CommentKind(rawValue: row[1]) ?? .comment, author: row[2], body: row[3],
        createdAt: Instant(milliseconds: row[4]), updatedAt: Instant(milliseconds: row[5]),
        redactedAt: (row[6] as Int64?).map(Instant.init(milliseconds:)))
      if let system = row[7] as String? {
        comment.foreign = Foreign(
          system: system, id: row[8] ?? "", url: row[9] ?? "", extra: row[10] ?? "")
      }
      comments.append(comment)
    }
    return comments.reversed()
  }

  private static func handles(
    in table: String, of row: Int64, _ db: Database
  ) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT handle FROM \(table) JOIN person ON person.id = person_id
          WHERE issue_id = ? ORDER BY handle
          """),
      arguments: [row])
  }

  static func labels(of row: Int64, _ db: Database) throws -> [Label] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT name, color FROM issue_label JOIN label ON label.id = label_id
          WHERE issue_id = ? ORDER BY name
          """),
      arguments: [row]
    ).map { Label(name: $0[0], color: $0[1]) }
  }

  private static func links(
    of row: Int64, _ db: Database
  ) throws -> [(LinkKind, IssueKey, isForward: Bool)] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT link.kind, project.prefix, other.number, 1 FROM issue_link AS link
          JOIN issue AS other ON other.id = link.other_id
          JOIN project ON project.id = other.project_id
          WHERE link.issue_id = ?1 AND other.is_live = 1
          UNION
          SELECT link.kind, project.prefix, other.number, 0 FROM issue_link AS link
          JOIN issue AS other ON other.id = link.issue_id
          JOIN project ON project.id = other.project_id
          WHERE link.other_id = ?1 AND link.kind = 0 AND other.is_live = 1
          UNION
          SELECT kind, upper(prefix), number, 1 FROM pending_link WHERE issue_id = ?1
          ORDER BY 2, 3
          """),
      arguments: [row]
    ).compactMap { row in
      LinkKind(rawValue: row[0]).map {
        ($0, IssueKey(prefix: row[1], number: row[2]), (row[3] as Int) == 1)
      }
    }
  }
}
