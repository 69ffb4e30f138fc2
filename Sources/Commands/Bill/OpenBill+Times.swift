internal import ArgumentParser
internal import Domain

extension OpenBill {
  /// The zone in which times of a schedule are typed; without one, that of whoever acts.
  func zone(of schedule: Schedule? = nil) throws -> Zone {
    guard let name = schedule?.zone ?? workspace.me.flatMap(bill.person)?.zone else { return .utc }
    return try bill.zones.zone(name)
  }

  /// Reads times as people type them, in the zone of a schedule or of whoever acts.
  func typed(_ schedule: Schedule? = nil) throws -> TypedInstant {
    TypedInstant(zone: try zone(of: schedule), now: now)
  }

  /// A clock for texts in the zone of a schedule.
  func clock(of schedule: Schedule) throws -> WallClock { WallClock(try zone(of: schedule)) }

  /// Names, and times in the zone of a schedule.
  func words(in schedule: Schedule) throws -> Wording {
    var words = words
    words.clock = try clock(of: schedule)
    return words
  }

  /// The name of the zone of whoever acts, for headings.
  var zoneName: String { (try? zone().name) ?? "UTC" }
}

/// From when until when, for what people plan.
struct PeriodOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "From when: 2026-03-08T14:00Z, 2026-03-08T09:00 in the schedule's zone, 2026-03-08 or now.",
      valueName: "time"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "Until when, written likewise; a date is its first moment.", valueName: "time"))
  var to: String?

  /// Whether neither end was given.
  var isEmpty: Bool { from == nil && to == nil }

  /// The period; both ends must be given, the end after the start.
  func period(_ typed: TypedInstant) throws(Failure) -> Period {
    guard let from, let to else {
      throw Failure(.usage, "say from when until when: --from TIME --to TIME")
    }
    return try typed.period(from, to, names: ("--from", "--to"))
  }
}

extension TypedInstant {
  /// A period from its two ends as typed.
  func period(
    _ from: String, _ to: String, names: (String, String)
  ) throws(Failure) -> Period {
    let period = Period(try instant(from, names.0), try instant(to, names.1))
    guard !period.isEmpty else {
      throw Failure(
        .usage,
        "\(names.1): \(period.end.iso8601) is not after \(period.start.iso8601); "
          + "move one of the two")
    }
    return period
  }

  /// A period from `FROM..TO`.
  func period(_ text: String, _ option: String) throws(Failure) -> Period {
    guard let dots = text.range(of: "..") else {
      throw Failure(
        .usage, "\(option): write both ends with two dots, 2026-03-08T09:00..2026-03-08T17:00")
    }
    return try period(
      String(text[..<dots.lowerBound]), String(text[dots.upperBound...]), names: (option, option))
  }
}

extension String {
  /// Where another text first stands; nil when it does not.
  fileprivate func range(of other: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(other) }.map { start in
      start..<index(start, offsetBy: other.count)
    }
  }
}

/// A length of time as people type it: `45m`, `2h`, `1d`, `1h30m`, or as ISO 8601 has it.
func duration(_ text: String, _ option: String) throws(Failure) -> Int64 {
  let typed = text.lowercased()
  // Ours and ISO 8601 differ by what stands in front: P before days and weeks, T before a time.
  let isLong = typed.hasSuffix("d") || typed.hasSuffix("w")
  let iso = typed.hasPrefix("p") ? typed : isLong ? "p" + typed : "pt" + typed
  guard let seconds = ClockDuration(iso)?.seconds, seconds > 0 else {
    throw Failure(
      .usage, "\(option): '\(text.shown)' is no length of time; write one such as 45m, 2h or 1d")
  }
  return Int64(seconds) * 1000
}
