internal import Domain

/// A time of the demo, counted from the moment at which it is made.
///
///     -3d2h15m      so long ago
///     -3d 02:15     at that time of day three days ago
///     +1d 22:00     tomorrow evening
struct DemoMoment: Equatable {
  /// Whole days; on the calendar when a time of day is given.
  var days = 0
  /// Milliseconds besides.
  var milliseconds: Int64 = 0
  /// The time of day that clocks show then; nil for a plain length of time.
  var time: TimeOfDay?

  /// A moment from its text; nil for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard let length = parts.first, parts.count <= 2 else { return nil }
    if parts.count == 2 {
      guard let time = TimeOfDay(String(parts[1])) else { return nil }
      self.time = time
    }
    let sign: Int64 = length.first == "-" ? -1 : 1
    var digits = ""
    for character in length.drop(while: { $0 == "-" || $0 == "+" }) {
      if character.isNumber {
        digits.append(character)
        continue
      }
      guard let number = Int64(digits) else { return nil }
      digits = ""
      switch character {
      case "d": days += Int(sign * number)
      case "h": milliseconds += sign * number * Instant.hour
      case "m": milliseconds += sign * number * Instant.minute
      default: return nil
      }
    }
    guard digits.isEmpty, time == nil || milliseconds == 0 else { return nil }
  }

  /// The instant it stands for.
  ///
  /// - Parameter zone: whose calendar and clocks count.
  func instant(from now: Instant, in zone: Zone = .utc) -> Instant {
    guard let time else { return now.advanced(by: Int64(days) * Instant.day + milliseconds) }
    let today = zone.local(now).date.daysSinceEpoch
    return zone.first(of: LocalTime(CivilDate(daysSinceEpoch: today + days), time))
  }
}

extension DemoMoment: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let moment = DemoMoment(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(text)\" is no time such as -3d2h or -3d 02:15")
    }
    self = moment
  }
}
