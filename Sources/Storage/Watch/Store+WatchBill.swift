public import Domain
internal import FoundationEssentials
internal import GRDB

extension Store {
  /// Who stands which watch, as it stands now, with the inbox marks of a person.
  ///
  /// - Parameters:
  ///   - issue: an issue whose title and owner are wanted besides.
  ///   - weeks: how far back pages, absences and the like are wanted that are over; overrides are
  ///     read whole, for the past is answered by them.
  public func watchBill(
    for person: EntityID?, issue: EntityID? = nil, back weeks: Int = LoadReport.usualWeeks
  ) throws(StoreError) -> WatchBill {
    let now = environment.now()
    return try read { db in try watchBill(for: person, issue: issue, back: weeks, now, db) }
      .caughtUp(to: now)
  }

  func watchBill(
    for person: EntityID?, issue: EntityID? = nil, back weeks: Int = LoadReport.usualWeeks,
    _ now: Instant, _ db: Database
  ) throws -> WatchBill {
    let reader = WatchReader(db: db, horizon: now.advanced(by: -Int64(weeks) * Instant.week))
    var bill = WatchBill()
    bill.people = try people(db)
    bill.gone = try reader.departures()
    bill.teams = try teams(db)
    bill.services = try services(db)
    bill.schedules = try reader.schedules()
    bill.covers = try reader.all(.cover)
    bill.offers = try reader.all(.offer)
    bill.absences = try reader.all(.absence).sorted { (a: Absence, b: Absence) in
      (a.period.start, a.id) < (b.period.start, b.id)
    }
    bill.policies = try reader.policies()
    bill.maintenance = try reader.all(.maintenance).sorted {
      (a: MaintenanceWindow, b: MaintenanceWindow) in (a.start, a.id) < (b.start, b.id)
    }
    bill.pages = try reader.all(.page).sorted { (a: Page, b: Page) in
      (a.firstSeen, a.id) > (b.firstSeen, b.id)
    }
    bill.handoffs = try reader.all(.handoff).sorted { (a: Handoff, b: Handoff) in a.id > b.id }
    bill.prompts = try reader.prompts()
    bill.updates = try reader.updates(since: now.advanced(by: -5 * Instant.week).utcDate)
    bill.blockers = try reader.all(.blocker)
    if let person { bill.marks = try reader.marks(of: person) }
    bill.issues = try reader.issues(
      bill.handoffs.compactMap(\.issue) + (issue.map { [$0] } ?? [])
        + reader.issues(blocking: bill.blockers))
    bill.zones = environment.zones(bill.zoneNames)
    return bill
  }

  /// The titles and owners of issues, by id.
  func facts(
    of issues: [EntityID], _ db: Database
  ) throws -> [EntityID: WatchBill.IssueFacts] {
    try WatchReader(db: db, horizon: environment.now()).issues(issues)
  }
}

extension Handoff {
  /// The issue it is about; nil when it is about something else.
  fileprivate var issue: EntityID? {
    if case .issue(let id) = subject { id } else { nil }
  }
}

/// Reads the rows of the watch bill.
private struct WatchReader {
  let db: Database
  /// What was over before this is left in the file.
  let horizon: Instant
  private let decoder = JSONDecoder()

  init(db: Database, horizon: Instant) {
    self.db = db
    self.horizon = horizon
  }

