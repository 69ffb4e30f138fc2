import Domain
import Testing

@Suite struct RotationTests {
  private func rotation(_ unit: Rotation.Unit = .week, length: Int = 1) -> Rotation {
    Rotation(
      unit: unit, length: length, zone: "Europe/Copenhagen", anchor: local("2026-01-31T09:00"),
      slots: ["a", "b", "c"].map { [VectorName.id($0)] })
  }

  private func turns(_ rotation: Rotation) throws -> Turns {
    try Turns(rotation, zones: SystemZones.catalog)
  }

  @Test func `months count from the anchor's, clamped, and never drift`() throws {
    let turns = try turns(rotation(.month))
    let starts = (0...4).map { turns.zone.local(turns.turn($0).period.start).description }
    #expect(
      starts == [
        "2026-01-31T09:00", "2026-02-28T09:00", "2026-03-31T09:00", "2026-04-30T09:00",
        "2026-05-31T09:00",
      ])
    #expect(turns.zone.local(turns.turn(25).period.start).description == "2028-02-29T09:00")
    #expect(turns.zone.local(turns.turn(-1).period.start).description == "2025-12-31T09:00")
  }

  @Test func `before the anchor the slots go on backwards`() throws {
    let rotation = rotation()
    let names = (-4...3).map { VectorName.name(rotation.people(ofTurn: $0)[0]) }
    #expect(names == ["c", "a", "b", "c", "a", "b", "c", "a"])
    #expect(try turns(rotation).turn(at: at("2026-01-31T07:59:59Z")).index == -1)
  }

  @Test func `a day without hours still hands over once`() throws {
    // Apia left out 30 December 2011: the handoff of that day and the next coincide.
    let rotation = Rotation(
      unit: .day, zone: "Pacific/Apia", anchor: local("2011-12-28T00:00"),
      slots: ["a", "b", "c", "d"].map { [VectorName.id($0)] })
    let turns = try turns(rotation)
    let dateLine = at("2011-12-30T10:00:00Z")
    #expect(turns.turn(2).period == Period(dateLine, dateLine))
    #expect(turns.turn(at: dateLine).index == 3)
    #expect(
      turns.handoffs(in: Period(at("2011-12-29T12:00:00Z"), at("2011-12-31T09:00:00Z"))) == [
        dateLine
      ])
    let shifts = turns.shifts(in: Period(at("2011-12-29T12:00:00Z"), at("2011-12-31T09:00:00Z")))
    #expect(shifts.map(\.turn.index) == [1, 3])
  }

  @Test func `days off burn nobody's turn unless they are to count`() throws {
    var rotation = rotation(.day)
    rotation.anchor = local("2026-03-05T09:00")  // a Thursday
    rotation.weekdays = .workdays
    rotation.advance = .activeDays
    let range = Period(at("2026-03-05T00:00:00Z"), at("2026-03-11T00:00:00Z"))
    func people(_ rotation: Rotation) throws -> [String] {
      try turns(rotation).shifts(in: range).map {
        VectorName.name(rotation.people(ofTurn: $0.turn.index)[0])
      }
    }
    // Wednesday's shift still runs on Thursday morning.
    #expect(try people(rotation) == ["c", "a", "b", "c", "a"])
    rotation.advance = .calendar
    #expect(try people(rotation) == ["c", "a", "b", "b", "c"])
    let byDefault = Rotation(
      unit: .day, zone: "UTC", anchor: local("2026-03-05T09:00"), slots: [], weekdays: .workdays)
    #expect(byDefault.advance == .activeDays)
  }

  @Test func `pieces of one turn that touch are one shift`() throws {
    var rotation = rotation()
    rotation.anchor = local("2026-03-02T09:00")  // a Monday
    rotation.weekdays = .workdays
    let range = Period(at("2026-03-02T08:00:00Z"), at("2026-03-16T08:00:00Z"))
    let shifts = try turns(rotation).shifts(in: range)
    #expect(
      shifts.map(\.period) == [
        Period(at("2026-03-02T08:00:00Z"), at("2026-03-07T08:00:00Z")),
        Period(at("2026-03-09T08:00:00Z"), at("2026-03-14T08:00:00Z")),
      ])
  }

  @Test func `elapsed hours drift on the clock and stay equally long`() throws {
    var rotation = rotation(.hour, length: 12)
    rotation.clock = .elapsed
    rotation.anchor = local("2026-03-28T09:00")
    let turns = try turns(rotation)
    #expect((0...4).allSatisfy { turns.turn($0).period.milliseconds == 12 * Instant.hour })
    #expect(turns.zone.local(turns.turn(2).period.start) == local("2026-03-29T10:00"))
  }

  @Test func `a rotation that cannot be is refused in words`() {
    func refused(_ change: (inout Rotation) -> Void, _ words: String) {
      var rotation = rotation()
      #expect(throws: Never.self) { try rotation.check() }
      change(&rotation)
      let problem = #expect(throws: RotationProblem.self) { try rotation.check() }
      #expect(problem?.description == words)
    }
    refused({ $0.length = 0 }, "a turn cannot last 0 units; write a number from 1 to 10000")
    refused({ $0.slots = [] }, "the rotation has nobody in it; name at least one person")
    refused({ $0.slots[1] = [] }, "slot 2 of the rotation is empty; name a person or drop it")
    refused(
      { $0.duration = 0 },
      "a shift cannot last 0 seconds; leave the duration out for the whole turn")
    refused(
      { $0.weekdays = [] },
      "no day is enabled, so there would never be a shift; name at least one day")
    refused({ $0.monthDays = [32] }, "there is no day 32 of a month; write a number from 1 to 31")
    refused(
      { $0.turnStart = .dayOfMonth(1) },
      "only a rotation of months can change on a fixed day of the month")
    refused(
      { $0.advance = .activeDays },
      "only a rotation of days with weekdays can count active days; use calendar days")
    refused(
      { $0.clock = .elapsed }, "only a rotation of hours can count elapsed time; use the wall clock"
    )
  }

  @Test func `no definition makes it trap`() throws {
    for number in [Int.min, -1, 0, 1, Int.max] {
      var rotation = rotation(.month, length: number)
      rotation.offset = number
      rotation.duration = number
      rotation.turnStart = .dayOfMonth(number)
      rotation.monthDays = [number]
      let turns = try turns(rotation)
      _ = turns.turn(number)
      _ = turns.turn(at: Instant(milliseconds: Int64(number)))
      _ = turns.people(at: Instant(milliseconds: Int64(number)))
    }
  }

  @Test func `a typed time that is not one instant is refused with both`() throws {
    let zone = try SystemZones.zone("Europe/Copenhagen")
    #expect(try zone.instant(typed: local("2026-03-28T02:30")) == at("2026-03-28T01:30:00Z"))
    let skipped = #expect(throws: UnclearTime.self) {
      try zone.instant(typed: local("2026-03-29T02:30"))
    }
    #expect(
      skipped?.description
        == "2026-03-29T02:30 does not exist in Europe/Copenhagen, the clocks jump over it; "
        + "write 2026-03-29T00:30:00Z or 2026-03-29T01:30:00Z")
    let twice = #expect(throws: UnclearTime.self) {
      try zone.instant(typed: local("2026-10-25T02:30"))
    }
    #expect(
      twice?.description
        == "2026-10-25T02:30 comes twice in Europe/Copenhagen; write 2026-10-25T00:30:00Z "
        + "for the first or 2026-10-25T01:30:00Z for the second")
  }
}
