/// A zone with the stretch of its last answer in hand, for many look-ups close together.
///
/// The answers are those of the zone. Within a stretch without clock changes,
/// usually half a year, no search is needed.
struct ZoneCursor {
  let zone: Zone
  /// Instants in seconds with one offset all around, by more than two offsets can differ.
  private var calm: Range<Int64> = 0..<0
  private var offset: Int64 = 0

  init(_ zone: Zone) {
    self.zone = zone
  }

  mutating func local(_ instant: Instant) -> LocalTime {
    let seconds = instant.wholeSeconds
    if calm.contains(seconds) { return LocalTime(seconds: seconds + offset) }
    settle(around: seconds)
    return zone.local(instant)
  }

  mutating func first(of local: LocalTime) -> Instant {
    if let found = calmInstant(of: local) { return found }
    return zone.first(of: local)
  }

  mutating func last(of local: LocalTime) -> Instant {
    if let found = calmInstant(of: local) { return found }
    return zone.last(of: local)
  }

  private mutating func calmInstant(of local: LocalTime) -> Instant? {
    let seconds = local.seconds - offset
    if calm.contains(seconds) { return Instant(seconds: seconds) }
    settle(around: local.seconds)
    let settled = local.seconds - offset
    return calm.contains(settled) ? Instant(seconds: settled) : nil
  }

  private mutating func settle(around seconds: Int64) {
    let (folded, shift) = zone.folded(seconds)
    let index = zone.stretch(at: folded)
    let start = index > 0 ? zone.changes[index - 1] : Int64.min / 4
    let end = index < zone.changes.count ? zone.changes[index] : Int64.max / 4
    offset = Int64(zone.offsets[index])
    let low = start + shift + 2 * Zone.mostOffset
    calm = low..<max(low, end + shift - 2 * Zone.mostOffset)
  }
}
