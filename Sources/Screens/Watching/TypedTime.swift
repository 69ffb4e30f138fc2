import Domain

/// A time as people type it: a length from now on, or a time of day.
///
/// `45m`, `2h`, `1h30m`, `1d` are lengths; `18:30` is the next time the clocks show that, and
/// `tomorrow 9:00` or `tomorrow` (at 9:00) that of the day after.
enum TypedTime: Sendable, Equatable {
  /// Milliseconds from now.
  case after(Int64)
  /// A minute of the day; `isTomorrow` skips what is left of today.
  case at(minute: Int, isTomorrow: Bool)

  /// A time from what was typed; nil when it is none.
  init?(_ text: String) {
    let words = text.lowercased().split(separator: " ")
    if words.first == "tomorrow", words.count < 3 {
      guard let minute = words.count == 1 ? 9 * 60 : TypedTime.minute(words[1]) else { return nil }
      self = .at(minute: minute, isTomorrow: true)
    } else if words.count == 1, let minute = TypedTime.minute(words[0]) {
      self = .at(minute: minute, isTomorrow: false)
    } else if let length = TypedTime.length(words.joined()) {
      self = .after(length)
    } else {
      return nil
    }
  }

  /// The moment it means.
  func instant(after now: Instant, on clock: WallClock) -> Instant {
    switch self {
    case .after(let length): return now.advanced(by: length)
    case .at(let minute, let isTomorrow):
      let today = clock.reading(now).date
      let tomorrow = CivilDate(daysSinceEpoch: today.daysSinceEpoch + 1)
      let moment = clock.instant(today, minute)
      return isTomorrow || moment <= now ? clock.instant(tomorrow, minute) : moment
    }
  }

  /// `9:05` or `18:30` as a minute of the day.
  private static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, parts[0].utf8.count < 3,
      let hour = number(parts[0]), let minute = number(parts[1]), hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }

  /// `1h30m` in milliseconds; at most four digits each, so that no sum is too large.
  private static func length(_ text: String) -> Int64? {
    var total: Int64 = 0
    var digits = ""[...]
    var rest = text[...]
    while let character = rest.first {
      rest = rest.dropFirst()
      if character.isASCII, character.isWholeNumber {
        digits.append(character)
        continue
      }
      guard digits.utf8.count < 5, let count = number(digits), let unit = unit(character) else {
        return nil
      }
      total += Int64(count) * unit
      digits = ""
    }
    return digits.isEmpty && total > 0 ? total : nil
  }

  private static func unit(_ letter: Character) -> Int64? {
    switch letter {
    case "m": Instant.minute
    case "h": Instant.hour
    case "d": Instant.day
    default: nil
    }
  }

  private static func number(_ digits: Substring) -> Int? {
    digits.isEmpty || !digits.allSatisfy { $0.isASCII && $0.isWholeNumber } ? nil : Int(digits)
  }
}
