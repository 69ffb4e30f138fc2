internal import Domain
internal import GRDB

extension ImportBatch {
  /// Brings one issue in: new, newer, or unchanged.
  mutating func take(_ issue: IncomingIssue) throws {
    var incoming = issue
    if let number = issue.number, !IssueKey.numbers.contains(number) {
      throw badRecord(
        issue.line,
        "field number: \(number) is no number of an issue; write a number from 1 to "
          + "\(IssueKey.numbers.upperBound)")
    }
    for field in incoming.replaceNull() {
      report.mend("line \(issue.line), field \(field): U+0000 cannot be kept; U+FFFD stands for it")
    }
    if let id = issue.foreign?.id, id.hasPrefix("#") {
      // The source names neither itself nor its repository: the project stands for it.
      incoming.foreign?.id = (issue.prefix ?? options.project).uppercased() + id
    }
    incoming.name(by: &names.rows)
    incoming.nameComments()
    let project = try projectRow(incoming.prefix)
    let base = Int64(bitPattern: incoming.fingerprint)
    if let (row, known) = try find(incoming, project: project) {
      guard known != base || known == 0 else {
        report.unchanged += 1
        return
      }
      try update(row, from: incoming, base: base)
      return
    }
    try insert(incoming, project: project, base: base)
  }

  /// The row and the last fingerprint of an issue that is here already.
  private mutating func find(
    _ incoming: IncomingIssue, project: Int64
  ) throws -> (row: Int64, base: Int64)? {
    if let id = incoming.id {
      statements.findByID.bind(id)
      if let found = try statements.findByID.firstIntegers(db) { return found }
    }
    if let foreign = incoming.foreign, foreign.isElsewhere {
      statements.findByForeign.bind(foreign.system)
      statements.findByForeign.bind(foreign.id)
      let found = try statements.findByForeign.firstIntegers(db)
      if let id = incoming.id, let found { names.others[id] = try uid("issue", found.0) }
      return found
    }
    guard incoming.id == nil, let number = incoming.number else { return nil }
    statements.findByKey.bind(project)
    statements.findByKey.bind(number)
    return try statements.findByKey.firstIntegers(db)
  }

  private mutating func insert(
    _ incoming: IncomingIssue, project: Int64, base: Int64
  ) throws {
    let id = incoming.id ?? environment.newID()
    let created = incoming.created ?? now
    let updated = max(incoming.updated ?? created, created)
    let number = try freeNumber(incoming, project: project)
    let author = try personRow(incoming.author)
    let closer = try personRow(incoming.closedBy)
    let owner = try personRow(incoming.owner)
    let service = try serviceRow(incoming.service)
    let milestone = try milestoneRow(
      incoming.milestone, due: incoming.milestoneDue, project: project)
    let visible = incoming.comments.count { $0.redacted == nil }
    statements.insertIssue.bind(id)
    statements.insertIssue.bind(project)
    statements.insertIssue.bind(number)
    statements.insertIssue.bind(incoming.kind.rawValue)
    statements.insertIssue.bind(incoming.title)
    statements.insertIssue.bind(incoming.status.rawValue)
    statements.insertIssue.bind(incoming.priority.rawValue)
    statements.insertIssue.bind(author)
    statements.insertIssue.bind(owner)
    statements.insertIssue.bind(service)
    statements.insertIssue.bind(milestone)
    statements.insertIssue.bind(incoming.due?.description)
    statements.insertIssue.bind(incoming.demo)
    statements.insertIssue.bind(created)
    statements.insertIssue.bind(updated)
    statements.insertIssue.bind(incoming.status.isOpen ? nil : incoming.closed ?? updated)
    statements.insertIssue.bind(incoming.status.isOpen ? nil : closer)
    statements.insertIssue.bind(visible)
    statements.insertIssue.bind(incoming.body)
    statements.insertIssue.bind(base)
    try statements.insertIssue.run(db)
    let row = db.lastInsertedRowID
    if let told = incoming.number, told != number {
      try renumber(id, row: row, project: project, number: told)
    }
    if let foreign = incoming.foreign { try insert(foreign, of: row, id) }
    for label in incoming.labels {
      statements.insertLabel.bind(row)
      statements.insertLabel.bind(try labelRow(label, project: project))
      try statements.insertLabel.run(db)
    }
    for handle in incoming.assignees {
      guard let person = try personRow(handle) else { continue }
      statements.insertAssignee.bind(row)
      statements.insertAssignee.bind(person)
      try statements.insertAssignee.run(db)
    }
    for handle in incoming.watchers {
      guard let person = try personRow(handle) else { continue }
      statements.insertWatcher.bind(row)
      statements.insertWatcher.bind(person)
      try statements.insertWatcher.run(db)
    }
    for comment in incoming.comments { try insert(comment, issue: row, at: created) }
    try insertMentions(of: incoming, row: row)
    try insertLinks(of: incoming, row: row)
    try recordArrival(.issue, id)
    report.created += 1
    if incoming.kind == .pull { report.createdPulls += 1 }
  }

