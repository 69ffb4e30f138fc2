internal import Domain
internal import GRDB

extension ImportBatch {
  /// Brings what a newer file says of an issue that is here already.
  ///
  /// A field that the file changed is changed here too, unless somebody here
  /// changed it since the last import: then theirs stands, and the report says
  /// so when the two differ from each other and from what both began with.
  mutating func update(_ row: Int64, from incoming: IncomingIssue, base: Int64) throws {
    let ref = EntityRef(.issue, try uid("issue", row))
    guard try !isLeftDeleted(ref, called: words(for: incoming)) else {
      report.unchanged += 1
      return
    }
    let before = step.operationCount
    let commentsBefore = report.comments
    let record = try RecordTable.load(ref, ImportBatch.compared + [.trashedAt, .updatedAt], db)
    guard let record else { return }
    if record.isTrashed {
      try step.make(.restore(RestoreEntity(ref)))
      // Whoever came with the issue went with it, and comes again.
      _ = try personRow(incoming.author)
      for comment in incoming.comments { _ = try personRow(comment.author) }
    }
    for (field, value) in try fields(of: incoming, row: row) where record[field] != value {
      try bring(field, value, insteadOf: record[field], to: ref, incoming)
    }
    try bringMembers(of: incoming, to: ref, record, row: row)
    try bringLinks(of: incoming, to: ref, row: row)
    try bringComments(of: incoming, to: ref, row: row)
    if let foreign = incoming.foreign { try update(foreign, of: row, ref.id) }
    try db.cachedStatement(sql: "UPDATE issue SET base = ? WHERE id = ?")
      .execute(arguments: [base, row])
    if step.operationCount == before, report.comments == commentsBefore {
      report.unchanged += 1
    } else {
      let touched = record.isTrashed ? nil : record[.updatedAt].integer
      try takeTimes(of: incoming, row: row, notBefore: touched)
      report.updated += 1
    }
  }

