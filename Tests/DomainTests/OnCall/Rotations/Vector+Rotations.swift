import Domain
import Testing

extension CaseData {
  /// The rotation an object of the case data describes.
  func rotation() throws -> Rotation {
    let zone = try SystemZones.zone(try #require(self["zone"]?.text))
    let anchor = try #require(self["anchor"]?.instant)
    let unit = try #require(self["unit"]?.text)
    let slots = (self["participants"]?.list ?? []).map { slot in
      slot.text.map { [VectorName.id($0)] } ?? slot.list.compactMap(\.text).map(VectorName.id)
    }
    let weekdays = self["weekdays"].map {
      Weekdays($0.list.compactMap { Weekday(name: $0.text ?? "") })
    }
    var start = Rotation.TurnStart.anchor
    if let text = self["turn_starts_on"]?.text {
      start = Int(text).map { .dayOfMonth($0) } ?? Weekday(name: text).map { .weekday($0) } ?? start
    }
    var rotation = Rotation(
      unit: try #require(Rotation.Unit(rawValue: unit == "active_day" ? "day" : unit)),
      length: self["length"]?.integer ?? 1, zone: zone.name, anchor: zone.local(anchor),
      slots: slots, duration: self["duration_s"]?.integer,
      effectiveFrom: self["effective_from"]?.instant, until: self["until"]?.instant,
      weekdays: weekdays, monthDays: self["month_days"].map { Set($0.list.compactMap(\.integer)) },
      turnStart: start, advance: unit == "active_day" ? .activeDays : .calendar,
      occurs: self["occurs"]?.text == "first_unit" ? .firstUnit : .everyUnit)
    if let known = self["known_turn"], let index = known["index"]?.integer,
      let instant = known["at"]?.instant
    {
      rotation.offset = index - Turns(rotation, in: zone).turn(at: instant).index
    }
    return rotation
  }

  func turns() throws -> Turns { try Turns(rotation(), zones: SystemZones.catalog) }
}

extension Vector {
  func checkHandoffs() throws {
    let turns = try #require(given["rotation"]).turns()
    let (from, to) = (try #require(given["from"]?.instant), try #require(given["to"]?.instant))
    let running = turns.turn(at: from).period.start
    let after = turns.turn(at: to).period.end
    let between = turns.handoffs(in: Period(from.advanced(by: 1), to.advanced(by: 1)))
    #expect(
      [running] + between + [after] == expect["handoffs"]?.list.compactMap(\.instant), "\(id)")
  }

  func checkShifts() throws {
    let turns = try #require(given["rotation"]).turns()
    let checks = given["checks"]?.list ?? [given]
    let expected = expect["checks"]?.list ?? [expect]
    for (check, expect) in zip(checks, expected) {
      let turn = turns.turn(at: try #require(check["at"]?.instant))
      if let start = expect["start"]?.instant { #expect(turn.period.start == start, "\(id)") }
      if let end = expect["end"]?.instant { #expect(turn.period.end == end, "\(id)") }
      if let hours = expect["elapsed_hours"]?.integer {
        #expect(turn.period.milliseconds == Int64(hours) * Instant.hour, "\(id)")
      }
    }
  }

  func checkUsers() throws {
    let turns = try #require(given["rotation"]).turns()
    let checks = given["checks"]?.list ?? [given["at"] ?? .null]
    for (check, user) in zip(checks, expect["users"]?.list ?? []) {
      let people = turns.people(at: try #require(check.instant)).map(VectorName.name)
      #expect(people == (user.text.map { [$0] } ?? user.list.compactMap(\.text)), "\(id)")
    }
  }

  func checkStartsByDate() throws {
    let turns = try #require(given["rotation"]).turns()
    let (from, to) = (try #require(given["from"]?.instant), try #require(given["to"]?.instant))
    var found: [String: [String]] = [:]
    // The pieces of one turn that touch are one shift, but here each day it begins on counts.
    for shift in turns.shifts(in: Period(from, to)) where shift.period.start >= from {
      let people = turns.rotation.people(ofTurn: shift.turn.index)
      found["\(turns.zone.local(shift.period.start).date)"] = people.map(VectorName.name)
    }
    var expected: [String: [String]] = [:]
    for member in expect["users_by_start_date"]?.members ?? [] {
      expected[member.name] = member.value.list.compactMap(\.text)
    }
    #expect(found == expected, "\(id)")
  }

  func checkRoundRobin() throws {
    let roster = (given["roster_order"]?.list ?? []).compactMap(\.text)
    let last = try #require(given["last_on_call"]?.text.flatMap { roster.firstIndex(of: $0) })
    let rotation = Rotation(
      unit: .week, zone: "UTC", anchor: local("2024-06-03T00:00"),
      slots: roster.map { [VectorName.id($0)] }, offset: last + 1)
    let picked = (0..<(given["slots"]?.integer ?? 0)).compactMap { rotation.slot(ofTurn: $0) }
    #expect(picked.map { roster[$0] } == expect["users"]?.list.compactMap(\.text), "\(id)")
  }
}
