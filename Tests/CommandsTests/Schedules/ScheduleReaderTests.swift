import Domain
import Testing

@testable import Commands

/// What a schedule file means.
@Suite struct ScheduleReaderTests {
  private let book = ScheduleFixture.book()

  private func read(_ text: String) throws -> ScheduleFile {
    try ScheduleReader(book.world).read(Array(text.utf8))
  }

  private func person(_ handle: String) -> EntityID {
    book.world.person(handle) ?? EntityID(high: 9, low: 9)
  }

  /// The one rotation of a file with these fields in it.
  private func rotation(_ fields: String) throws -> Rotation {
    let file = try read(
      """
      schedule: s
      zone: Europe/Copenhagen
      layers:
        - {name: l, rotation: {anchor: 2026-01-05T09:00, participants: [ana, ben], \(fields)}}
      """)
    guard case .rotation(let rotation) = file.schedule.versions.first?.layers.first?.source else {
      throw ScheduleFault(YAMLTree.Place(line: 0, column: 0), "no rotation")
    }
    return rotation
  }

  @Test func `a whole file is read`() throws {
    let file = try read(ScheduleFixture.full)
    let schedule = file.schedule
    #expect(file.handle == "api-primary" && schedule.name == "api-primary")
    #expect(schedule.zone == "America/New_York" && schedule.team == book.world.team("api"))
    #expect(schedule.overrides.count == 2 && file.absences.isEmpty && schedule.fixedPlans.isEmpty)
    let layers = try #require(schedule.versions.first).layers
    #expect(layers.map(\.name) == ["week", "lead"] && layers.map(\.priority) == [1, 0])
    #expect(layers[1].source == .people([person("eve")]))
    #expect(
      layers[0].windows == [
        Window(
          weekdays: .workdays, start: TimeOfDay(seconds: 9 * 3600),
          end: TimeOfDay(seconds: 18 * 3600), zone: "America/New_York")
      ])
    let anchor = try #require(LocalTime("2026-01-05T09:00"))
    #expect(
      layers[0].source
        == .rotation(
          Rotation(
            unit: .week, zone: "America/New_York", anchor: anchor,
            slots: [[person("ana")], [person("ben")], [person("cy"), person("dee")]],
            duration: 8 * 3600, effectiveFrom: at("2026-01-05T14:00:00Z"), weekdays: .workdays)))
    #expect(
      schedule.overrides.map(\.kind) == [
        .replace(person("ana"), with: person("ben")), .cover([]),
      ])
    #expect(
      schedule.overrides[1].period
        == Period(at("2026-02-03T14:00:00Z"), at("2026-02-03T16:00:00Z")))
    #expect(schedule.overrides[0].id < schedule.overrides[1].id)
  }

  @Test func `a rotation takes everything the domain does`() throws {
    let day = try rotation("unit: day, weekdays: [mon, Tuesday, WE], offset: -2, length: 3")
    #expect(day.advance == .activeDays && day.weekdays?.count == 3)
    #expect(day.offset == -2 && day.length == 3 && day.zone == "Europe/Copenhagen")
    #expect(try rotation("unit: day, weekdays: [MO], advance: calendar").advance == .calendar)
    #expect(try rotation("unit: week, weekdays: [MO], advance: active_days").advance == .calendar)
    #expect(try rotation("unit: hour, mode: elapsed").clock == .elapsed)
    #expect(try rotation("unit: month, turn_starts_on: 31").turnStart == .dayOfMonth(31))
    #expect(try rotation("unit: week, turn_starts_on: sun").turnStart == .weekday(.sunday))
    #expect(try rotation("unit: week, occurs: first_unit, length: 2").occurs == .firstUnit)
    #expect(try rotation("unit: day, month_days: [1, 15, 31]").monthDays == [1, 15, 31])
    #expect(try rotation("unit: day, duration: P1DT2H30M").duration == 95_400)
    let limits = try rotation(
      "unit: day, zone: Asia/Tokyo, effective_from: 2026-02-01T00:00, until: 2026-03-01T00:00+01:00"
    )
    #expect(limits.effectiveFrom == at("2026-01-31T15:00:00Z"))
    #expect(limits.until == at("2026-02-28T23:00:00Z"))
  }

  @Test func `union puts every layer at one priority`() throws {
    let text = """
      schedule: s
      zone: UTC
      combine: union
      layers: [{name: a, people: ana}, {name: b, people: [ben, cy], shadow: true}]
      """
    let layers = try #require(try read(text).schedule.versions.first).layers
    #expect(layers.map(\.priority) == [0, 0] && layers.map(\.isShadow) == [false, true])
    #expect(
      ScheduleFixture.fault(text.replacing("people: ana", with: "people: ana, priority: 1"))
        == "4:43: priority: means nothing with 'combine: union'; take one of the two out")
  }

  @Test func `versions, targets, shifts, absences and fixed plans are read`() throws {
    let file = try read(
      """
      schedule: s
      name: "The S"
      role: primary
      zone: Europe/Copenhagen
      target: {weekdays: [SA, SU], start: "22:00", end: "06:00"}
      versions:
        - layers: [{name: one, shifts: [{people: [ana, ben], from: 2026-01-01T00:00Z, to: 2026-01-02T00:00Z}]}]
        - effective_from: 2026-03-01T00:00
          layers: [{name: one, people: [cy]}]
      overrides:
        - {kind: remove, remove: [ana, ben], from: 2026-02-01T09:00, to: 2026-02-01T10:00}
        - {kind: add, people: cy, from: 2026-02-01T09:00, to: 2026-02-01T10:00, priority: 3, note: "why: so"}
      absences:
        - {person: "@ana", from: 2026-02-01T09:00, to: 2026-02-08T09:00, note: skiing}
      fixed_plans:
        - from: 2026-07-01T00:00
          to: 2026-08-01T00:00
          fallback: dee
          shifts: [{person: ana, from: 2026-07-01T00:00, to: 2026-07-02T00:00}]
      """)
    let schedule = file.schedule
    #expect(schedule.name == "The S" && schedule.role == "primary")
    #expect(
      schedule.target.map(\.description) == ["Saturday, Sunday 22:00-06:00 Europe/Copenhagen"])
    #expect(schedule.versions.map(\.effectiveFrom) == [nil, at("2026-02-28T23:00:00Z")])
    #expect(schedule.versions[0].layers[0].id == schedule.versions[1].layers[0].id)
    #expect(
      schedule.overrides.map(\.kind) == [
        .remove(person("ana")), .remove(person("ben")), .add([person("cy")]),
      ])
    #expect(schedule.overrides[2].priority == 3 && schedule.overrides[2].note == "why: so")
    #expect(file.absences.map(\.person) == [person("ana")])
    #expect(file.absences.map(\.note) == ["skiing"])
    let plan = try #require(schedule.fixedPlans.first)
    #expect(plan.fallback == person("dee") && plan.shifts.map(\.person) == [person("ana")])
    #expect(plan.period == Period(at("2026-06-30T22:00:00Z"), at("2026-07-31T22:00:00Z")))
  }

  @Test func `a value may be named once and used again`() throws {
    let file = try read(
      """
      schedule: s
      zone: UTC
      layers:
        - {name: "a*b", people: [ana], window: &hours {start: "09:00", end: "17:00"}}
        - {name: b, people: [ben], window: *hours}
      """)
    let layers = try #require(file.schedule.versions.first).layers
    #expect(layers[0].windows == layers[1].windows && layers[0].name == "a*b")
    #expect(
      ScheduleFixture.fault("schedule: *nobody")
        == "1:11: no value before is named &nobody; put a text that begins with * in quotes")
  }

  @Test func `an id in the file is kept`() throws {
    let id = "0195d1a0-0000-7000-8000-000000000001"
    let file = try read(
      "schedule: s\nzone: UTC\nlayers: [{name: a, id: \(id), people: [ana]}]")
    #expect(file.schedule.versions.first?.layers.first?.id.description == id)
  }

  @Test func `who is not in the workspace is said with who may be meant`() {
    var world = book.world
    world.person = { $0 == "anna" ? nil : self.person($0) }
    world.team = { _ in nil }
    world.people = ["ana", "ben"]
    func fault(_ text: String) -> String? {
      do throws(ScheduleFault) {
        _ = try ScheduleReader(world).read(Array(text.utf8))
        return nil
      } catch {
        return error.description
      }
    }
    #expect(
      fault("schedule: s\nzone: UTC\nlayers:\n- {name: a, people: [ben, anna]}")
        == "4:27: people: there is no person 'anna'; did you mean ana?")
    #expect(
      fault("schedule: s\nzone: UTC\nteam: web\nlayers: []")
        == "3:7: team: there is no team 'web'; add it with 'watchbill team add web'")
  }
}
