/// A local time that a person typed and that does not name one instant.
public enum UnclearTime: Error, Sendable, Equatable {
  /// Clocks jump over it; the two instants are what it is by the clock before and after.
  case skipped(LocalTime, zone: String, Instant, Instant)
  /// Clocks show it twice, at these instants.
  case repeated(LocalTime, zone: String, Instant, Instant)

  /// The two instants to choose from, the earlier first.
  public var choices: (Instant, Instant) {
    switch self {
    case .skipped(_, _, let a, let b), .repeated(_, _, let a, let b): (a, b)
    }
  }
}

extension UnclearTime: CustomStringConvertible {
  /// What is wrong and both ways to write it, as one sentence.
  public var description: String {
    switch self {
    case .skipped(let local, let zone, let a, let b):
      "\(local) does not exist in \(zone), the clocks jump over it; write \(a.iso8601) or "
        + b.iso8601
    case .repeated(let local, let zone, let a, let b):
      "\(local) comes twice in \(zone); write \(a.iso8601) for the first or \(b.iso8601) "
        + "for the second"
    }
  }
}

extension Zone {
  /// The instant of a local time that a person typed for one occasion.
  ///
  /// Where rotations and windows follow R2 and R6 in silence, a person is
  /// asked: throws `UnclearTime` with both instants when clocks skip or repeat it.
  public func instant(typed local: LocalTime) throws(UnclearTime) -> Instant {
    switch reading(of: local) {
    case .once(let instant): return instant
    case .repeated(let first, let last): throw .repeated(local, zone: name, first, last)
    case .skipped(let end):
      let before = Int64(offset(at: end.advanced(by: -1)))
      let after = Int64(offset(at: end))
      throw .skipped(
        local, zone: name, Instant(seconds: local.seconds - after),
        Instant(seconds: local.seconds - before))
    }
  }
}
