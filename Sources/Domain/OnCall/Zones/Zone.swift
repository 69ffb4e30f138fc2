/// When clocks change in one place: the IANA zone of a name, as pure data.
///
/// It is read once from TZif bytes and looked up by binary search; the rule for
/// the far future is unrolled over 400 years, after which the calendar repeats
/// to the day, so that a look-up has no other case. All offsets are seconds
/// east of UTC.
public struct Zone: Sendable, Equatable {
  /// The name it was asked for by: `Europe/Copenhagen`.
  public let name: String

  /// Instants in seconds at which the offset changes, ascending.
  let changes: [Int64]
  /// The offset of each stretch: `offsets[i]` holds before `changes[i]`, the last one after all.
  let offsets: [Int32]
  /// From here on instants are taken 400 years back, as often as needed; nil without a rule.
  let horizon: Int64?

  /// The Gregorian calendar repeats after 146,097 days, which are whole weeks.
  static let cycle: Int64 = 146_097 * 86_400
  /// No zone is further from UTC than this, by RFC 9636: -24:59:59 to +25:59:59.
  static let mostOffset: Int64 = 26 * 3600

  init(name: String, changes: [Int64], offsets: [Int32], horizon: Int64?) {
    self.name = name
    self.changes = changes
    self.offsets = offsets
    self.horizon = horizon
  }

  /// Coordinated Universal Time, which needs no data.
  public static let utc = Zone(name: "UTC", changes: [], offsets: [0], horizon: nil)

  /// How far clocks are ahead of UTC at an instant, in seconds.
  public func offset(at instant: Instant) -> Int {
    let folded = folded(instant.wholeSeconds)
    return Int(offsets[stretch(at: folded.seconds)])
  }

  /// What clocks show at an instant, whole seconds.
  public func local(_ instant: Instant) -> LocalTime {
    LocalTime(seconds: instant.wholeSeconds + Int64(offset(at: instant)))
  }

  /// One change of the clocks.
  public struct ClockChange: Sendable, Equatable {
    /// The first instant with the new offset.
    public let at: Instant
    /// The offset until then, seconds east of UTC.
    public let before: Int
    /// The offset from then on.
    public let after: Int

    /// What clocks would have shown without the change: `02:00` where 02:00-03:00 is skipped.
    public var reading: LocalTime { LocalTime(seconds: at.wholeSeconds + Int64(before)) }
  }

  /// The clock changes of a period, in order; of one without end the first 10,000.
  public func clockChanges(in period: Period) -> [ClockChange] {
    var found: [ClockChange] = []
    // The first change searched is one at the very start.
    var at = period.start.advanced(by: -1).wholeSeconds
    while found.count < 10_000 {
      let (seconds, shift) = folded(at)
      let index = stretch(at: seconds)
      guard index < changes.count else { break }
      at = changes[index] + shift
      let instant = Instant(seconds: at)
      guard instant < period.end else { break }
      found.append(
        ClockChange(
          at: instant, before: Int(offsets[index]), after: Int(offsets[index + 1])))
    }
    return found
  }

  /// The index of the stretch that holds an instant below the horizon: how many changes are past.
  func stretch(at seconds: Int64) -> Int {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The seconds taken back by whole cycles until they lie below the horizon, and by how many.
  func folded(_ seconds: Int64) -> (seconds: Int64, shift: Int64) {
    guard let horizon, seconds >= horizon else { return (seconds, 0) }
    let shift = ((seconds - horizon) / Zone.cycle + 1) * Zone.cycle
    return (seconds - shift, shift)
  }
}

extension Instant {
  /// Seconds since the Unix epoch, rounded down.
  var wholeSeconds: Int64 { milliseconds.floored(by: 1000) }
}
