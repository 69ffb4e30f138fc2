import Domain
import Testing

@Suite struct ReportTests {
  private let ana = VectorName.id("ana")
  private let bo = VectorName.id("bo")
  private let dee = VectorName.id("dee")
  private let monday = at("2026-03-09T00:00:00Z")

  private func period(_ from: Int64, _ to: Int64) -> Period {
    Period(monday.advanced(by: from * Instant.hour), monday.advanced(by: to * Instant.hour))
  }

  private func resolver(
    _ shifts: [(EntityID, Period)], target: [Window] = [], barred: Barred = Barred()
  ) throws -> Resolver {
    let schedule = Schedule(
      id: VectorName.id("s"), name: "API", zone: "UTC", target: target,
      versions: [
        Schedule.Version(
          layers: [
            Layer(
              id: VectorName.id("l"), name: "l",
              source: .shifts(shifts.map { SingleShift([$0.0], $0.1) }))
          ])
      ])
    return try Resolver(schedule, zones: SystemZones.catalog, barred: barred)
  }

  @Test func `only what is wrong from now on is reported`() throws {
    let resolver = try resolver(
      [(ana, period(0, 10)), (bo, period(12, 20)), (dee, period(20, 24))],
      barred: Barred(always: [dee]))
    let report = resolver.coverage(
      now: monday.advanced(by: 5 * Instant.hour), days: 1, unreachable: [bo])
    #expect(
      report.findings == [
        CoverageReport.Finding(kind: .gap, period: period(10, 12)),
        CoverageReport.Finding(kind: .unreachable, period: period(12, 20), people: [bo]),
        CoverageReport.Finding(kind: .empty, period: period(20, 24), people: [dee]),
        CoverageReport.Finding(kind: .gap, period: period(24, 29)),
      ])
    #expect(report.covered == 13 * Instant.hour && report.wanted == 24 * Instant.hour)
    #expect(report.hasFindings)
  }

  @Test func `outside its target nobody has to be on call`() throws {
    let office = Window(
      weekdays: .workdays, start: TimeOfDay(seconds: 9 * 3600), end: TimeOfDay(seconds: 17 * 3600),
      zone: "UTC")
    let resolver = try resolver([(ana, period(9, 17)), (bo, period(33, 40))], target: [office])
    let report = resolver.coverage(now: monday, days: 2)
    #expect(report.findings == [CoverageReport.Finding(kind: .gap, period: period(40, 41))])
    #expect(report.covered == 15 * Instant.hour && report.wanted == 16 * Instant.hour)
    #expect(resolver.gaps(in: period(0, 48)) == [Gap(kind: .nobody, period: period(40, 41))])
    #expect(resolver.gaps(in: period(0, 40)).isEmpty)
    #expect(resolver.wanted(in: period(0, 48)) == [period(9, 17), period(33, 41)])
    #expect(try self.resolver([]).wanted(in: period(0, 48)) == [period(0, 48)])
  }

  @Test func `one person in two steps of an escalation is said`() throws {
    let first = try resolver([(ana, period(0, 24))]).timeline(in: period(0, 48))
    let second = try resolver([(bo, period(0, 8)), (ana, period(8, 12))]).timeline(
      in: period(0, 48))
    let third = try resolver([(ana, period(10, 30))]).timeline(in: period(0, 48))
    #expect(
      CoverageReport.doubled(steps: [[first], [second], [third]]) == [
        CoverageReport.Finding(kind: .doubled, period: period(8, 24), people: [ana])
      ])
    #expect(CoverageReport.doubled(steps: [[first, second]]).isEmpty)
  }

  @Test func `nights and weekends are those of the person's zone`() throws {
    // Tuesday 2026-03-10 18:00 UTC is Wednesday 03:00 in Tokyo and Tuesday 12:00 in Denver.
    let shift = period(42, 48)
    let report = LoadReport(
      [PersonShift(ana, shift), PersonShift(bo, shift), PersonShift(ana, period(44, 50))],
      of: [
        LoadPerson(id: ana, zone: try SystemZones.zone("Asia/Tokyo")),
        LoadPerson(id: bo, zone: try SystemZones.zone("America/Denver")),
      ], in: period(0, 24 * 14))
    #expect(report.people[0].held == 8 * Instant.hour && report.people[0].shifts == 2)
    #expect(report.people[0].nights == 1)
    #expect(report.people[1].nights == 0)
    let weekend = LoadReport(
      [PersonShift(ana, period(0, 24 * 7))], of: [LoadPerson(id: ana, zone: .utc)],
      in: period(0, 24 * 14))
    #expect(weekend.people[0].weekend == 48 * Instant.hour && weekend.people[0].nights == 8)
  }

  @Test func `debts follow the days somebody was there`() throws {
    let weeks = period(0, 24 * 28)
    let report = LoadReport(
      [PersonShift(ana, period(0, 24 * 14)), PersonShift(bo, period(24 * 14, 24 * 21))],
      of: [
        LoadPerson(id: ana, zone: .utc), LoadPerson(id: bo, zone: .utc),
        LoadPerson(id: dee, zone: .utc, absences: [period(0, 24 * 14), period(24, 48)]),
      ], in: weeks)
    let day = Instant.day
    let tenths = report.people.map { ($0.expected + day / 20) / (day / 10) }
    #expect(tenths == [84, 84, 42])
    let owed = report.people.reduce(0) { $0 + $1.debt }
    #expect(abs(owed) < Instant.minute)
    // Of the three pairs one has half, two have nothing in common.
    let balance = 0.5 / 3
    #expect(report.balance == balance)
    let timeline = try resolver([(bo, period(500, 700))]).timeline(in: period(0, 1000))
    #expect(report.candidates(for: period(600, 624), on: timeline, absences: []) == [dee, ana])
    #expect(report.candidates(for: period(700, 724), on: timeline, absences: []) == [dee, bo, ana])
    let away = Absence(id: VectorName.id("a"), person: dee, period(710, 711))
    #expect(report.candidates(for: period(700, 724), on: timeline, absences: [away]) == [bo, ana])
    #expect(
      report.warnings(sites: 1) == [
        .tooMuch(ana, percent: 50), .unused(dee), .tooFew(3, wanted: 8),
      ])
    #expect(report.warnings(sites: 2).last == .tooFew(3, wanted: 12))
  }

  @Test func `equal loads are in balance and so is nobody`() {
    let none = LoadReport([], of: [], in: period(0, 24))
    #expect(none.balance == 1)
    let even = LoadReport(
      [PersonShift(ana, period(0, 5)), PersonShift(bo, period(5, 10))],
      of: [LoadPerson(id: ana, zone: .utc), LoadPerson(id: bo, zone: .utc)], in: period(0, 24))
    #expect(even.balance == 1 && even.people.allSatisfy { $0.debt == 0 })
  }
}
