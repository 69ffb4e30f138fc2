internal import Domain
internal import GRDB

extension ImportBatch {
  /// Links of a new issue wait by key; the end of the import joins those whose other end is here.
  mutating func insertLinks(of incoming: IncomingIssue, row: Int64) throws {
    for (kind, _, keys) in links(of: incoming) {
      for key in keys { try insertPending(kind, key, row: row) }
    }
  }

  /// Links of an issue we know: those to issues that are here are merged like other sets, the rest
  /// wait by key.
  mutating func bringLinks(of incoming: IncomingIssue, to ref: EntityRef, row: Int64) throws {
    let fields: [Field] = [.blocks, .relates, .duplicates]
    guard let record = try RecordTable.load(ref, fields, db) else { return }
    for (kind, field, keys) in links(of: incoming) {
      let old = record[field].references
      // Only our own format tells all links; the silence of others takes none away.
      var new = incoming.id == nil ? old : []
      for key in keys {
        if let id = try issue(key) {
          if id != ref.id { new.append(id) }
        } else {
          try insertPending(kind, key, row: row)
        }
      }
      try bring(field, new, insteadOf: old, to: ref)
    }
  }

  private mutating func insertPending(_ kind: LinkKind, _ key: IssueKey, row: Int64) throws {
    statements.insertPendingLink.bind(row)
    statements.insertPendingLink.bind(kind.rawValue)
    statements.insertPendingLink.bind(key.prefix)
    statements.insertPendingLink.bind(key.number)
    try statements.insertPendingLink.run(db)
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
  private func links(of incoming: IncomingIssue) -> [(LinkKind, Field, [IssueKey])] {
    let prefix = (incoming.prefix ?? options.project).uppercased()
    let own = incoming.number.map { IssueKey(prefix: prefix, number: $0) }
    return [
      (.blocks, .blocks, incoming.blocks.filter { $0 != own }),
      (.relates, .relates, incoming.relates.filter { $0 != own }),
      (.duplicates, .duplicates, incoming.duplicates.filter { $0 != own }),
    ]
  }
}
