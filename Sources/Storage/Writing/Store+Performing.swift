public import Domain
internal import GRDB

extension Store {
  /// Makes changes as one step that one undo takes back.
  ///
  /// - Parameters:
  ///   - title: what the undo list shows, in the past tense: `closed API-42`.
  ///   - changes: made in order; one that changes nothing leaves no trace.
  ///   - author: the person who acts.
  /// - Throws: `refused` with the reason; then nothing was changed.
  public func perform(
    _ title: String, _ changes: [Change], as author: EntityID?
  ) throws(StoreError) -> StepReport {
    try write { db in try perform(title, changes, as: author, db) }
  }

  func perform(
    _ title: String, _ changes: [Change], as author: EntityID?, _ db: Database
  ) throws -> StepReport {
    var step = try Step(db, stamp: stamp(author))
    for change in changes { try step.make(change) }
    try step.finish(title: title)
    let issues = changes.map(\.entity).filter { $0.kind == .issue }.map(\.id)
    return StepReport(title: title, issues: issues, operationCount: step.operationCount)
  }

  /// Takes back the newest step of a person that is not undone yet; nil when there is none.
  public func undo(
    as author: EntityID?, progress: StepProgress = .unseen
  ) throws(StoreError) -> StepReport? {
    var limit = Int64.max
    while true {
      do {
        return try write { db in
          try replay(db, as: author, isUndo: true, before: limit, progress)
        }
      } catch {
        guard error.code == .answered else { throw error }
        guard let older = try passOver(as: author, before: limit) else {
          throw StoreError(
            .refused, "\(error.description); another undo goes on with what was before it")
        }
        limit = older
      }
    }
  }

  /// Marks the newest step as one whose undo was refused because of somebody else.
  ///
  /// It is tried again first, as they may have taken back what stood in the way; refused again, it
  /// is passed over.
  ///
  /// - Returns: the step's number when it was marked already; nil when this was the first time.
  private func passOver(as author: EntityID?, before limit: Int64) throws(StoreError) -> Int64? {
    try writeQuietly { db in
      let row = try Row.fetchOne(
        db.cachedStatement(sql: Store.lastDone), arguments: [author?.blob, limit])
      guard let row else { return nil }
      let tx: Int64 = row[0]
      if row[3] == 3 { return tx }
      try db.cachedStatement(sql: "UPDATE step SET state = 3 WHERE tx = ?").execute(arguments: [tx])
      return nil
    }
  }

  /// Makes the step again that was undone last; nil when there is none.
  public func redo(
    as author: EntityID?, progress: StepProgress = .unseen
  ) throws(StoreError) -> StepReport? {
    try write { db in
      try replay(db, as: author, isUndo: false, before: .max, progress)
    }
  }

  /// About how many operations the next undo, or the next redo, of a person makes; 0 when there
  /// is nothing to do.
  public func replaySize(
    isUndo: Bool, as author: EntityID?
  ) throws(StoreError) -> Int {
    try read { db in
      let find = isUndo ? Store.lastDone : Store.lastUndone
      let row = try Row.fetchOne(
        db.cachedStatement(sql: find), arguments: [author?.blob, Int64.max])
      return row.map { $0[2] - $0[0] + 1 } ?? 0
    }
  }

  private static let lastDone = """
    SELECT tx, title, last, state FROM step WHERE tx = max(
      ifnull((SELECT max(tx) FROM step
        WHERE author IS ?1 AND state = 0 AND undoes IS NULL AND tx < ?2), 0),
      ifnull((SELECT max(tx) FROM step
        WHERE author IS ?1 AND state = 3 AND undoes IS NULL AND tx < ?2), 0))
    """

  private static let lastUndone = """
    SELECT tx, title, last, state FROM step
    WHERE author IS ?1 AND state = 1 AND undoes IS NULL AND tx < ?2
    ORDER BY tx LIMIT 1
    """

  func stamp(_ author: EntityID?) -> Stamp {
    Stamp(at: environment.now(), author: author)
  }

