/// A stretch of time from an instant up to, and not including, another.
public struct Period: Sendable, Hashable, Codable {
  /// The first instant inside.
  public var start: Instant
  /// The first instant after it; not later than `start` when the period is empty.
  public var end: Instant

  /// A period; one that ends before it starts is empty.
  public init(_ start: Instant, _ end: Instant) {
    self.start = start
    self.end = end
  }

  /// All of time.
  public static let always = Period(.distantPast, .distantFuture)

  /// Whether no instant lies inside.
  public var isEmpty: Bool { end <= start }

  /// How long it is in milliseconds; 0 when empty.
  public var milliseconds: Int64 {
    isEmpty ? 0 : end.milliseconds &- start.milliseconds
  }

  /// Whether an instant lies inside.
  public func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

  /// Whether the two have an instant in common.
  public func overlaps(_ other: Period) -> Bool { !intersection(other).isEmpty }

  /// What the two have in common; empty when nothing.
  public func intersection(_ other: Period) -> Period {
    Period(max(start, other.start), min(end, other.end))
  }
}

extension Period: CustomStringConvertible {
  /// Both ends in UTC: `2026-03-09T08:00:00Z to 2026-03-16T08:00:00Z`.
  public var description: String { "\(start.iso8601) to \(end.iso8601)" }
}

extension Instant {
  /// Before everything that can be planned: about the year -8000.
  public static let distantPast = Instant(milliseconds: -0x1_0000_0000_0000)
  /// After everything that can be planned: about the year 10,900.
  public static let distantFuture = Instant(milliseconds: 0x1_0000_0000_0000)
}

extension [Period] {
  /// The same instants as few periods in order: those that overlap or touch are one.
  public func united() -> [Period] {
    var united: [Period] = []
    for period in sorted(by: { $0.start < $1.start }) where !period.isEmpty {
      if let last = united.last, period.start <= last.end {
        united[united.count - 1].end = Swift.max(last.end, period.end)
      } else {
        united.append(period)
      }
    }
    return united
  }

  /// What of a period lies in none of these.
  public func remainder(of whole: Period) -> [Period] {
    var rest: [Period] = []
    var at = whole.start
    for period in united() where period.end > at {
      guard period.start < whole.end else { break }
      if period.start > at { rest.append(Period(at, period.start)) }
      at = period.end
    }
    if at < whole.end { rest.append(Period(at, whole.end)) }
    return rest
  }

  /// What of these periods lies in none of the others, in order.
  public func subtracting(_ others: [Period]) -> [Period] {
    united().flatMap { others.remainder(of: $0) }
  }

  /// What lies in these periods and in one of the others too, in order.
  public func intersecting(_ others: [Period]) -> [Period] {
    let others = others.united()
    return united().flatMap { period in
      others.map { period.intersection($0) }.filter { !$0.isEmpty }
    }
  }

  /// How long they are together in milliseconds, time that several share counted once.
  public var coveredMilliseconds: Int64 { united().reduce(0) { $0 + $1.milliseconds } }
}
