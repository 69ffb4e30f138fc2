import Domain
import Testing

@Suite struct WindowTests {
  private func openings(
    _ weekdays: Weekdays, _ start: String, _ end: String, zone: String = "UTC"
  ) throws -> Openings {
    try Openings(
      Window(
        weekdays: weekdays, start: try #require(TimeOfDay(start)),
        end: try #require(TimeOfDay(end)),
        zone: zone), zones: SystemZones.catalog)
  }

  @Test func `neighbouring days of a window around the clock are one`() throws {
    let week = try openings(Weekdays.everyDay.subtracting(Weekdays([.sunday])), "08:00", "08:00")
    // Monday 2026-03-09 to Sunday 2026-03-15, seen from its last day.
    let whole = Period(at("2026-03-09T08:00:00Z"), at("2026-03-15T08:00:00Z"))
    #expect(week.running(at: at("2026-03-15T07:59:00Z")) == whole)
    #expect(week.running(at: at("2026-03-09T08:00:00Z")) == whole)
    #expect(week.running(at: at("2026-03-08T12:00:00Z")) == whole)
    #expect(try openings(.everyDay, "08:00", "08:00").running(at: whole.start) == .always)
  }

  @Test func `no weekday is never`() throws {
    let never = try openings([], "08:00", "17:00")
    #expect(never.running(at: at("2026-03-09T09:00:00Z")) == nil)
    #expect(!never.isOpen(at: at("2026-03-09T09:00:00Z")))
  }

  @Test func `windows that meet on the clock leave no hole when clocks change`() throws {
    for zone in ["Europe/Copenhagen", "Australia/Lord_Howe", "America/New_York"] {
      for minute in stride(from: 0, to: 24 * 60, by: 30) {
        let cut = TimeOfDay(seconds: minute * 60)
        let days = try Openings(
          Window(start: TimeOfDay(seconds: 12 * 3600), end: cut, zone: zone),
          zones: SystemZones.catalog)
        let nights = try Openings(
          Window(start: cut, end: TimeOfDay(seconds: 12 * 3600), zone: zone),
          zones: SystemZones.catalog)
        let year = Period(at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"))
        let open = (days.periods(in: year) + nights.periods(in: year)).united()
        #expect(open.count == 1 && open[0].intersection(year) == year, "\(zone) \(cut)")
      }
    }
  }

  @Test func `a window closes at the last occurrence of a repeated time`() throws {
    let night = try openings(.everyDay, "22:00", "02:30", zone: "Europe/Copenhagen")
    let period = night.period(on: try #require(CivilDate("2026-10-24")))
    #expect(period == Period(at("2026-10-24T20:00:00Z"), at("2026-10-25T01:30:00Z")))
  }

  @Test func `windows of a layer are united and cut its turns`() throws {
    let ana = VectorName.id("ana")
    let windows = [
      Window(
        weekdays: .workdays, start: TimeOfDay(seconds: 9 * 3600),
        end: TimeOfDay(seconds: 13 * 3600), zone: "UTC"),
      Window(
        weekdays: Weekdays([.monday]), start: TimeOfDay(seconds: 12 * 3600),
        end: TimeOfDay(seconds: 15 * 3600), zone: "UTC"),
    ]
    let rotation = Rotation(
      unit: .day, zone: "UTC", anchor: local("2026-03-09T10:00"), slots: [[ana]])
    let schedule = Schedule(
      id: VectorName.id("s"), name: "API", zone: "UTC",
      versions: [
        Schedule.Version(
          layers: [
            Layer(
              id: VectorName.id("l"), name: "l", windows: windows, source: .rotation(rotation))
          ])
      ])
    let shifts = try Resolver(schedule, zones: SystemZones.catalog)
      .timeline(in: Period(at("2026-03-09T00:00:00Z"), at("2026-03-11T00:00:00Z"))).shifts
    #expect(
      shifts.map(\.period) == [
        Period(at("2026-03-09T09:00:00Z"), at("2026-03-09T10:00:00Z")),
        Period(at("2026-03-09T10:00:00Z"), at("2026-03-09T15:00:00Z")),
        Period(at("2026-03-10T09:00:00Z"), at("2026-03-10T10:00:00Z")),
        Period(at("2026-03-10T10:00:00Z"), at("2026-03-10T13:00:00Z")),
      ])
    #expect("\(windows[0])" == "Monday to Friday 09:00-13:00 UTC")
  }

  @Test func `periods unite, leave remainders and intersect`() {
    func period(_ a: Int64, _ b: Int64) -> Period {
      Period(Instant(milliseconds: a), Instant(milliseconds: b))
    }
    let periods = [period(5, 7), period(0, 2), period(2, 3), period(9, 9), period(6, 8)]
    #expect(periods.united() == [period(0, 3), period(5, 8)])
    #expect(periods.remainder(of: period(1, 10)) == [period(3, 5), period(8, 10)])
    #expect(
      periods.intersecting([period(2, 6), period(7, 20)]) == [
        period(2, 3), period(5, 6), period(7, 8),
      ])
    #expect([period(0, 10)].subtracting(periods) == [period(3, 5), period(8, 10)])
    #expect(periods.coveredMilliseconds == 6 && period(4, 2).milliseconds == 0)
  }
}
