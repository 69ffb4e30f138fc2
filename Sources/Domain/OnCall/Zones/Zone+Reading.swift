extension Zone {
  /// What a local time means in a zone.
  public enum Reading: Sendable, Equatable {
    /// Clocks show it once.
    case once(Instant)
    /// Clocks never show it: they jump over it at this instant, which is what R2 makes of it.
    case skipped(Instant)
    /// Clocks show it twice (or more often), first and last at these instants.
    case repeated(Instant, Instant)

    /// The instant R2 chooses: the first occurrence, or the first instant after the gap.
    public var first: Instant {
      switch self {
      case .once(let instant), .skipped(let instant), .repeated(let instant, _): instant
      }
    }

    /// The instant at which R6 closes a window: the last occurrence, or the end of the gap.
    public var last: Instant {
      switch self {
      case .once(let instant), .skipped(let instant), .repeated(_, let instant): instant
      }
    }
  }

  /// What a local time means here: once, skipped by a clock change, or repeated by one.
  public func reading(of local: LocalTime) -> Reading {
    let first = first(of: local)
    let last = last(of: local)
    if first != last { return .repeated(first, last) }
    return self.local(first) == local ? .once(first) : .skipped(first)
  }

  /// The first instant at which clocks show this local time or a later one (R2).
  ///
  /// That is the first occurrence where it repeats and the first instant after
  /// the gap where it is skipped. It grows with the local time, so that
  /// handoffs never run backwards (R3).
  public func first(of local: LocalTime) -> Instant {
    let (seconds, shift) = foldedLocal(local.seconds)
    var index = stretch(at: seconds - Zone.mostOffset)
    // A stretch lies behind when the local time it ends on is not past ours.
    while index < changes.count, changes[index] + Int64(offsets[index]) <= seconds { index += 1 }
    let found = seconds - Int64(offsets[index])
    let start = index > 0 ? changes[index - 1] : Int64.min
    return Instant(seconds: max(found, start) + shift)
  }

  /// The last instant up to which clocks have shown this local time or an earlier one (R6).
  ///
  /// That is the last occurrence where it repeats and, as for `first(of:)`, the
  /// first instant after the gap where it is skipped.
  public func last(of local: LocalTime) -> Instant {
    let (seconds, shift) = foldedLocal(local.seconds)
    var index = stretch(at: seconds + Zone.mostOffset)
    // A stretch lies ahead when the local time it starts on is past ours.
    while index > 0, changes[index - 1] + Int64(offsets[index]) > seconds { index -= 1 }
    let found = seconds - Int64(offsets[index])
    let end = index < changes.count ? changes[index] : Int64.max
    return Instant(seconds: min(found, end) + shift)
  }

  /// Local seconds taken back by whole cycles, so that the stretches around them are in the table.
  private func foldedLocal(_ seconds: Int64) -> (seconds: Int64, shift: Int64) {
    let (_, shift) = folded(seconds + 2 * Zone.mostOffset)
    return (seconds - shift, shift)
  }
}
