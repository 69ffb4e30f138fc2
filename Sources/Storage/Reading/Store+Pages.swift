public import Domain
internal import GRDB

extension Store {
  /// A window of a list; its cost follows the window, not the list.
  public func page(
    _ request: IssuePageRequest, in context: QueryContext
  ) throws(StoreError) -> IssuePage {
    try read { db in
      let plan = try Store.plan(request.query, context, db)
      switch request.place {
      case .first:
        let (rows, more) = try Store.rows(plan, nil, isForward: true, request.limit, db)
        return IssuePage(rows: rows, hasBefore: false, hasAfter: more)
      case .last:
        let (rows, more) = try Store.rows(plan, nil, isForward: false, request.limit, db)
        return IssuePage(rows: rows.reversed(), hasBefore: more, hasAfter: false)
      case .after(let cursor):
        let (rows, more) = try Store.rows(plan, cursor, isForward: true, request.limit, db)
        return IssuePage(rows: rows, hasBefore: true, hasAfter: more)
      case .before(let cursor):
        let (rows, more) = try Store.rows(plan, cursor, isForward: false, request.limit, db)
        return IssuePage(rows: rows.reversed(), hasBefore: more, hasAfter: true)
      case .around(let cursor): return try Store.page(plan, around: cursor, request.limit, db)
      case .near(let id):
        let cursor = try Store.cursor(of: id, plan, db)
        return try Store.page(plan, around: cursor, request.limit, db)
      }
    }
  }

  /// How many issues a query matches, counted as far as is quick in a workspace of this size.
  public func count(
    _ query: Query, in context: QueryContext
  ) throws(StoreError) -> CappedCount {
    let rows = try read { db in
      try Int.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM issue")) ?? 0
    }
    return try count(query, in: context, cap: CappedCount.cap(forIssues: rows))
  }

  /// How many issues a query matches, counted up to a cap; nil counts them all.
  public func count(
    _ query: Query, in context: QueryContext, cap: Int?
  ) throws(StoreError) -> CappedCount {
    try read { db in
      let plan = try QueryCompiler.compile(query.spelledOut(db), context).plannedToCount(in: db)
      let sql = plan.count(upTo: cap.map { $0 + 1 } ?? -1)
      let count =
        try Int.fetchOne(
          db.cachedStatement(sql: sql.sql), arguments: sql.statementArguments) ?? 0
      guard let cap, count > cap else { return CappedCount(count) }
      return CappedCount(cap, isCapped: true)
    }
  }

  /// The ids of every issue a query matches, in its order.
  public func ids(
    matching query: Query, in context: QueryContext
  ) throws(StoreError) -> [EntityID] {
    try read { db in try Store.ids(matching: query, in: context, db) }
  }

  static func ids(
    matching query: Query, in context: QueryContext, _ db: Database
  ) throws -> [EntityID] {
    let plan = try Store.plan(query, context, db)
    let sql = plan.select("issue.uid", limit: -1)
    return try EntityID.fetchAll(
      db.cachedStatement(sql: sql.sql), arguments: sql.statementArguments)
  }

  /// Walks over every issue a query matches, in its order, whole and with its comments.
  public func forEachIssue(
    matching query: Query, in context: QueryContext, limit: Int? = nil,
    withComments: Bool = true, _ body: (Issue, [Comment]) throws -> Void
  ) throws(StoreError) {
    try read { db in
      let plan = try Store.plan(query, context, db)
      let sql = plan.select("issue.uid", limit: limit ?? -1)
      let ids = try Row.fetchCursor(
        db.makeStatement(sql: sql.sql), arguments: sql.statementArguments)
      while let row = try ids.next() {
        guard let id = EntityID.fromDatabaseValue(row[0]),
          let (issue, number) = try Store.issue(id, textLimit: Int(Int32.max), db)
        else { continue }
        let comments =
          withComments
          ? try Store.comments(ofRow: number, limit: -1, textLimit: Int(Int32.max), db) : []
        try body(issue, comments)
      }
    }
  }

  /// The form of a query that is fast on this file.
  private static func plan(
    _ query: Query, _ context: QueryContext, _ db: Database
  ) throws -> CompiledQuery {
    try QueryCompiler.compile(query.spelledOut(db), context).planned(in: db)
  }

  /// Rows around a place; those from the first where the place is nowhere.
  private static func page(
    _ plan: CompiledQuery, around cursor: IssueCursor?, _ limit: Int, _ db: Database
  ) throws -> IssuePage {
    let half = max(1, limit / 2)
    let (above, before) =
      try cursor.map { try rows(plan, $0, isForward: false, half, db) } ?? ([], more: false)
    // What stands at the place or below it is what stands below the last row above it.
    let anchor = above.first?.cursor
    let (below, after) = try rows(plan, anchor, isForward: true, limit - above.count, db)
    return IssuePage(rows: above.reversed() + below, hasBefore: before, hasAfter: after)
  }

