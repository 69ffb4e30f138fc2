import Domain
import Support
import Testing

@testable import Screens

@Suite struct TypedTimeTests {
  static let minutes: [(String, Int64)] = [
    ("45m", 45), ("2h", 120), ("1h30m", 90), ("1 h 30 m", 90), ("1d", 1440), ("18:30", 510),
    ("9:00", 1380), ("10:00", 1440), ("tomorrow", 1380), ("Tomorrow 18:05", 1925),
  ]

  @Test(arguments: minutes)
  func `a time is a length from now or the next time of day`(_ text: String, _ minutes: Int64) {
    // The cast's Wednesday is at 10:00.
    let wanted = Cast.now.advanced(by: minutes * Instant.minute)
    #expect(TypedTime(text)?.instant(after: Cast.now, on: .utc) == wanted)
  }

  @Test(arguments: [
    "", " ", "m", "0m", "45", "-5m", "24:00", "9:60", "9:5", "123:00", "tomorrow 9", "1h30",
    "99999h", "now", "1w", "tomorrow at 9:00", "²h", "٣h", ":30", "9:", "1.5h",
  ])
  func `anything else is no time`(_ text: String) {
    #expect(TypedTime(text) == nil)
  }

  @Test func `tomorrow is counted on the reader's clock`() {
    let denver = WallClock(minutesAheadOfUTC: -6 * 60)
    let tomorrow = TypedTime("tomorrow 9:00")?.instant(after: Cast.now, on: denver)
    // 10:00 UTC is 04:00 there: tomorrow at nine is 29 hours away.
    #expect(tomorrow == Cast.now.advanced(by: 29 * Instant.hour))
    let today = TypedTime("9:00")?.instant(after: Cast.now, on: denver)
    #expect(today == Cast.now.advanced(by: 5 * Instant.hour))
  }

  static let countdowns: [(Int64, String)] = [
    (-5, "now"), (0, "now"), (1, "1m"), (60_000, "1m"), (60_001, "2m"), (7_199_999, "120m"),
    (7_200_000, "2h"), (172_799_999, "47h"), (172_800_000, "2d"),
  ]

  @Test(arguments: countdowns)
  func `a countdown never promises more than a minute too little`(_ left: Int64, _ words: String) {
    #expect(Countdown.short(Cast.now.advanced(by: left), now: Cast.now) == words)
  }
}
