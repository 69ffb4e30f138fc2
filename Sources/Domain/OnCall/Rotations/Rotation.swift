/// Who takes turns, how long a turn is, and where the count begins.
///
/// Turn k begins at `anchor + k * length * unit` on the wall calendar of the
/// zone and ends where turn k + 1 begins; no length is stored, so that neither
/// a hole nor an overlap can arise at a clock change. Turn k belongs to slot
/// `(k + offset) mod slots.count`, before the anchor too.
///
/// A rotation may give less than its whole turn: shifts of a `duration`, only
/// on some `weekdays` or `monthDays`, or only in the first unit of each turn.
public struct Rotation: Sendable, Equatable, Codable {
  /// What turns are counted in.
  public var unit: Unit
  /// How many units a turn lasts, 1...`mostLength`.
  public var length: Int
  /// The IANA name of the zone whose clocks count.
  public var zone: String
  /// The start of turn 0, a local time of the zone.
  public var anchor: LocalTime
  /// Whose turn it is in order: a slot is one person or several who serve together.
  public var slots: [[EntityID]]
  /// Which slot has turn 0, counted on; chosen anew when the slots are edited.
  public var offset: Int
  /// How long each shift lasts on the clock, in seconds; nil is until the next one.
  public var duration: Int?
  /// No shift before this instant; a running one is cut.
  public var effectiveFrom: Instant?
  /// No shift from this instant on; a running one is cut.
  public var until: Instant?
  /// Days on which shifts start; nil is every day.
  public var weekdays: Weekdays?
  /// Days of the month on which shifts start, 1...31; nil is every day.
  public var monthDays: Set<Int>?
  /// Where turns of weeks and months change when not at the anchor's own day.
  public var turnStart: TurnStart
  /// Whether days off count as days of a turn.
  public var advance: Advance
  /// Which units of a turn have a shift.
  public var occurs: Occurrence
  /// Whether hours are counted on the clock or as they pass.
  public var clock: Clock

  /// What turns are counted in; months from the anchor's, the day clamped to the month's last.
  public enum Unit: String, Sendable, CaseIterable, Codable {
    case hour, day, week, month
  }

  /// Where a turn changes.
  public enum TurnStart: Sendable, Hashable, Codable {
    /// At the anchor's own weekday or day of the month.
    case anchor
    /// On a weekday at the anchor's time; turn 0 is the one that holds the anchor. Weeks only.
    case weekday(Weekday)
    /// On a day of the month, 1...31, at the anchor's time, clamped as ever. Months only.
    case dayOfMonth(Int)
  }

  /// What a turn of days counts.
  public enum Advance: String, Sendable, CaseIterable, Codable {
    /// Every day, on duty or off.
    case calendar
    /// Only days in `weekdays`, so that a weekend burns nobody's turn.
    case activeDays
  }

  /// Which units of a turn have a shift.
  public enum Occurrence: String, Sendable, CaseIterable, Codable {
    case everyUnit
    /// "Every two weeks" of a calendar: the first week of each turn of two.
    case firstUnit
  }

  /// How hours are counted.
  public enum Clock: String, Sendable, CaseIterable, Codable {
    /// Handoffs stay at the same hour all year.
    case wall
    /// Every turn is equally long, and the hour drifts at clock changes. Hours only.
    case elapsed
  }

  /// The longest turn in units.
  public static let mostLength = 10_000

  /// A rotation; `advance` is active days when nil is given for days with some off.
  public init(
    unit: Unit, length: Int = 1, zone: String, anchor: LocalTime, slots: [[EntityID]],
    offset: Int = 0, duration: Int? = nil, effectiveFrom: Instant? = nil, until: Instant? = nil,
    weekdays: Weekdays? = nil, monthDays: Set<Int>? = nil, turnStart: TurnStart = .anchor,
    advance: Advance? = nil, occurs: Occurrence = .everyUnit, clock: Clock = .wall
  ) {
    self.unit = unit
    self.length = length
    self.zone = zone
    self.anchor = anchor
    self.slots = slots
    self.offset = offset
    self.duration = duration
    self.effectiveFrom = effectiveFrom
    self.until = until
    self.weekdays = weekdays
    self.monthDays = monthDays
    self.turnStart = turnStart
    self.advance = advance ?? (unit == .day && weekdays != nil ? .activeDays : .calendar)
    self.occurs = occurs
    self.clock = clock
  }

  /// The slot that has a turn: floor modulo; nil when there are no slots.
  public func slot(ofTurn index: Int) -> Int? {
    slots.isEmpty ? nil : (index &+ offset).flooredRemainder(dividingBy: slots.count)
  }

  /// Who has a turn; nobody when there are no slots.
  public func people(ofTurn index: Int) -> [EntityID] {
    slot(ofTurn: index).map { slots[$0] } ?? []
  }

  /// Everybody in the slots, each once, in order.
  public var people: [EntityID] {
    var seen: Set<EntityID> = []
    return slots.joined().filter { seen.insert($0).inserted }
  }
}

/// One turn of a rotation; `Rotation.slot(ofTurn:)` says whose it is.
public struct Turn: Sendable, Hashable, Codable {
  /// 0 is the turn that begins at the anchor, -1 the one before.
  public let index: Int
  /// From its handoff to the next; empty when both fall into one gap of the clocks (R3).
  public let period: Period
}

/// What of a turn is on duty without a break, its edges not cut by any range asked for.
public struct TurnShift: Sendable, Hashable {
  /// The turn it belongs to.
  public let turn: Turn
  /// From when until when.
  public let period: Period
}
