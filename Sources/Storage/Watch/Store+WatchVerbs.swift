public import Domain
internal import GRDB

extension Store {
  /// Does a verb of the watch bill, as one step that one undo takes back.
  ///
  /// Reading an inbox item is no step: an undo takes back what was done, not what was looked at.
  ///
  /// - Throws: `refused` with the reason; then nothing was changed.
  @discardableResult
  public func perform(
    _ verb: WatchVerb, as author: EntityID
  ) throws(StoreError) -> StepReport {
    let now = environment.now()
    return try write { db in
      var bill = try watchBill(for: author, issue: verb.issue, now, db)
      let new = verb.zoneNames.subtracting(bill.zones.names)
      if !new.isEmpty { bill.zones = environment.zones(bill.zoneNames.union(new)) }
      bill = bill.caughtUp(to: now)
      let plan = try bill.plan(verb, by: author, at: now, newID: environment.newID)
      return try write(plan, of: verb, as: author, at: now, db)
    }
  }

  /// Writes what a verb was planned to be, as one step.
  func write(
    _ plan: WatchPlan, of verb: WatchVerb, as author: EntityID, at now: Instant, _ db: Database
  ) throws -> StepReport {
    var step = try Step(db, stamp: Stamp(at: now, author: author))
    for edit in plan.edits { try make(edit, as: author, &step, db) }
    if !verb.onlyLooks { try step.finish(title: plan.title) }
    return StepReport(
      title: plan.title, issues: plan.edits.compactMap(\.issue),
      operationCount: step.operationCount, warnings: plan.warnings, isStep: !verb.onlyLooks)
  }

  private func make(
    _ edit: WatchPlan.Edit, as author: EntityID, _ step: inout Step, _ db: Database
  ) throws {
    switch edit {
    case .put(let record): try put(record, &step, db)
    case .trash(let ref): try step.make(.trash(TrashEntity(ref)))
    case .change(let change): try step.make(change)
    case .mark(let event, let verb): try mark(event, verb, as: author, &step, db)
    }
  }

  private func put(_ record: WatchRecord, _ step: inout Step, _ db: Database) throws {
    let fields = try record.fields()
    guard try RecordTable.row(of: record.ref, db) != nil else {
      try step.make(.create(CreateEntity(record.ref, fields: fields)))
      return
    }
    for (field, value) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where record.ref.kind.rule(of: field)?.isSettable ?? false {
      try step.make(.set(SetField(record.ref, field, to: value)))
    }
  }

  private func mark(
    _ event: InboxFact.Event, _ verb: InboxMarks.Verb, as author: EntityID, _ step: inout Step,
    _ db: Database
  ) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT uid, state FROM watch_mark
          WHERE trashed_at IS NULL AND event = ?
            AND person_id = (SELECT id FROM person WHERE uid = ?)
          """),
      arguments: [event.stored, author.blob])
    let before: Int = row?[1] ?? 0
    let after =
      switch verb {
      case .read: before | MarkState.read
      case .unread: before & ~MarkState.read
      case .done: before | MarkState.done
      }
    guard let row, let id = EntityID.fromDatabaseValue(row[0]) else {
      let fields: [Field: Value] = [
        .person: .reference(author), .event: .text(event.stored), .state: .integer(Int64(after)),
      ]
      let ref = EntityRef(.mark, environment.newID())
      try step.make(.create(CreateEntity(ref, fields: fields)))
      return
    }
    try step.make(
      .set(SetField(EntityRef(.mark, id), .state, to: .integer(Int64(after)))))
  }
}

extension WatchVerb {
  /// The issue it is about; nil when it is about something else.
  var issue: EntityID? {
    if case .offer(.issue(let id), _, _) = self { id } else { nil }
  }

  /// Whether it only says that something was looked at.
  fileprivate var onlyLooks: Bool {
    switch self {
    case .mark(_, .read), .mark(_, .unread): true
    default: false
    }
  }
}

extension WatchPlan.Edit {
  /// The issue it changes; nil when it changes something else.
  fileprivate var issue: EntityID? {
    guard case .change(let change) = self, change.entity.kind == .issue else { return nil }
    return change.entity.id
  }
}
