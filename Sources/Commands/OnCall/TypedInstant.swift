internal import Domain

/// A time as people type it for an option: `now`, a date, a local time of a zone, or an instant.
///
/// - `2026-03-08T14:00Z`, `2026-03-08T09:00-05:00`: an instant.
/// - `2026-03-08T09:00` (a blank for the `T` is fine): local in the zone.
/// - `2026-03-08`: the day's first instant there.
struct TypedInstant {
  let zone: Zone
  let now: Instant

  /// The instant that was typed for an option; throws one line that offers what is meant.
  func instant(_ text: String, _ option: String) throws(Failure) -> Instant {
    if text.lowercased() == "now" { return now }
    // A day whose midnight clocks skip begins after the gap; one that comes twice at the first.
    if let date = CivilDate(text) { return zone.first(of: LocalTime(date)) }
    if let local = LocalTime(text) {
      do throws(UnclearTime) {
        return try zone.instant(typed: local)
      } catch {
        throw Failure(.usage, "\(option): \(error)")
      }
    }
    guard let instant = Instant(exact: text) else {
      throw Failure(
        .usage,
        "\(option): '\(text.shown)' is no time; write one such as 2026-03-08T14:00Z, "
          + "2026-03-08T09:00 (in \(zone.name)), 2026-03-08 or now")
    }
    return instant
  }
}

extension Instant {
  /// The minute it lies in, for times that people only look at.
  var wholeMinute: Instant {
    Instant(milliseconds: milliseconds - milliseconds % Instant.minute)
  }
}
