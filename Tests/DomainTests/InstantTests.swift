import Domain
import Support
import Testing

@Suite struct InstantTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.001Z", 1),
      ("1969-12-31T23:59:59.999Z", -1),
      ("2026-03-11T10:00:00Z", 1_773_223_200_000), ("2026-03-11T11:30:00+01:30", 1_773_223_200_000),
      ("2026-03-11T11:00:00+0100", 1_773_223_200_000),
      ("2026-03-11T11:00:00+01", 1_773_223_200_000),
      ("2026-03-11T03:00:00-07:00", 1_773_223_200_000), ("2026-03-11t10:00z", 1_773_223_200_000),
      ("2026-03-11 10:00", 1_773_223_200_000), ("2026-03-11T10:00:00,5Z", 1_773_223_200_500),
      ("2026-03-11T10:00:00.123456789Z", 1_773_223_200_123),
      ("2016-12-31T23:59:60Z", 1_483_228_799_000),
      ("2024-02-29T00:00:00Z", 1_709_164_800_000), ("2000-02-29T00:00:00Z", 951_782_400_000),
      ("2026-01-01T00:30:00+01:00", 1_767_223_800_000),
      ("0000-01-01T00:00:00Z", -62_167_219_200_000),
      ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
      ("2026-03-11T10:00:00-00:00", 1_773_223_200_000),
    ] as [(String, Int64)])
  func `ISO 8601 is read`(text: String, milliseconds: Int64) {
    #expect(Instant(iso8601: text)?.milliseconds == milliseconds)
    #expect(Instant(iso8601: Array(text.utf8))?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "2026", "2026-03-11", "2026-03-11T", "2026-03-11T10", "2026-03-11T10:", "2026-03-11T10:00:",
    "2026-03-11T24:00:00Z", "2026-03-11T10:60:00Z", "2026-03-11T10:00:61Z", "2026-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-04-31T00:00:00Z",
    "2026-03-00T00:00:00Z", "2026-03-11T10:00:00.Z", "2026-03-11T10:00:00Zx",
    "2026-03-11T10:00:00+",
    "2026-03-11T10:00:00+1", "2026-03-11T10:00:00+01:", "2026-03-11T10:00:00+01:3",
    "2026-03-11T10:00:00+01:60", "2026-03-11T10:00:00+24:00", "2026-03-11T10:00:00+01:00x",
    " 2026-03-11T10:00:00Z", "26-03-11T10:00:00Z", "+2026-03-11T10:00:00Z", "２０２６-03-11T10:00:00Z",
    "2026-3-1T10:00:00Z", "yesterday", "1773223200",
  ])
  func `what is no date and time is refused`(text: String) {
    #expect(Instant(iso8601: text) == nil)
  }

  @Test func `every instant of four-digit years is read back from what it writes`() {
    var random = SeededRandom(seed: 5)
    for round in 0..<20_000 {
      var milliseconds = Int64.random(in: -62_167_219_200_000...253_402_300_799_999, using: &random)
      if round % 3 == 0 { milliseconds -= milliseconds % 1000 }
      let instant = Instant(milliseconds: milliseconds)
      #expect(Instant(iso8601: instant.iso8601) == instant, "\(milliseconds)")
      #expect(instant.iso8601.contains(".") == (milliseconds % 1000 != 0))
      let (date, ofDay) = instant.utcDateAndTime
      #expect(date.startUTC.advanced(by: Int64(ofDay)) == instant)
      #expect((0..<86_400_000).contains(ofDay))
    }
  }

  @Test func `offsets lead to the same instant`() {
    var random = SeededRandom(seed: 6)
    for _ in 0..<2000 {
      let instant = Instant(seconds: Int64.random(in: 0...4_000_000_000, using: &random))
      let offset = Int64.random(in: -23 * 60...23 * 60, using: &random)
      let local = instant.advanced(by: offset * Instant.minute).iso8601.dropLast()
      let (hours, minutes) = (offset.magnitude / 60, offset.magnitude % 60)
      let text = "\(local)\(offset < 0 ? "-" : "+")\(two(hours)):\(two(minutes))"
      #expect(Instant(iso8601: text) == instant, "\(text)")
    }
  }

  @Test func `the ends of time do not trap`() {
    for milliseconds in [Int64.min, Int64.min + 1, Int64.max] {
      let instant = Instant(milliseconds: milliseconds)
      #expect((0..<86_400_000).contains(instant.utcDateAndTime.millisecondOfDay))
      _ = instant.iso8601
      _ = instant.advanced(by: milliseconds)
    }
  }

  private func two(_ number: UInt64) -> String { (number < 10 ? "0" : "") + String(number) }
}
