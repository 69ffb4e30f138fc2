import Canvas
import Domain

/// How long ago something was, in as few letters as possible.
enum Age {
  /// `now`, `5m`, `3h`, `6d`, `4w`, `7mo`, `2y`; a moment in the future is `now`.
  static func short(_ moment: Instant, now: Instant) -> CleanText {
    let passed = max(0, now.milliseconds &- moment.milliseconds)
    switch passed {
    case ..<Instant.minute: return "now"
    case ..<Instant.hour: return "\(passed / Instant.minute)m"
    case ..<Instant.day: return "\(passed / Instant.hour)h"
    case ..<(2 * Instant.week): return "\(passed / Instant.day)d"
    case ..<(9 * Instant.week): return "\(passed / Instant.week)w"
    case ..<(365 * Instant.day): return "\(passed / (30 * Instant.day))mo"
    default: return "\(passed / (365 * Instant.day))y"
    }
  }

  /// The same in a sentence: `3d ago`, `just now`.
  static func long(_ moment: Instant, now: Instant) -> String {
    let short = short(moment, now: now)
    return short == "now" ? "just now" : short.characters + " ago"
  }
}