  /// What a field held before somebody here changed it since the last import; nil when nobody did,
  /// or when it holds the same again.
  func localChange(_ ref: EntityRef, _ field: Field, now: Value) throws -> Value? {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT base FROM operation
            WHERE entity = ?1 AND field = ?2 AND origin = 0 AND \(Journal.stands)
            AND dseq > coalesce(
              (SELECT max(dseq) FROM operation WHERE entity = ?1 AND origin = 1
               AND (field = ?2 OR field IS NULL)), 0)
            ORDER BY dseq LIMIT 1
            """),
        arguments: [ref.id.blob, field.rawValue])
    else { return nil }
    guard case .one(let start)? = JournalCoding.decode(row[0]) else { return .null }
    return start == now ? nil : start
  }

  private static let compared: [Field] = [
    .title, .body, .status, .priority, .owner, .service, .milestone, .due, .demo, .assignees,
    .labels, .watchers,
  ]

  private mutating func fields(
    of incoming: IncomingIssue, row: Int64
  ) throws -> [(Field, Value)] {
    let project =
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT project_id FROM issue WHERE id = ?"), arguments: [row]) ?? 0
    let owner = try personRow(incoming.owner).map { try uid("person", $0) }
    let service = try serviceRow(incoming.service).map { try uid("service", $0) }
    let milestone = try milestoneRow(
      incoming.milestone, due: incoming.milestoneDue, project: project
    ).map { try uid("milestone", $0) }
    var fields: [(Field, Value)] = [(.title, .text(incoming.title))]
    func take(_ told: IncomingIssue.Told, _ field: Field, _ value: Value) {
      if incoming.told.contains(told) { fields.append((field, value)) }
    }
    take(.body, .body, .text(incoming.body))
    take(.status, .status, .integer(Int64(incoming.status.rawValue)))
    take(.milestone, .milestone, .optional(milestone))
    take(.priority, .priority, .integer(Int64(incoming.priority.rawValue)))
    take(.owner, .owner, .optional(owner))
    take(.service, .service, .optional(service))
    take(.due, .due, .optional(incoming.due?.description))
    take(.demo, .demo, .optional(incoming.demo))
    return fields
  }

  private mutating func bring(
    _ field: Field, _ value: Value, insteadOf old: Value, to ref: EntityRef,
    _ incoming: IncomingIssue
  ) throws {
    if field == .status, let old = old.integer, let new = value.integer,
      incoming.id == nil, (old < 4) == (new < 4)
    {
      // Other trackers know open and closed only: our finer states stand.
      return
    }
    if let start = try localChange(ref, field, now: old) {
      if start != value {
        report.keep(
          "\(words(for: incoming)): \(field.rawValue) was changed here and in the file; ours was "
            + "kept")
      }
      return
    }
    try step.make(.set(SetField(ref, field, to: value)))
  }

  /// What a file calls an issue, for sentences.
  private func words(for incoming: IncomingIssue) -> String {
    guard let number = incoming.number else { return "line \(incoming.line)" }
    return "\(incoming.prefix ?? options.project)-\(number)"
  }

  private mutating func bringMembers(
    of incoming: IncomingIssue, to ref: EntityRef, _ record: EntityRecord, row: Int64
  ) throws {
    let project =
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT project_id FROM issue WHERE id = ?"), arguments: [row]) ?? 0
    let labels = try incoming.labels.map { try uid("label", labelRow($0, project: project)) }
    let assignees = try incoming.assignees.compactMap { try personRow($0) }
      .map { try uid("person", $0) }
    let watchers = try incoming.watchers.compactMap { try personRow($0) }
      .map { try uid("person", $0) }
    if incoming.told.contains(.labels) {
      try bring(.labels, labels, insteadOf: record[.labels].references, to: ref)
    }
    if incoming.told.contains(.assignees) {
      try bring(.assignees, assignees, insteadOf: record[.assignees].references, to: ref)
    }
    if incoming.told.contains(.watchers) {
      try bring(.watchers, watchers, insteadOf: record[.watchers].references, to: ref)
    }
  }

  /// Sets are merged member by member: what somebody here added or removed last stays so.
  mutating func bring(
    _ field: Field, _ new: [EntityID], insteadOf old: [EntityID], to ref: EntityRef
  ) throws {
    let touched = try Set(
      String.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT value FROM operation
            WHERE entity = ?1 AND field = ?2 AND origin = 0 AND \(Journal.stands)
            AND NOT EXISTS(SELECT 1 FROM operation AS later
              WHERE later.entity = ?1 AND later.field = ?2 AND later.origin = 1
              AND later.value = operation.value AND later.dseq > operation.dseq)
            """),
        arguments: [ref.id.blob, field.rawValue]))
    func isTouched(_ id: EntityID) -> Bool {
      JournalCoding.encode(.one(.reference(id))).map(touched.contains) ?? false
    }
    for id in new where !old.contains(id) && !isTouched(id) {
      try step.make(.add(AddMember(ref, field, id)))
    }
    for id in old where !new.contains(id) && !isTouched(id) {
      try step.make(.remove(RemoveMember(ref, field, id)))
    }
  }

  /// Takes where the issue lives elsewhere; what the source leaves out this time is kept.
  private mutating func update(_ foreign: Foreign, of row: Int64, _ id: EntityID) throws {
    var foreign = foreign
    if foreign.url.isEmpty || foreign.extra.isEmpty,
      let known = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT url, extra FROM issue_foreign WHERE issue_id = ?"),
        arguments: [row])
    {
      if foreign.url.isEmpty { foreign.url = known[0] }
      if foreign.extra.isEmpty { foreign.extra = known[1] }
    }
    try insert(foreign, of: row, id)
  }

  /// The source knows best when the issue was last changed and closed there, unless somebody here
  /// touched it later.
  private mutating func takeTimes(
    of incoming: IncomingIssue, row: Int64, notBefore touched: Int64?
  ) throws {
    try db.cachedStatement(
      sql: """
        UPDATE issue SET updated_at = coalesce(max(?2, coalesce(?5, ?2)), updated_at),
          closed_at = CASE WHEN is_open = 1 THEN NULL ELSE coalesce(?3, closed_at) END,
          closed_by_id = CASE WHEN is_open = 1 THEN NULL ELSE coalesce(?4, closed_by_id) END
        WHERE id = ?1
        """
    ).execute(arguments: [
      row, incoming.updated?.milliseconds, incoming.closed?.milliseconds,
      try personRow(incoming.closedBy), touched,
    ])
  }
}