  /// Keeps where an issue lives elsewhere; one that lives nowhere else is named after itself.
  mutating func insert(_ foreign: Foreign, of row: Int64, _ id: EntityID) throws {
    statements.insertForeign.bind(row)
    statements.insertForeign.bind(foreign.system)
    statements.insertForeign.bind(foreign.isElsewhere ? foreign.id : id.description)
    statements.insertForeign.bind(foreign.url)
    statements.insertForeign.bind(foreign.extra)
    try statements.insertForeign.run(db)
  }

  /// Writes a comment; those of a new issue arrive with it and need no operation of their own.
  @discardableResult
  mutating func insert(
    _ comment: IncomingComment, issue: Int64, at: Instant
  ) throws -> EntityID {
    let id = comment.id ?? environment.newID()
    let created = comment.created ?? at
    let author = try personRow(comment.author)
    statements.insertComment.bind(id)
    statements.insertComment.bind(issue)
    statements.insertComment.bind(comment.kind.rawValue)
    statements.insertComment.bind(author)
    statements.insertComment.bind(comment.body)
    statements.insertComment.bind(created)
    statements.insertComment.bind(max(comment.updated ?? created, created))
    statements.insertComment.bind(comment.redacted)
    statements.insertComment.bind(comment.foreign?.system)
    statements.insertComment.bind(comment.foreign?.id)
    statements.insertComment.bind(comment.foreign?.url)
    statements.insertComment.bind(comment.foreign?.extra)
    try statements.insertComment.run(db)
    report.comments += 1
    return id
  }

  /// The source's own number where it is free, else the project's next.
  private mutating func freeNumber(
    _ incoming: IncomingIssue, project: Int64
  ) throws -> Int64 {
    if let number = incoming.number {
      statements.findByKey.bind(project)
      statements.findByKey.bind(number)
      if try statements.findByKey.firstInteger(db) == nil {
        highest[project] = max(highest[project] ?? 0, Int64(number))
        return Int64(number)
      }
    }
    let stored =
      if let known = stored[project] {
        known
      } else {
        try Int64.fetchOne(
          db.cachedStatement(sql: "SELECT next_number FROM project WHERE id = ?"),
          arguments: [project]) ?? 1
      }
    self.stored[project] = stored
    let prefix = incoming.prefix ?? options.project
    let number = try PendingLinks.numberNobodyWaits(
      for: prefix, from: max(stored, (highest[project] ?? 0) + 1), db)
    highest[project] = number
    if let taken = incoming.number, report.renumbered.count < 100 {
      report.renumbered.append("\(prefix)-\(taken) is taken: it came in as \(prefix)-\(number)")
    }
    return number
  }

  private mutating func insertMentions(of incoming: IncomingIssue, row: Int64) throws {
    var handles: Set<String> = []
    collectMentions(incoming.title, &handles)
    collectMentions(incoming.body, &handles)
    for comment in incoming.comments where comment.redacted == nil {
      collectMentions(comment.body, &handles)
    }
    for handle in handles.sorted() {
      statements.insertMention.bind(row)
      statements.insertMention.bind(handle)
      try statements.insertMention.run(db)
    }
  }

  private func collectMentions(_ text: String, _ handles: inout Set<String>) {
    guard text.contains(byte: UInt8(ascii: "@")) else { return }
    handles.formUnion(Mentions.handles(in: text))
  }

  mutating func recordArrival(_ kind: EntityKind, _ id: EntityID) throws {
    let entry = step.nextEntry()
    statements.insertOperation.bind(entry.dseq)
    statements.insertOperation.bind(step.number)
    statements.insertOperation.bind(kind.rawValue)
    statements.insertOperation.bind(id)
    statements.insertOperation.bind(entry.hlc.rawValue)
    if let author = options.author {
      statements.insertOperation.bind(author)
    } else {
      statements.insertOperation.bindNull()
    }
    try statements.insertOperation.run(db)
  }
}
