import Domain
import Storage
import Testing

@testable import Commands

/// What is true of the demo on the day it is opened, whatever day and hour that is.
@Suite(.enabled(if: hasZones, "this machine has no time zone data"))
struct DemoHistoryTests {
  /// Hours of all kinds: by day and by night, at weekends, at turns of shifts, months and years, and
  /// around clock changes.
  private static let moments = [
    "2026-11-25T16:35:00Z", "2026-11-29T03:10:00Z", "2026-12-02T09:20:30Z",
    "2026-12-31T23:59:59Z", "2027-03-28T01:00:00Z", "2027-07-05T07:59:00Z",
  ]

  private static func shell(_ now: String) -> Shell {
    let instant = Instant(iso8601: now) ?? Instant(milliseconds: 0)
    return Shell(
      output: Sink(nil), errors: Sink(nil), variable: { _ in nil },
      environment: StoreEnvironment(
        now: { instant }, random: { UInt64.random(in: .min ... .max) },
        zones: { ZoneShelf { _ in nil }.available($0) }))
  }

  /// A demo made at a moment, and what its person's bill says then.
  private final class Bench {
    let folder: TestFolder
    let demo: DemoWorkspace
    let bill: WatchBill
    let ana: EntityID
    let now: Instant

    init(_ now: String) throws {
      let shell = DemoHistoryTests.shell(now)
      folder = try TestFolder()
      demo = try DemoWorkspace(DemoCompany.shipped(), at: "\(folder.path)/demo.db", shell)
      ana = try demo.store.personID(DemoCompany.person)
      bill = try demo.store.watchBill(for: ana)
      self.now = shell.now
    }

    deinit { folder.remove() }

    func again() throws -> DemoWorkspace {
      try DemoWorkspace(
        DemoCompany.shipped(), at: "\(folder.path)/demo.db", DemoHistoryTests.shell(now.iso8601))
    }

    func inbox() -> [InboxItem] {
      Inbox.items(from: bill.inboxFacts(for: ana, now: now), bill.marks, for: ana)
    }

    func gaps(_ schedule: Schedule) throws -> [Gap] {
      try bill.resolver(of: schedule).gaps(in: Period(now, now.advanced(by: 14 * Instant.day)))
    }
  }

  @Test(arguments: moments)
  func `every screen has something true to show at any moment`(now: String) throws {
    let bench = try Bench(now)
    #expect(bench.demo.refused == [])
    let bill = bench.bill
    let lead = try #require(bill.schedules.first { $0.name == "api-lead" })
    #expect(bill.onCall(lead.id, at: bench.now) == [bench.ana])
    #expect(Set(bill.schedules.map(\.zone)).count >= 4)
    let gaps = try bill.schedules.flatMap { try bench.gaps($0) }
    #expect(gaps.count == 1)
    try expectPages(bill)
    try expectHandoffs(bill, ana: bench.ana, at: bench.now)
    #expect(bill.covers.contains { $0.state(at: bench.now) == .open })
    #expect(bill.covers.contains { $0.state(at: bench.now) == .taken })
    #expect(bill.maintenance.contains { $0.start > bench.now })
    #expect(bill.services.count { $0.policy != nil } >= 5)
    #expect(bill.updates.count >= 55 && Set(bill.updates.map(\.prompt)).count == 7)
    #expect(bill.blockers.contains(where: \.isOpen) && bill.blockers.contains { !$0.isOpen })
    #expect(bill.updates.allSatisfy { $0.postedAt <= bench.now })
    let kinds = Set(bench.inbox().map(\.id.kind))
    #expect(kinds.isSuperset(of: [.offered, .coverAsked, .paged]), "\(kinds)")
  }

  private func expectPages(_ bill: WatchBill) throws {
    let open = bill.pages.filter(\.isOpen)
    #expect(open.count == 3)
    #expect(open.contains { $0.ack?.isSnoozed == false })
    #expect(open.contains { $0.ack?.isSnoozed == true })
    let ringing = try #require(open.first { $0.escalation != nil })
    #expect(ringing.nextEscalation != nil && ringing.escalation?.told.isEmpty == false)
    #expect(bill.pages.count { !$0.isOpen } >= 12)
  }

