import Canvas
import Domain

/// Where the on-call tab stands: how much time is in sight, since when, and what is chosen in it.
///
/// What is drawn follows from it and from the watch bill; it is worked out when one of the two,
/// the width or the minute changes, never while drawing.
struct Rota: Sendable, Equatable {
  /// How much time is in sight.
  enum Zoom: Int, Sendable, CaseIterable {
    case day, week, fortnight, month

    var days: Int {
      switch self {
      case .day: 1
      case .week: 7
      case .fortnight: 14
      case .month: 35
      }
    }

    var name: String {
      switch self {
      case .day: "a day"
      case .week: "a week"
      case .fortnight: "two weeks"
      case .month: "five weeks"
      }
    }

    /// A day the time in sight may begin with, at or before another: a Monday where there are weeks.
    func firstDay(showing day: Int) -> Int {
      self == .day ? day : day - Weekday(daysSinceEpoch: day).rawValue
    }
  }

  /// What is chosen on the lane under the cursor: the piece that holds a moment, of a person.
  struct Choice: Sendable, Equatable {
    var at: Instant
    /// Whose, where several are on call at once; nil for whoever comes first.
    var person: EntityID?
  }

  var zoom = Zoom.fortnight
  /// The first day in sight, as days since 1970-01-01; nil while now is followed.
  var firstDay: Int?
  /// What is chosen; nil for whoever is on call now.
  var choice: Choice?
  /// Whether the paper stands over the lanes, for windows without room for both.
  var isReading = false
  /// The first lane in sight.
  var top = 0
  var ruler: RotaRuler?
  /// What is in sight, in words.
  var title = ""
  /// The two lines over the lanes.
  var scale: [StyledLine] = []
  /// What is chosen, in one line, where no paper tells it.
  var words = ""
  /// Who is on call now on each schedule, in the order of the rows of the tab.
  var duties: [RotaDuty] = []
  /// What duties were made from.
  var dutyBasis: PagerBasis?
  /// In the order of the duties.
  var lanes: [RotaLane] = []
  var basis: Basis?
  /// Who carried how much of a schedule over 13 weeks, as far as it was looked at.
  var loads: [EntityID: WatchLoad] = [:]
  /// What is told of the schedule under the cursor, and what it was made from.
  var schedulePaper: [StyledLine] = []
  var scheduleBasis: TabBasis?
  /// What the loads were counted from.
  var loadBasis: PagerBasis?

  /// What lanes are made from.
  struct Basis: Sendable, Equatable {
    var revision: Int
    /// Today and the column of now: the minute alone changes nothing that is drawn of a lane.
    var today: Int
    var column: Int
    var width: Int
    var zoom: Zoom
    var firstDay: Int?
    var me: EntityID?
    var isASCII: Bool
  }

  /// The lane of a schedule.
  func lane(of schedule: EntityID) -> RotaLane? { lanes.first { $0.schedule == schedule } }

  /// The piece of a lane that is chosen, by its place among the pieces; nil when there is none.
  func chosenPlace(on lane: RotaLane, now: Instant) -> Int? {
    let choice = choice ?? Choice(at: now)
    let pieces = lane.pieces
    return pieces.firstIndex { $0.period.contains(choice.at) && $0.person == choice.person }
      ?? pieces.firstIndex { $0.period.contains(choice.at) }
      ?? pieces.firstIndex { $0.period.start > choice.at }
      ?? pieces.indices.last
  }

  /// How many rows scale, lanes and what is said below them would take.
  ///
  /// - Parameter isLow: whether rows are few, so that the title goes.
  func wantedHeight(isLow: Bool) -> Int {
    (isLow ? 2 : 3) + lanes.reduce(0) { $0 + $1.height } + 1
  }
}

/// The time in sight, in columns.
struct RotaRuler: Sendable, Equatable {
  var period: Period
  var width: Int
  /// The zone of whoever looks: days begin at its midnights.
  var zone: Zone
  /// Each day in sight with its first instant; one more at the end.
  var days: [(day: Int, start: Instant)]

  init(firstDay: Int, days count: Int, width: Int, zone: Zone) {
    days = (0...count).map { step in
      let day = firstDay + step
      return (day, zone.first(of: LocalTime(seconds: Int64(day) * 86_400)))
    }
    period = Period(days[0].start, days[count].start)
    self.width = max(1, width)
    self.zone = zone
  }

  /// The column in which an instant lies; left or right of all when it is out of sight.
  func column(of instant: Instant) -> Int {
    let passed = instant.milliseconds - period.start.milliseconds
    guard instant < period.end else { return width }
    guard passed >= 0 else { return -1 }
    return Int(passed * Int64(width) / max(1, period.milliseconds))
  }

  /// The columns of a period, one at least when anything of it is in sight.
  func columns(of other: Period) -> Range<Int> {
    let part = other.intersection(period)
    guard !part.isEmpty else { return 0..<0 }
    let start = column(of: part.start)
    return start..<max(start + 1, column(of: part.end))
  }

  static func == (a: RotaRuler, b: RotaRuler) -> Bool {
    a.period == b.period && a.width == b.width && a.zone.name == b.zone.name
  }
}
