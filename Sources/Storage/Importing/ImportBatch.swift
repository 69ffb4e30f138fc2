internal import Domain
internal import GRDB

/// One transaction of an import.
struct ImportBatch {
  let db: Database
  let options: Importer.Options
  let environment: StoreEnvironment
  let now: Instant
  var report: ImportReport
  var names: KnownNames
  var step: Step
  var statements: ImportStatements
  private let isContinuing: Bool
  /// The highest number seen of each project in this batch.
  var highest: [Int64: Int64] = [:]
  /// The next number of each project as the file had it when the batch began.
  var stored: [Int64: Int64] = [:]

  init(_ db: Database, _ importer: Importer) throws {
    self.db = db
    options = importer.options
    environment = importer.store.environment
    now = environment.now()
    report = importer.report
    names = importer.names
    isContinuing = importer.tx != nil
    step = try Step(
      db, stamp: Stamp(at: now, author: options.author), origin: .fromImport,
      continuing: importer.tx)
    statements = try ImportStatements(db)
  }

  /// The number of the step all batches share; nil while none of them has written an operation,
  /// because until then the number may still become another window's.
  var number: Int64? { isContinuing || step.operationCount > 0 ? step.number : nil }

  /// Brings one record in, or says which line cannot come in and why.
  mutating func take(_ record: IncomingRecord) throws {
    do {
      try bring(record)
    } catch let refusal as Refusal {
      throw badRecord(record.line, refusal.description)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      let reason = error.message ?? "a constraint of the file"
      throw badRecord(record.line, "the record does not go with what is here (\(reason))")
    }
  }

  func badRecord(_ line: Int, _ words: String) -> StoreError {
    StoreError(.badRecord, "line \(line): \(words)")
  }

  private mutating func bring(_ record: IncomingRecord) throws {
    switch record {
    case .workspace(let name): try takeName(name)
    case .person(let person): try take(person)
    case .team(let team): try take(team)
    case .service(let service): try take(service)
    case .project(let project): try take(project)
    case .label(let label): try take(label)
    case .milestone(let milestone): try take(milestone)
    case .view(let view): try take(view)
    case .watch(let watch): try take(watch)
    case .issue(let issue): try take(issue)
    }
  }

  mutating func finish() throws {
    for (project, number) in highest {
      try db.cachedStatement(
        sql: "UPDATE project SET next_number = max(next_number, ?) WHERE id = ?"
      ).execute(arguments: [number + 1, project])
    }
    try step.finish(title: options.title)
  }

  private func takeName(_ name: String) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO setting(name, value) VALUES('name', ?)", arguments: [name])
  }
}