  private func expectHandoffs(_ bill: WatchBill, ana: EntityID, at now: Instant) throws {
    let offered = bill.handoffs.filter { $0.state == .offered && $0.receiver == .person(ana) }
    #expect(offered.contains { if case .service = $0.subject { true } else { false } })
    #expect(offered.contains { if case .issue = $0.subject { true } else { false } })
    #expect(bill.services.contains { $0.owner == DemoCompany.person })
    let draft = bill.handoffs.first { $0.giver == ana && $0.state == .draft }
    #expect(draft?.note?.asks.isEmpty == false)
    #expect(bill.offers.contains { $0.receiver == ana && $0.state(at: now) == .offered })
    let absence = try #require(bill.absences.first { $0.period.start > now })
    let conflicts = try bill.schedules.flatMap {
      try bill.resolver(of: $0).conflicts(with: [absence], in: absence.period)
    }
    #expect(!conflicts.isEmpty)
  }

  @Test func `a schedule stands where clocks change within the fortnight, when they do anywhere`()
    throws
  {
    for (now, zone) in [
      ("2027-03-10T07:05:00Z", "America/Halifax"), ("2027-03-24T07:05:00Z", "Europe/Dublin"),
      ("2027-09-20T07:05:00Z", "Pacific/Auckland"),
    ] {
      let bench = try Bench(now)
      let schedule = try #require(bench.bill.schedules.first { $0.name == "dx-hours" })
      #expect(schedule.zone == zone)
      let shown = Period(bench.now, bench.now.advanced(by: 14 * Instant.day))
      #expect(try bench.bill.zones.zone(schedule.zone).clockChanges(in: shown).count == 1)
    }
  }

  @Test func `the same moment makes the same demo`() throws {
    let first = try Bench("2026-11-25T16:35:00Z")
    let second = try Bench("2026-11-25T16:35:00Z")
    #expect(first.bill == second.bill)
  }

  @Test func `opened again it is as it was, and a copy of it is the same`() throws {
    let bench = try Bench("2026-11-25T16:35:00Z")
    let export = try export(bench.demo.store)
    let again = try bench.again()
    #expect(!again.isNew)
    #expect(try self.export(again.store) == export)
    let copy = try Store.openOrCreate(
      path: "\(bench.folder.path)/copy.db",
      environment: DemoHistoryTests.shell(bench.now.iso8601).environment)
    var reader = RecordReader(format: .ndjson)
    reader.feed(Array(export.utf8))
    reader.finish()
    var records: [IncomingRecord] = []
    while let record = try reader.next() { records.append(record) }
    var importer = try Importer(
      into: copy, options: Importer.Options(project: "", title: "imported", author: nil))
    try importer.take(records)
    #expect(try importer.finish().keptCount == 0)
    #expect(try self.export(copy) == export)
    #expect(try copy.watchBill(for: bench.ana) == bench.bill)
  }

  private func export(_ store: Store) throws -> String {
    var exporter = Exporter(.ndjson)
    var bytes: [UInt8] = []
    for record in try store.directory() { exporter.append(record, into: &bytes) }
    try store.forEachIssue(
      matching: Query.parse("sort:key"), in: store.context(me: nil)
    ) { issue, comments in exporter.append(issue, comments: comments, into: &bytes) }
    for record in try store.watches() { exporter.append(record, into: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `what ana wrote and did since makes the draft of her update`() throws {
    let bench = try Bench("2026-11-25T16:35:00Z")
    let prompt = try #require(bench.bill.prompts(of: bench.ana).first)
    let last = bench.bill.draftStart(of: bench.ana, for: prompt.id, now: bench.now)
    let material = try bench.demo.store.updateMaterial(of: bench.ana, since: last, in: bench.bill)
    let draft = prompt.draft(from: material, bench.bill.wording(for: bench.ana))
    let done = draft.first { $0.question.role == .done }?.text ?? ""
    #expect(done.contains("API-56") && done.contains("API-47"), "\(done)")
  }

  @Test(arguments: [
    ("-3d2h15m", "2026-03-08T07:45:00Z"), ("-40m", "2026-03-11T09:20:00Z"),
    ("-3d 02:15", "2026-03-08T02:15:00Z"), ("+1d 22:00", "2026-03-12T22:00:00Z"),
    ("-1d 00:00", "2026-03-10T00:00:00Z"),
  ])
  func `a moment counts from now, or stands on the clock of a day`(text: String, instant: String) {
    let now = Instant(iso8601: "2026-03-11T10:00:00Z") ?? Instant(milliseconds: 0)
    #expect(DemoMoment(text)?.instant(from: now).iso8601 == instant)
  }

  @Test(arguments: ["", "3 days", "-3d2", "-3x", "-3d 25:00", "-3d2h 10:00", "a b c"])
  func `what is no moment is none`(text: String) {
    #expect(DemoMoment(text) == nil)
  }
}

private let hasZones = (try? ZoneShelf { _ in nil }.zone("Europe/Berlin")) != nil
