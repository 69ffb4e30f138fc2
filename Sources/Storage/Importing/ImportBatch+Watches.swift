internal import Domain
internal import GRDB

/// What the watch bill holds: found by id or name, else made.
extension ImportBatch {
  /// Brings a thing in: new, newer, or unchanged.
  ///
  /// Its content is stored as it stands in the file. What somebody here
  /// changed since the last import stands, and the report says so.
  mutating func take(_ incoming: IncomingWatch) throws {
    var watch = incoming.naming(names.others)
    var record = try read(watch)
    guard try !isStillDeleted(record.ref) else { return }
    if let known = try find(record), known != watch.id {
      names.others[watch.id] = known
      watch = watch.naming([watch.id: known])
      record = try read(watch)
    }
    let ref = record.ref
    var fields = try record.fields()
    fields[.content] = .text(watch.content)
    try check(record, line: watch.line)
    try resolve(&fields, of: ref.kind, line: watch.line)
    if try RecordTable.row(of: ref, db) != nil {
      try bring(fields, to: record)
    } else {
      fields[.createdAt] = .optional(watch.created ?? now)
      try step.make(.create(CreateEntity(ref, fields: fields.filter { $0.value != .null })))
      report.others += 1
    }
  }

  private func read(_ watch: IncomingWatch) throws -> WatchRecord {
    do throws(InterchangeError) {
      return try watch.record()
    } catch {
      throw badRecord(watch.line, "field content: \(error.message); \(error.advice)")
    }
  }

  /// The id under which a thing is here: its own, else that of the same name, or of the update of
  /// the same person and day.
  private func find(_ record: WatchRecord) throws -> EntityID? {
    let present = try RecordTable.load(record.ref, [.trashedAt], db)
    if let present, !present.isTrashed { return record.ref.id }
    // What was deleted makes room for what has taken its name since.
    return try other(like: record) ?? present?.ref.id
  }

  private func other(like record: WatchRecord) throws -> EntityID? {
    switch record {
    case .schedule, .policy: return try namesake(of: record)
    case .update(let update):
      return try EntityID.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT uid FROM watch_update WHERE trashed_at IS NULL AND day = ?
              AND prompt_id = (SELECT id FROM watch_prompt WHERE uid = ?)
              AND person_id = (SELECT id FROM person WHERE uid = ?)
            """),
        arguments: [update.period.description, update.prompt.blob, update.person.blob])
    default: return nil
    }
  }

  /// The id of the schedule or policy of the same name.
  private func namesake(of record: WatchRecord) throws -> EntityID? {
    guard let name = record.name else { return nil }
    return try EntityID.fetchOne(
      db.cachedStatement(
        sql: "SELECT uid FROM \(record.ref.kind.table) WHERE handle = ? AND trashed_at IS NULL"),
      arguments: [name])
  }

  /// Refuses a name that something else has here.
  private func check(_ record: WatchRecord, line: Int) throws {
    guard let name = record.name, let other = try namesake(of: record), other != record.ref.id
    else { return }
    throw badRecord(
      line,
      "there is another \(record.ref.kind.name) called \(name) here; give one of the two another "
        + "name")
  }

  /// Refuses what belongs to something that is not here; of what it need not belong to, it forgets.
  private func resolve(
    _ fields: inout [Field: Value], of kind: EntityKind, line: Int
  ) throws {
    for rule in kind.rules {
      guard case .reference(let other) = rule.shape, let id = fields[rule.field]?.reference,
        try RecordTable.row(of: EntityRef(other, id), db) == nil
      else { continue }
      guard rule.mayBeNull else {
        throw badRecord(
          line,
          "the \(kind.name) belongs to a \(other.name), \(id), that is neither here nor before it "
            + "in the file; bring that in first")
      }
      fields[rule.field] = .null
    }
  }

  /// Brings what the file says of a thing that is here already.
  private mutating func bring(_ fields: [Field: Value], to record: WatchRecord) throws {
    let ref = record.ref
    let wanted = fields.filter { ref.kind.rule(of: $0.key)?.isSettable == true }
      .sorted { $0.key.rawValue < $1.key.rawValue }
    guard let present = try RecordTable.load(ref, wanted.map(\.key) + [.trashedAt], db) else {
      return
    }
    if present.isTrashed { try change(.restore(RestoreEntity(ref))) }
    let newer = wanted.filter { present[$0.key] != $0.value }
    guard !newer.isEmpty else { return }
    if let start = try localChange(ref, .content, now: present[.content]) {
      guard start != fields[.content] else { return }
      report.keep("\(record.words): it was changed here and in the file; ours was kept")
      return
    }
    for (field, value) in newer { try change(.set(SetField(ref, field, to: value))) }
  }
}

extension WatchRecord {
  /// What it is and what it is called, for sentences.
  fileprivate var words: String { "\(ref.kind.name) \(name ?? ref.id.description)" }

  /// What people call it, when names tell such things apart.
  fileprivate var name: String? {
    switch self {
    case .schedule(let schedule): schedule.name
    case .policy(let policy): policy.handle
    default: nil
    }
  }
}
