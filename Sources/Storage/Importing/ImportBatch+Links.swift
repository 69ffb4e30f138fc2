internal import Domain
internal import GRDB

extension ImportBatch {
  /// Links of a new issue wait by key; the end of the import joins those whose other end is here.
  mutating func insertLinks(of incoming: IncomingIssue, row: Int64) throws {
    for (kind, _, _, keys) in links(of: incoming) {
      for key in keys { try insertPending(kind, key, row: row) }
    }
  }

  /// Links of an issue we know: those to issues that are here are merged like other sets, the rest
  /// wait by key.
  mutating func bringLinks(of incoming: IncomingIssue, to ref: EntityRef, row: Int64) throws {
    let fields: [Field] = [.blocks, .relates, .duplicates]
    guard let record = try RecordTable.load(ref, fields, db) else { return }
    for (kind, field, told, keys) in links(of: incoming) where incoming.told.contains(told) {
      let old = record[field].references
      var new: [EntityID] = []
      for key in keys {
        if let id = try issue(key, linkedBy: row, linkedNow: old) {
          if id != ref.id { new.append(id) }
        } else {
          try insertPending(kind, key, row: row)
        }
      }
      try bring(field, new, insteadOf: old, to: ref)
    }
  }

  /// Remembers what its source calls a new issue whose number was taken here, and lets the links
  /// that this import has made to that number follow it.
  mutating func renumber(_ id: EntityID, row: Int64, project: Int64, number: Int) throws {
    try PendingLinks.remember(row, project: project, number: number, db)
    let links = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT operation.entity, operation.field, operation.value, taken.uid FROM issue AS taken
          JOIN issue_link ON other_id = taken.id
          JOIN issue ON issue.id = issue_link.issue_id
          JOIN operation ON operation.entity = issue.uid AND operation.kind = 'set.add'
          WHERE taken.project_id = ?1 AND taken.number = ?2 AND operation.tx = ?3
          AND operation.field IN ('blocks', 'relates', 'duplicates')
          """),
      arguments: [project, number, step.number])
    for link in links {
      guard let linking = EntityID.fromDatabaseValue(link[0]),
        let field = Field(rawValue: link[1]), let taken = EntityID.fromDatabaseValue(link[3]),
        JournalCoding.decode(link[2]) == .one(.reference(taken)),
        try RecordTable.load(EntityRef(.issue, linking), [field], db)?[field].references
          .contains(taken) == true
      else { continue }
      let ref = EntityRef(.issue, linking)
      try step.make(.remove(RemoveMember(ref, field, taken)))
      try step.make(.add(AddMember(ref, field, id)))
    }
  }

  private mutating func insertPending(_ kind: LinkKind, _ key: IssueKey, row: Int64) throws {
    statements.insertPendingLink.bind(row)
    statements.insertPendingLink.bind(kind.rawValue)
    statements.insertPendingLink.bind(key.prefix)
    statements.insertPendingLink.bind(key.number)
    try statements.insertPendingLink.run(db)
  }

  /// The issue that a key means in a file; nil when it is not here.
  private func issue(
    _ key: IssueKey, linkedBy row: Int64, linkedNow: [EntityID]
  ) throws -> EntityID? {
    let own = try issue(key)
    guard let own, let other = try PendingLinks.renumbered(key, linkedBy: row, db) else {
      return own
    }
    // A file written here calls both as we do: a link that is there already stands.
    return linkedNow.contains(own) && !linkedNow.contains(other) ? own : other
  }

  private func issue(_ key: IssueKey) throws -> EntityID? {
    try EntityID.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT issue.uid FROM issue JOIN project ON project.id = project_id
          WHERE prefix = ? AND number = ?
          """),
      arguments: [key.prefix, key.number])
  }

  /// The links a file tells; one of an issue to itself says nothing, and no verb could make it.
  private func links(
    of incoming: IncomingIssue
  ) -> [(LinkKind, Field, IncomingIssue.Told, [IssueKey])] {
    let prefix = (incoming.prefix ?? options.project).uppercased()
    let own = incoming.number.map { IssueKey(prefix: prefix, number: $0) }
    return [
      (.blocks, .blocks, .blocks, incoming.blocks.filter { $0 != own }),
      (.relates, .relates, .relates, incoming.relates.filter { $0 != own }),
      (.duplicates, .duplicates, .duplicates, incoming.duplicates.filter { $0 != own }),
    ]
  }
}
