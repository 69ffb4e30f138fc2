import Domain

/// How long until something happens, in as few letters as possible.
enum Countdown {
  /// `now`, `1m`, `45m`, `3h`, `2d`: minutes begun count, so that nothing comes before it is said;
  /// from two hours on whole hours, from two days on whole days.
  static func short(_ moment: Instant, now: Instant) -> String {
    let left = moment.milliseconds &- now.milliseconds
    switch left {
    case ...0: return "now"
    case ..<(2 * Instant.hour): return "\((left + Instant.minute - 1) / Instant.minute)m"
    case ..<(2 * Instant.day): return "\(left / Instant.hour)h"
    default: return "\(left / Instant.day)d"
    }
  }

  /// When `short` says something else; nil when it never will.
  static func nextChange(of moment: Instant, now: Instant) -> Instant? {
    let left = moment.milliseconds &- now.milliseconds
    switch left {
    case ...0: return nil
    case ..<(2 * Instant.hour):
      return moment.advanced(by: -((left - 1) / Instant.minute * Instant.minute))
    case ..<(2 * Instant.day):
      return moment.advanced(by: 1 - left / Instant.hour * Instant.hour)
    default: return moment.advanced(by: 1 - left / Instant.day * Instant.day)
    }
  }

  /// The same in a sentence: `in 7m`, or `now`.
  static func long(_ moment: Instant, now: Instant) -> String {
    let short = short(moment, now: now)
    return short == "now" ? short : "in " + short
  }
}

extension Countdown {
  /// A length of time as one number: `40s`, `4m`, `2h`, `3d`.
  static func length(_ milliseconds: Int64) -> String {
    switch milliseconds {
    case ..<Instant.minute: "\(max(0, milliseconds) / 1000)s"
    case ..<(2 * Instant.hour): "\(milliseconds / Instant.minute)m"
    case ..<(2 * Instant.day): "\(milliseconds / Instant.hour)h"
    default: "\(milliseconds / Instant.day)d"
    }
  }
}
