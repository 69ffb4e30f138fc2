import Domain
import Support
import Testing

/// Schedules of every shape, for properties that hold for all of them.
struct RandomSchedule {
  var random: SeededRandom
  private var lastID = 0

  static let zones = ["UTC", "America/New_York", "Australia/Lord_Howe", "Europe/Copenhagen"]
  static let people = (1...6).map { VectorName.id("p\($0)") }
  /// A year around which everything is planned, clock changes of all the zones included.
  static let year = Period(at("2025-01-01T00:00:00Z"), at("2026-01-01T00:00:00Z"))

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  mutating func schedule() -> Schedule {
    var versions = [Schedule.Version(layers: layers())]
    while random.chance(25) {
      versions.append(Schedule.Version(effectiveFrom: instant(), layers: layers()))
    }
    var schedule = Schedule(
      id: id(), name: "random", zone: zone(), versions: versions,
      overrides: (0..<number(0...6)).map { _ in override() })
    if random.chance(20) { schedule.fixedPlans = (0..<number(1...2)).map { _ in fixedPlan() } }
    if random.chance(20) { schedule.ledger = ledger() }
    return schedule
  }

  mutating func barred() -> Barred {
    guard random.chance(30) else { return Barred() }
    return Barred(since: [person(): random.chance(50) ? RandomSchedule.year.start : instant()])
  }

  mutating func instant() -> Instant {
    let year = RandomSchedule.year
    let minutes = Int64.random(in: 0..<year.milliseconds / Instant.minute, using: &random)
    return year.start.advanced(by: minutes * Instant.minute)
  }

  mutating func period(hours: ClosedRange<Int> = 1...200) -> Period {
    let start = instant()
    return Period(start, start.advanced(by: Int64(number(hours)) * Instant.hour))
  }

  mutating func rotation() -> Rotation {
    let unit = Rotation.Unit.allCases.randomElement(using: &random) ?? .day
    let length = unit == .hour ? number(1...36) : number(1...3)
    var rotation = Rotation(
      unit: unit, length: length, zone: zone(), anchor: localTime(),
      slots: (0..<number(1...4)).map { _ in
        random.chance(80)
          ? [person()] : Array(RandomSchedule.people.shuffled(using: &random).prefix(2))
      }, offset: number(-5...5))
    if random.chance(30) { rotation.duration = number(1...48) * 1800 }
    if random.chance(30) { rotation.weekdays = weekdays() }
    if random.chance(5) { rotation.monthDays = Set((0..<8).map { _ in number(1...31) }) }
    if unit == .day, rotation.weekdays != nil, random.chance(60) { rotation.advance = .activeDays }
    if unit == .week, random.chance(30) {
      rotation.turnStart = .weekday(Weekday.allCases.randomElement(using: &random) ?? .monday)
    }
    if unit == .month, random.chance(30) { rotation.turnStart = .dayOfMonth(number(1...31)) }
    if unit == .hour, random.chance(30) { rotation.clock = .elapsed }
    if random.chance(20) { rotation.occurs = .firstUnit }
    if random.chance(10) { rotation.effectiveFrom = instant() }
    if random.chance(10) {
      rotation.until = max(
        instant(), (rotation.effectiveFrom ?? .init(milliseconds: 0)).advanced(by: 1))
    }
    return rotation
  }

  mutating func override() -> Override {
    let kind: Override.Kind =
      switch number(0...4) {
      case 0: .cover(random.chance(20) ? [] : [person()])
      case 1: .remove(person())
      case 2: .add([person()])
      default: .replace(person(), with: person())
      }
    return Override(
      id: id(), kind, period(), priority: random.chance(20) ? number(0...2) : 0,
      sequence: random.chance(80) ? Int64(number(0...50)) : nil)
  }

  private mutating func layers() -> [Layer] {
    (0..<number(1...3)).map { index in
      let source: Layer.Source =
        switch number(0...9) {
        case 0: .people([person()])
        case 2: .calendar(calendar())
        case 1: .shifts((0..<number(1...5)).map { _ in SingleShift([person()], period()) })
        default: .rotation(rotation())
        }
      return Layer(
        id: VectorName.id("layer \(index)"), name: "layer \(index)", priority: number(0...2),
        isShadow: random.chance(10),
        windows: random.chance(40) ? (0..<number(1...2)).map { _ in window() } : [], source: source)
    }
  }

  private mutating func calendar() -> ImportedCalendar {
    let rules = ["DAILY;INTERVAL=2", "WEEKLY;BYDAY=MO,TH", "MONTHLY;BYDAY=-1FR", "DAILY;COUNT=40"]
    var text = "BEGIN:VCALENDAR\n"
    for _ in 0..<number(1...2) {
      text += "BEGIN:VEVENT\nUID:x\nSUMMARY:p\(number(0...6))\n"
      text += "DTSTART;TZID=\(zone()):202503\(number(10...31))T\(number(10...23))3000\n"
      text += "DURATION:PT\(number(1...60))H\nRRULE:FREQ=\(rules[number(0...3)])\nEND:VEVENT\n"
    }
    let reader = CalendarReader(zone: "UTC") { RandomSchedule.zones.contains($0) }
    let people = RandomSchedule.people.map { Person(id: $0, handle: VectorName.name($0), name: "") }
    do {
      return try reader.read(Array((text + "END:VCALENDAR\n").utf8)).matched(to: people)
    } catch {
      Testing.Issue.record("\(error)")
      return ImportedCalendar()
    }
  }

  private mutating func window() -> Window {
    Window(
      weekdays: weekdays(), start: time(), end: random.chance(15) ? .midnight : time(), zone: zone()
    )
  }

  private mutating func fixedPlan() -> FixedPlan {
    let whole = period()
    return FixedPlan(
      id: id(), whole,
      shifts: (0..<number(0...3)).map { _ in
        let start = whole.start.advanced(by: Int64(number(-5...100)) * Instant.hour)
        return PersonShift(
          person(), Period(start, start.advanced(by: Int64(number(1...60)) * Instant.hour)))
      }, fallback: random.chance(50) ? person() : nil)
  }

  private mutating func ledger() -> Ledger {
    let closing = instant()
    return Ledger(
      closedUntil: closing,
      shifts: (0..<number(0...4)).map { index in
        let start = closing.advanced(by: -Int64(number(1...500)) * Instant.hour)
        let end = min(start.advanced(by: Int64(number(1...100)) * Instant.hour), closing)
        return Ledger.Entry(person: person(), start: start, end: random.chance(20) ? nil : end)
      })
  }

  private mutating func weekdays() -> Weekdays {
    Weekdays(rawValue: UInt8(number(random.chance(10) ? 0...127 : 1...127)))
  }

  private mutating func localTime() -> LocalTime {
    let minute = Int64(number(0...365 * 24 * 4)) * 15
    return LocalTime("2025-01-01T00:00").map { $0.advanced(by: minute * 60) }
      ?? LocalTime(seconds: 0)
  }

  private mutating func time() -> TimeOfDay { TimeOfDay(seconds: number(0...95) * 900) }

  private mutating func zone() -> String {
    RandomSchedule.zones.randomElement(using: &random) ?? "UTC"
  }

  private mutating func person() -> EntityID {
    RandomSchedule.people.randomElement(using: &random) ?? VectorName.id("p1")
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func id() -> EntityID {
    lastID += 1
    return VectorName.id("id \(lastID)")
  }
}