  /// All of a kind that has an end, as far as it is not long over.
  func all<Thing: Decodable>(_ kind: EntityKind) throws -> [Thing] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT content FROM \(kind.table)
          WHERE trashed_at IS NULL AND (ends_at IS NULL OR ends_at >= ?) ORDER BY uid
          """),
      arguments: [horizon.milliseconds]
    ).map { try decode($0[0], kind) }
  }

  func schedules() throws -> [Schedule] {
    let overrides = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT schedule_id, content FROM watch_override WHERE trashed_at IS NULL ORDER BY uid
          """))
    let grouped = Dictionary(grouping: overrides) { $0[0] as Int64 }
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, content FROM watch_schedule WHERE trashed_at IS NULL ORDER BY handle
          """)
    ).map { row in
      var schedule: Schedule = try decode(row[1], .schedule)
      schedule.overrides = try (grouped[row[0]] ?? []).map { try decode($0[1], .override) }
      return schedule
    }
  }

  func departures() throws -> [EntityID: WatchBill.Departure] {
    var gone: [EntityID: WatchBill.Departure] = [:]
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT uid, handle, trashed_at FROM person WHERE trashed_at IS NOT NULL"))
    for row in rows {
      guard let id = EntityID.fromDatabaseValue(row[0]) else { continue }
      gone[id] = WatchBill.Departure(handle: row[1], at: Instant(milliseconds: row[2]))
    }
    return gone
  }

  func policies() throws -> [WatchBill.NamedPolicy] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT handle, content FROM watch_policy WHERE trashed_at IS NULL ORDER BY handle")
    ).map { WatchBill.NamedPolicy(handle: $0[0], policy: try decode($0[1], .policy)) }
  }

  func prompts() throws -> [Prompt] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT content FROM watch_prompt JOIN team ON team.id = team_id
          WHERE watch_prompt.trashed_at IS NULL AND team.trashed_at IS NULL
          ORDER BY team.handle, watch_prompt.uid
          """)
    ).map { try decode($0[0], .prompt) }
  }

  func updates(since date: CivilDate) throws -> [Update] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT content FROM watch_update WHERE trashed_at IS NULL AND day >= ?
          ORDER BY day DESC, uid
          """),
      arguments: [date.description]
    ).map { try decode($0[0], .update) }
  }

  func marks(of person: EntityID) throws -> InboxMarks {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT event, state FROM watch_mark
          WHERE trashed_at IS NULL AND person_id = (SELECT id FROM person WHERE uid = ?)
          """),
      arguments: [person.blob])
    var read: Set<InboxFact.Event> = []
    var done: Set<InboxFact.Event> = []
    for row in rows {
      guard let event = InboxFact.Event(stored: row[0]) else { continue }
      let state: Int = row[1]
      if state & MarkState.read != 0 { read.insert(event) }
      if state & MarkState.done != 0 { done.insert(event) }
    }
    return InboxMarks(read: read, done: done)
  }

  func issues(_ ids: [EntityID]) throws -> [EntityID: WatchBill.IssueFacts] {
    var facts: [EntityID: WatchBill.IssueFacts] = [:]
    for id in Set(ids) {
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT project.prefix, issue.number, issue.title,
              (SELECT uid FROM person WHERE person.id = issue.owner_id)
            FROM issue JOIN project ON project.id = issue.project_id WHERE issue.uid = ?
            """),
        arguments: [id.blob])
      guard let row else { continue }
      facts[id] = WatchBill.IssueFacts(
        title: IssueTitle(IssueKey(prefix: row[0], number: row[1]), row[2]),
        owner: EntityID.fromDatabaseValue(row[3]))
    }
    return facts
  }

  /// The issues that open blockers wait for.
  func issues(blocking blockers: [Blocker]) throws -> [EntityID] {
    var ids: [EntityID] = []
    for case .issue(let key) in blockers.filter(\.isOpen).map(\.cause) {
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT issue.uid FROM issue JOIN project ON project.id = issue.project_id
            WHERE project.prefix = ? AND issue.number = ? AND issue.is_live = 1
            """),
        arguments: [key.prefix, key.number])
      if let row, let id = EntityID.fromDatabaseValue(row[0]) { ids.append(id) }
    }
    return ids
  }

  private func decode<Thing: Decodable>(_ content: String, _ kind: EntityKind) throws -> Thing {
    do {
      return try decoder.decode(Thing.self, from: Data(content.utf8))
    } catch {
      throw StoreError(
        .corrupt, "a \(kind.name) in the file cannot be read (\(error)); nothing was changed")
    }
  }
}

/// The bits of a mark's state.
enum MarkState {
  static let read = 1
  static let done = 2
}

extension InboxFact.Event {
  /// The event as the file keeps it: its kind's number, a blank, its text.
  var stored: String { "\(kind.rawValue) \(text)" }

  /// An event as the file keeps it; nil for one of a newer program.
  init?(stored: String) {
    let parts = stored.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let number = Int(parts[0]),
      let kind = InboxFact.Kind(rawValue: number)
    else { return nil }
    self.init(kind, String(parts[1]))
  }
}
