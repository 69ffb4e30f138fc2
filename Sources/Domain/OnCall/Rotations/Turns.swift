/// The turns of a rotation on the clocks of its zone, by rules R1 to R6.
///
/// Everything is compared as instants, never as readings of a clock (R4): at
/// the second 01:15 of a night that repeats an hour, the handoff of 01:30 has
/// already happened.
public struct Turns: Sendable {
  /// The definition.
  public let rotation: Rotation
  /// The zone the rotation names.
  public let zone: Zone
  let count: TurnCount
  /// Units of a turn, within bounds whatever the definition says.
  let length: Int
  private let elapsedAnchor: Instant?

  /// The turns of a rotation in the zone it names.
  public init(_ rotation: Rotation, in zone: Zone) {
    self.rotation = rotation
    self.zone = zone
    length = min(max(rotation.length, 1), Rotation.mostLength)
    count = TurnCount(rotation, length: length)
    let isElapsed = rotation.clock == .elapsed && rotation.unit == .hour
    elapsedAnchor = isElapsed ? zone.first(of: rotation.anchor) : nil
  }

  /// The turns of a rotation, its zone taken from a catalogue; throws when that lacks it.
  public init(_ rotation: Rotation, zones: ZoneCatalog) throws(ZoneError) {
    self.init(rotation, in: try zones.zone(rotation.zone))
  }

  /// The turn that runs at an instant: the last one that has begun.
  public func turn(at instant: Instant) -> Turn {
    var cursor = ZoneCursor(zone)
    return turn(at: instant, &cursor)
  }

  /// The turn with a number; numbers are held within 67 million.
  public func turn(_ index: Int) -> Turn {
    let index = min(max(index, -1 << 26), 1 << 26)
    var cursor = ZoneCursor(zone)
    return Turn(
      index: index,
      period: Period(start(ofTurn: index, &cursor), start(ofTurn: index + 1, &cursor)))
  }

  /// The handoffs inside a period in order; those that coincide in a gap count once.
  public func handoffs(in period: Period) -> [Instant] {
    var cursor = ZoneCursor(zone)
    var handoffs: [Instant] = []
    var turn = turn(at: period.start, &cursor)
    if turn.period.start == period.start { handoffs.append(period.start) }
    while turn.period.end < period.end {
      handoffs.append(turn.period.end)
      turn = self.turn(at: turn.period.end, &cursor)
    }
    return handoffs
  }

  func turn(at instant: Instant, _ cursor: inout ZoneCursor) -> Turn {
    let instant = min(max(instant, .distantPast), .distantFuture)
    var index: Int
    if let elapsedAnchor {
      index = Int(
        (instant.milliseconds - elapsedAnchor.milliseconds)
          .floored(by: Int64(length) * Instant.hour))
    } else {
      index = count.turn(at: cursor.local(instant))
    }
    var start = start(ofTurn: index, &cursor)
    while start > instant {
      index -= 1
      start = self.start(ofTurn: index, &cursor)
    }
    var end = self.start(ofTurn: index + 1, &cursor)
    while end <= instant {
      index += 1
      start = end
      end = self.start(ofTurn: index + 1, &cursor)
    }
    return Turn(index: index, period: Period(start, end))
  }

  /// The instant of a handoff: the first occurrence of its local time, or the end of the gap (R2).
  func start(ofTurn index: Int, _ cursor: inout ZoneCursor) -> Instant {
    elapsedStart(ofTurn: index, unit: 0) ?? cursor.first(of: count.start(ofTurn: index, unit: 0))
  }

  /// The start of a unit where hours count as they pass (R5); nil where they count on the clock.
  func elapsedStart(ofTurn index: Int, unit: Int) -> Instant? {
    elapsedAnchor?.advanced(by: Int64(index * length + unit) * Instant.hour)
  }
}