  /// Undoes a person's newest done step or redoes the oldest undone one.
  private func replay(
    _ db: Database, as author: EntityID?, isUndo: Bool, before limit: Int64,
    _ progress: StepProgress
  ) throws -> StepReport? {
    let find = isUndo ? Store.lastDone : Store.lastUndone
    guard
      let row = try Row.fetchOne(db.cachedStatement(sql: find), arguments: [author?.blob, limit])
    else { return nil }
    let target: Int64 = row[0]
    let name: String = row[1]
    let title = (isUndo ? "undid: " : "redid: ") + name
    var step = try Step(db, stamp: stamp(author))
    // To redo is to undo the undo: what it put back is taken out again, to the last detail.
    let (first, last) = isUndo ? (target, row[2]) : try Store.lastUndo(of: target, db)
    let begun =
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT at FROM step WHERE tx = ?"), arguments: [first]) ?? 0
    let operations = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(Journal.columns) FROM operation
          WHERE dseq BETWEEN ?1 AND ?2 AND tx = ?1 ORDER BY dseq DESC
          """),
      arguments: [first, last])
    let isImport =
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT origin = 1 FROM operation WHERE dseq = ?"),
        arguments: [target]) ?? false
    // The step's own operations are appended behind the ones read here, with another tx.
    var issues: [EntityID] = []
    var deleted: Set<EntityRef> = []
    var seen = 0
    while let row = try operations.next() {
      try progress.tell(seen, of: Int(last - first) + 1)
      seen += 1
      guard let operation = Journal.operation(row) else { continue }
      let isTaken = try takeBack(
        operation, isUndo: isUndo, of: begun, called: name, &step)
      if !isTaken, !isImport { deleted.insert(operation.entity) }
      if operation.entity.kind == .issue, issues.count < 1000,
        issues.last != operation.entity.id
      {
        issues.append(operation.entity.id)
      }
    }
    try Store.forgetImports(from: first, to: last, db)
    // An undo that found everything so already leaves nothing to redo.
    let isEmptyUndo = isUndo && step.operationCount == 0
    try db.cachedStatement(sql: "UPDATE step SET state = ? WHERE tx = ?")
      .execute(arguments: [isEmptyUndo ? 2 : isUndo ? 1 : 0, target])
    try step.finish(title: title, undoes: target)
    return StepReport(
      title: title, issues: issues, operationCount: step.operationCount, isUndo: isUndo,
      warnings: try deleted.sorted { $0.id < $1.id }.prefix(5).map {
        try step.words(forDeleted: $0)
      })
  }

  /// Takes one operation of a step back, which is named when that is refused; false when what it
  /// changed was deleted since.
  private func takeBack(
    _ operation: Operation, isUndo: Bool, of begun: Int64, called name: String, _ step: inout Step
  ) throws -> Bool {
    do {
      if isUndo {
        try step.refuseIfAnswered(operation)
        if try step.isStillNeeded(operation) { return true }
      }
      return try step.undo(operation, of: begun)
    } catch {
      let reason = StoreError(wrapping: error, path: path, isOfPart: true)
      guard reason.code == .refused || reason.code == .answered else { throw error }
      throw StoreError(reason.code, "cannot \(isUndo ? "undo" : "redo") '\(name)': \(reason)")
    }
  }

  /// Lets the next import of a file bring again what an undo took back.
  private static func forgetImports(from first: Int64, to last: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE issue SET base = 0 WHERE uid IN (
          SELECT entity FROM operation WHERE dseq BETWEEN ?1 AND ?2 AND tx = ?1 AND origin = 1)
        """
    ).execute(arguments: [first, last])
  }

  /// The first and the last number of the step that undid another one.
  private static func lastUndo(of tx: Int64, _ db: Database) throws -> (Int64, Int64) {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT tx, last FROM step WHERE undoes = ? ORDER BY tx DESC LIMIT 1"),
      arguments: [tx])
    guard let row else { throw StoreError(.failed, "the journal has no undo of step \(tx)") }
    return (row[0], row[1])
  }
}
