import Domain
import Support

@testable import Commands

/// Schedules with everything that a file can say.
struct RandomSchedule {
  var random: SeededRandom
  private var lastID: UInt64 = 1000

  static let zones = ["UTC", "America/New_York", "Australia/Lord_Howe", "Europe/Copenhagen"]
  static let handles = [
    "ana", "ben", "cy", "dee", "null", "7up", "o'neill", "作者", "yes", "-x",
  ]

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  static func person(_ index: Int) -> EntityID { EntityID(high: 1, low: UInt64(index)) }

  static func handle(of id: EntityID) -> String? {
    id.high == 1 && id.low < UInt64(handles.count) ? handles[Int(id.low)] : nil
  }

  static func id(of handle: String) -> EntityID? { handles.firstIndex(of: handle).map(person) }

  mutating func file() -> ScheduleFile {
    var schedule = Schedule(
      id: EntityID(high: 2, low: 1), name: random.chance(50) ? "s" : note(),
      role: random.chance(50) ? "" : "primary", team: random.chance(50) ? nil : person(),
      zone: zone(), target: windows(30), versions: [])
    schedule.versions = (0..<number(0...3)).map { index in
      Schedule.Version(
        effectiveFrom: index == 0 && random.chance(80) ? nil : instant(index), layers: layers())
    }
    schedule.overrides = (0..<number(0...4)).map { _ in override() }
    schedule.fixedPlans = (0..<number(0...2)).map { _ in fixedPlan() }
    let absences = (0..<number(0...2)).map { _ in
      Absence(id: id(), person: person(), period(), note: random.chance(50) ? "" : note())
    }
    return ScheduleFile(handle: "s", schedule: schedule, absences: absences)
  }

  private mutating func layers() -> [Layer] {
    let isUnion = random.chance(30)
    return (0..<number(0...3)).map { index in
      let source: Layer.Source =
        switch number(0...4) {
        case 0: .people(people(1...3))
        case 1: .shifts((0..<number(1...3)).map { _ in SingleShift(people(1...2), period()) })
        default: .rotation(rotation())
        }
      return Layer(
        id: EntityID(high: 3, low: UInt64(index)), name: "layer \(index)",
        priority: isUnion ? 0 : number(-1...2), isShadow: random.chance(20), windows: windows(40),
        source: source)
    }
  }

  private mutating func rotation() -> Rotation {
    let unit = Rotation.Unit.allCases.randomElement(using: &random) ?? .day
    var rotation = Rotation(
      unit: unit, length: number(1...40), zone: zone(),
      anchor: LocalTime(
        seconds: Int64(number(20_000...21_000)) * 86_400 + Int64(number(0...86_399))),
      slots: (0..<number(1...4)).map { _ in people(1...2) }, offset: number(-3...3),
      weekdays: random.chance(40) ? weekdays() : nil)
    if random.chance(30) { rotation.duration = number(1...400_000) }
    if random.chance(20) { rotation.monthDays = Set((0..<4).map { _ in number(1...31) }) }
    if unit == .day, rotation.weekdays != nil, random.chance(50) { rotation.advance = .calendar }
    if unit == .week, random.chance(50) {
      rotation.turnStart = .weekday(Weekday.allCases.randomElement(using: &random) ?? .monday)
    }
    if unit == .month, random.chance(50) { rotation.turnStart = .dayOfMonth(number(1...31)) }
    if unit == .hour, random.chance(50) { rotation.clock = .elapsed }
    if random.chance(30) { rotation.occurs = .firstUnit }
    if random.chance(30) { rotation.effectiveFrom = instant(0) }
    if random.chance(30) { rotation.until = instant(1) }
    return rotation
  }

  private mutating func override() -> Override {
    let one = number(0...4)
    let kind: Override.Kind =
      switch number(0...3) {
      case 0: .cover(people(0...2))
      case 1: .remove(RandomSchedule.person(one))
      case 2: .add(people(1...2))
      default: .replace(RandomSchedule.person(one), with: RandomSchedule.person(one + 1))
      }
    return Override(
      id: id(), kind, period(), priority: random.chance(30) ? number(-2...2) : 0,
      note: random.chance(50) ? "" : note())
  }

  private mutating func fixedPlan() -> FixedPlan {
    FixedPlan(
      id: id(), period(),
      shifts: (0..<number(0...3)).map { _ in PersonShift(person(), period()) },
      fallback: random.chance(50) ? person() : nil)
  }

  /// Windows of which no two overlap: at most one of each zone.
  private mutating func windows(_ chance: Int) -> [Window] {
    guard random.chance(chance) else { return [] }
    return RandomSchedule.zones.shuffled(using: &random).prefix(number(1...2)).map { zone in
      Window(weekdays: random.chance(10) ? [] : weekdays(), start: time(), end: time(), zone: zone)
    }
  }

  /// Instants that grow with their number.
  private mutating func instant(_ year: Int) -> Instant {
    Instant(seconds: 1_750_000_000 + Int64(year) * 31_557_600 + Int64(number(0...31_000_000)))
  }

  private mutating func period() -> Period {
    let start = instant(0)
    return Period(start, start.advanced(by: Int64(number(1...999_999_999))))
  }

  private mutating func note() -> String {
    let parts = [
      "why", ": ", "*x", "&y", "\"", "'", "\n", "#", "作者", "🎉", "\t", "- ", "null", "\\", "\u{85}",
    ]
    return (0..<number(1...5)).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
  }

  private mutating func people(_ count: ClosedRange<Int>) -> [EntityID] {
    let shuffled = RandomSchedule.handles.indices.shuffled(using: &random)
    return shuffled.prefix(number(count)).map(RandomSchedule.person)
  }

  private mutating func person() -> EntityID { people(1...1)[0] }

  private mutating func weekdays() -> Weekdays { Weekdays(rawValue: UInt8(number(1...127))) }

  private mutating func time() -> TimeOfDay {
    TimeOfDay(seconds: random.chance(80) ? number(0...95) * 900 : number(0...86_399))
  }

  private mutating func zone() -> String {
    RandomSchedule.zones.randomElement(using: &random) ?? "UTC"
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func id() -> EntityID {
    lastID += 1
    return EntityID(high: 4, low: lastID)
  }
}
