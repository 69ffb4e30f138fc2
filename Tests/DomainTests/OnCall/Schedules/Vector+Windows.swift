import Domain
import Testing

extension CaseData {
  /// The window an object of the case data describes; the zone may be the schedule's.
  func window(zone: String? = nil) throws -> Window {
    Window(
      weekdays: Weekdays(
        (self["weekdays"]?.list ?? []).compactMap { Weekday(name: $0.text ?? "") }),
      start: try #require(self["start"]?.text.flatMap { TimeOfDay($0) }),
      end: try #require(self["end"]?.text.flatMap { TimeOfDay($0) }),
      zone: try #require(self["zone"]?.text ?? zone))
  }
}

extension Vector {
  private func openings() throws -> Openings {
    try Openings(try #require(given["window"]).window(), zones: SystemZones.catalog)
  }

  private var instants: [Instant] { given["checks"]?.list.compactMap(\.instant) ?? [] }

  func checkWindowActive() throws {
    let openings = try openings()
    #expect(instants.map(openings.isOpen) == expect["active"]?.list.compactMap(\.flag), "\(id)")
  }

  func checkWindowStarts() throws {
    let openings = try openings()
    let starts = instants.compactMap { openings.running(at: $0)?.start }
    #expect(starts == expect["starts"]?.list.compactMap(\.instant), "\(id)")
  }

  func checkWindowEnds() throws {
    let openings = try openings()
    let ends = instants.compactMap { openings.running(at: $0)?.end }
    #expect(ends == expect["ends"]?.list.compactMap(\.instant), "\(id)")
  }

  /// The next local midnight with which a day begins that is not in the set.
  func checkNextInactive() throws {
    let zone = try #require(given["zone"]?.text)
    let active = Weekdays(
      (given["weekdays"]?.list ?? []).compactMap { Weekday(name: $0.text ?? "") })
    let inactive = Window(
      weekdays: Weekdays.everyDay.subtracting(active), start: .midnight, end: .midnight, zone: zone)
    let openings = try Openings(inactive, zones: SystemZones.catalog)
    let found = instants.compactMap { instant in
      openings.periods(in: Period(instant, instant.advanced(by: 9 * Instant.day)))
        .first { $0.start > instant }?.start
    }
    #expect(found == expect["instants"]?.list.compactMap(\.instant), "\(id)")
  }

  func checkClockResolve() throws {
    let zone = try SystemZones.zone(try #require(given["zone"]?.text))
    let found = try (given["checks"]?.list ?? []).map { check in
      let reading = zone.reading(
        of: LocalTime(
          try #require(check["date"]?.text.flatMap { CivilDate($0) }),
          try #require(check["clock"]?.text.flatMap { TimeOfDay($0) })))
      return given["pick"]?.text == "last" ? reading.last : reading.first
    }
    #expect(found == expect["instants"]?.list.compactMap(\.instant), "\(id)")
  }

  func checkClockChanges() throws {
    let zone = try SystemZones.zone(try #require(given["zone"]?.text))
    for (text, change) in zip(given["dates"]?.list ?? [], expect["transitions"]?.list ?? []) {
      let date = try #require(text.text.flatMap { CivilDate($0) })
      let day = Period(
        zone.first(of: LocalTime(date)), zone.first(of: LocalTime(date).advanced(by: 86_400)))
      let found = zone.clockChanges(in: day).first
      #expect(found?.reading.time == change["clock"]?.text.flatMap { TimeOfDay($0) }, "\(id)")
      #expect(
        found.map { ($0.after - $0.before) / 60 } == change["change_minutes"]?.integer, "\(id)")
    }
  }

  func checkClockAdding() throws {
    let zone = try SystemZones.zone(try #require(given["zone"]?.text))
    let start = zone.local(try #require(given["at"]?.instant))
    let minutes = try #require(given["wall_minutes"]?.integer)
    let found = zone.first(of: start.advanced(by: Int64(minutes) * 60))
    #expect(found == expect["instant"]?.instant, "\(id)")
  }

  func checkClockHours() throws {
    let zone = try SystemZones.zone(try #require(given["zone"]?.text))
    let hours = try (given["pairs"]?.list ?? []).map { pair in
      let start = zone.local(try #require(pair[0].instant))
      let end = zone.local(try #require(pair[1].instant))
      return Int(end.seconds - start.seconds) / 3600
    }
    #expect(hours == expect["wall_hours"]?.list.compactMap(\.integer), "\(id)")
  }
}