  /// Where an issue stands in the order of a list, whether it belongs to it or not.
  private static func cursor(
    of id: EntityID, _ plan: CompiledQuery, _ db: Database
  ) throws -> IssueCursor? {
    // A list of words found is ordered by the row of the index, which is that of the issue.
    let sql = """
      SELECT issue.id, \(plan.cursorColumns) FROM issue
      JOIN project ON project.id = issue.project_id
      JOIN (SELECT id AS rowid FROM issue WHERE uid = ?1) AS issue_text ON issue_text.rowid = issue.id
      """
    return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id.blob]).map { row in
      IssueCursor(
        values: (1...plan.order.count).map { Value(row[$0] as DatabaseValue) }, row: row[0])
    }
  }

  /// Rows beyond a cursor in one direction, nearest first, and whether there are more.
  private static func rows(
    _ plan: CompiledQuery, _ cursor: IssueCursor?, isForward: Bool, _ limit: Int, _ db: Database
  ) throws -> ([IssueSummary], more: Bool) {
    let values = cursor?.values.map(\.column)
    var sql: SQLText =
      "SELECT issue.id, \(sql: plan.cursorColumns) FROM \(plan.source) WHERE \(plan.condition)"
    if let values {
      let beyond = isForward ? plan.condition(after: values) : plan.condition(before: values)
      sql.append(" AND \(beyond)")
    }
    let order = isForward ? plan.orderBy : plan.reversedOrderBy
    sql.append(" ORDER BY \(sql: order) LIMIT \(limit + 1)")
    let places = try Row.fetchAll(
      db.cachedStatement(sql: sql.sql), arguments: sql.statementArguments)
    var summaries: [IssueSummary] = []
    summaries.reserveCapacity(places.count)
    for place in places.prefix(limit) {
      let cursor = IssueCursor(
        values: (1...plan.order.count).map { Value(place[$0] as DatabaseValue) }, row: place[0])
      if let summary = try summary(cursor, db) { summaries.append(summary) }
    }
    return (summaries, places.count > limit)
  }

  private static func summary(_ cursor: IssueCursor, _ db: Database) throws -> IssueSummary? {
    // A cursor's row is read where SQLite has it; `fetchOne` would copy it, names of columns and all.
    let found = try Row.fetchCursor(
      db.cachedStatement(sql: summaryColumns), arguments: [cursor.row])
    guard let row = try found.next(), let id = EntityID.fromDatabaseValue(row[0]) else {
      return nil
    }
    return IssueSummary(
      id: id, key: IssueKey(prefix: row[1], number: row[2]),
      kind: IssueKind(rawValue: row[3]) ?? .issue, title: row[4],
      status: Status(rawValue: row[5]) ?? .triage, priority: Priority(rawValue: row[6]) ?? .none,
      author: row[7], owner: row[8],
      assignees: (row[9] as String?).map(handles) ?? [],
      labels: (row[10] as String?).map(labels) ?? [], service: row[11], milestone: row[12],
      due: (row[13] as String?).flatMap { CivilDate($0) },
      createdAt: Instant(milliseconds: row[14]), updatedAt: Instant(milliseconds: row[15]),
      closedAt: (row[16] as Int64?).map(Instant.init(milliseconds:)), commentCount: row[17],
      cursor: cursor)
  }

  // Sorted here: a sort inside a subquery costs SQLite a table of its own for every row.

  /// Handles that SQL joined, a line each.
  private static func handles(_ joined: String) -> [String] {
    joined.split(separator: "\n").map(String.init).sorted { $0.nocase < $1.nocase }
  }

  /// Labels that SQL joined: a line each, the colour before the first blank.
  private static func labels(_ joined: String) -> [Label] {
    joined.split(separator: "\n").map { line in
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      return Label(name: String(parts.last ?? ""), color: String(parts[0]))
    }
    .sorted { $0.name.nocase < $1.name.nocase }
  }

  private static let summaryColumns = """
    SELECT issue.uid, project.prefix, issue.number, issue.kind,
      substr(issue.title, 1, \(IssueSummary.titleLimit)), issue.status, issue.priority,
      author.handle, owner.handle,
      (SELECT group_concat(handle, char(10))
        FROM issue_assignee JOIN person ON person.id = person_id WHERE issue_id = issue.id),
      (SELECT group_concat(color || ' ' || replace(name, char(10), ' '), char(10))
        FROM issue_label JOIN label ON label.id = label_id WHERE issue_id = issue.id),
      service.handle, milestone.title, issue.due, issue.created_at, issue.updated_at,
      issue.closed_at, issue.comment_count
    FROM issue JOIN project ON project.id = issue.project_id
    LEFT JOIN person AS author ON author.id = issue.author_id
    LEFT JOIN person AS owner ON owner.id = issue.owner_id
    LEFT JOIN service ON service.id = issue.service_id
    LEFT JOIN milestone ON milestone.id = issue.milestone_id
    WHERE issue.id = ?
    """
}
