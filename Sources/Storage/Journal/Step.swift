internal import Domain
internal import GRDB

/// A step being made: applies changes one by one and writes each with its operation.
///
/// All of a step's operations carry its `tx`, the number of the first. The step
/// lives inside one transaction of the file; if a change is refused, nothing of
/// the step is kept.
struct Step {
  let stamp: Stamp
  private(set) var operationCount = 0
  private let origin: Origin
  private let tx: Int64
  private var next: Int64
  private var hlc: HybridTime?
  let db: Database

  /// A step; `continuing` is the number of one that was begun in an earlier transaction.
  init(
    _ db: Database, stamp: Stamp, origin: Origin = .here, continuing number: Int64? = nil
  ) throws {
    self.db = db
    self.stamp = stamp
    self.origin = origin
    next = try Journal.nextSequence(db)
    tx = number ?? next
    hlc = try Journal.lastStamp(db)
  }

  /// The step's number.
  var number: Int64 { tx }

  /// Makes a change; one that changes nothing leaves no operation.
  mutating func make(_ change: Change) throws {
    let rule = change.rule
    let before = try RecordTable.load(rule.entity, rule.reads, db)
    try rule.check(before)
    if let before {
      try edit(change, before)
    } else {
      try create(change)
    }
  }

  /// Makes the inverse of an operation, unless something newer would be overwritten.
  ///
  /// What is deleted, or there again, as the inverse would make it is left so,
  /// and so is what was deleted since: one deleted issue keeps neither the
  /// thousands of an import nor the older steps of whoever changed it.
  ///
  /// - Parameter begun: when the operation's step was made, by the clock of then.
  /// - Returns: false when the entity was deleted since and the operation therefore stands.
  @discardableResult
  mutating func undo(_ operation: Operation, of begun: Int64) throws -> Bool {
    guard let change = operation.change else { return true }
    let present = try RecordTable.load(operation.entity, [.trashedAt, .updatedAt], db)
    var was = operation.was
    was[.issueUpdatedAt] = nil
    if let time = present?[.updatedAt].integer, begun < time { was[.updatedAt] = nil }
    let inverse = change.rule.inverse(base: operation.base, was: was)
    let isDeleted = present?.isTrashed ?? false
    switch inverse {
    case .restore: guard isDeleted else { return true }
    case .trash: guard !isDeleted else { return true }
    default: guard !isDeleted else { return false }
    }
    if operation.kind == .set || operation.kind == .editComment,
      let field = operation.field, case .one(let value) = operation.value
    {
      let now = try RecordTable.load(operation.entity, [field], db)
      guard now?[field] == value else { throw try changedSince(operation, field) }
    }
    let before = try RecordTable.load(operation.entity, inverse.rule.reads, db)
    try inverse.rule.check(before)
    guard let before else { return true }
    try edit(inverse, before, undoing: operation, of: begun)
    return true
  }

  /// Keeps the step for undo, and forgets what could be redone until now.
  func finish(title: String, undoes: Int64? = nil) throws {
    guard operationCount > 0 else { return }
    if undoes == nil {
      try db.cachedStatement(sql: "UPDATE step SET state = 2 WHERE state = 1 AND author IS ?")
        .execute(arguments: [stamp.author?.blob])
    }
    try db.cachedStatement(
      sql:
        "INSERT OR REPLACE INTO step(tx, last, title, author, at, undoes) VALUES(?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [tx, next - 1, title, stamp.author?.blob, stamp.at.milliseconds, undoes])
  }

  /// Writes an operation whose effect the caller has written already.
  mutating func record(
    _ kind: OperationKind, _ entity: EntityRef, field: Field? = nil,
    value: JournalValue = .one(.null), base: Value = .null, was: [Field: Value] = [:]
  ) throws {
    let entry = nextEntry()
    try Journal.append(
      Operation(
        dseq: entry.dseq, tx: tx, kind: kind, entity: entity, field: field, value: value,
        base: base, was: was, hlc: entry.hlc, author: stamp.author),
      origin: origin, db)
  }

  /// The number and stamp of an operation that the caller writes into the journal.
  mutating func nextEntry() -> (dseq: Int64, hlc: HybridTime) {
    let stampNow = HybridTime(after: hlc, at: stamp.at)
    hlc = stampNow
    defer { next += 1 }
    operationCount += 1
    return (next, stampNow)
  }

  private mutating func create(_ change: Change) throws {
    var record = EntityRecord(change.entity)
    change.rule.apply(to: &record, stamp: stamp)
    let consequences = try Consequences(from: nil, to: record, db)
    let row = try RecordTable.insert(record, db)
    let at = record[.createdAt].integer ?? stamp.at.milliseconds
    let times = IssueTimes(consequences.issueTime, at: at)
    try consequences.finish(created: row, issueTime: times.after, db)
    try self.record(
      type(of: change.rule).kind, change.entity, value: .fields(record.fields), was: times.was)
  }

  /// Changes an entity that is there; `undone` is the operation whose inverse the change is, and
  /// `begun` when its step was made.
  private mutating func edit(
    _ change: Change, _ before: EntityRecord, undoing undone: Operation? = nil,
    of begun: Int64 = 0
  ) throws {
    let rule = change.rule
    var after = before
    rule.apply(to: &after, stamp: stamp)
    guard after != before else { return }
    let consequences = try Consequences(from: before, to: after, db)
    try RecordTable.save(after, insteadOf: before, db)
    let times =
      undone.map { IssueTimes(consequences.issueTime, undoing: $0, of: begun) }
      ?? IssueTimes(consequences.issueTime, at: stamp.at.milliseconds)
    try consequences.finish(created: nil, issueTime: times.after, db)
    var was = times.was
    for (field, value) in before.fields where field != rule.field && after[field] != value {
      was[field] = value
    }
    let base = rule.field.map { before[$0] } ?? .null
    try record(
      type(of: rule).kind, rule.entity, field: rule.field, value: rule.value,
      base: rule.isMembership ? .null : base, was: was)
  }
}

extension ChangeRule {
  /// Whether the change is of one member of a set, whose base is not the whole set.
  fileprivate var isMembership: Bool {
    type(of: self).kind == .add || type(of: self).kind == .remove
  }
}

/// When the issue of a comment changed last, before and after a change of the comment.
private struct IssueTimes {
  let before: Int64?
  let after: Int64

  /// A change now: time only goes on.
  init(_ before: Int64?, at now: Int64) {
    self.before = before
    after = max(before ?? now, now)
  }

  /// An undo: as it was before, unless something changed since.
  init(_ before: Int64?, undoing operation: Operation, of begun: Int64) {
    self.before = before
    let present = before ?? 0
    let past = operation.was[.issueUpdatedAt]?.integer
    after = begun < present ? present : past ?? present
  }

  /// What the journal keeps of it: the time before, if it is another one now.
  var was: [Field: Value] {
    before.map { $0 == after ? [:] : [.issueUpdatedAt: .integer($0)] } ?? [:]
  }
}
