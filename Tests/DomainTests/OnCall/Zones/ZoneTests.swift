import Domain
import Support
import Testing

@Suite struct ZoneTests {
  @Test(
    arguments: [
      ("Europe/Copenhagen", "2026-01-15T12:00:00Z", 3600),
      ("Europe/Copenhagen", "2026-07-15T12:00:00Z", 7200),
      ("Europe/Copenhagen", "2026-03-29T00:59:59Z", 3600),
      ("Europe/Copenhagen", "2026-03-29T01:00:00Z", 7200),
      ("America/New_York", "1800-01-01T00:00:00Z", -17_762),
      ("America/New_York", "2500-07-04T00:00:00Z", -14_400),
      ("America/New_York", "9999-12-31T00:00:00Z", -18_000),
      ("Australia/Lord_Howe", "2040-01-01T00:00:00Z", 39_600),
      ("Australia/Lord_Howe", "2040-07-01T00:00:00Z", 37_800),
      // Irish standard time is the summer one: the rule of the footer has a negative saving.
      ("Europe/Dublin", "2045-01-01T00:00:00Z", 0), ("Europe/Dublin", "2045-07-01T00:00:00Z", 3600),
      ("Asia/Kolkata", "3000-01-01T00:00:00Z", 19_800),
      ("Etc/GMT+5", "2026-01-01T00:00:00Z", -18_000),
      // Greenland changes its clocks on Saturday evening: a negative time in its rule.
      ("America/Nuuk", "2050-03-27T00:59:59Z", -7200),
      ("America/Nuuk", "2050-03-27T01:00:00Z", -3600),
    ] as [(String, String, Int)])
  func `clocks are as far ahead of UTC as the data say`(name: String, text: String, seconds: Int)
    throws
  {
    #expect(try SystemZones.zone(name).offset(at: at(text)) == seconds)
  }

  @Test func `the calendar repeats after 400 years and so do the clocks`() throws {
    var random = SeededRandom(seed: 11)
    for name in ["America/New_York", "Australia/Lord_Howe", "Europe/Dublin"] {
      let zone = try SystemZones.zone(name)
      for _ in 0..<2000 {
        let seconds = Int64.random(in: 2_600_000_000...12_000_000_000, using: &random)
        let later = seconds + 146_097 * 86_400 * Int64.random(in: 1...5, using: &random)
        #expect(
          zone.offset(at: Instant(seconds: seconds)) == zone.offset(at: Instant(seconds: later)))
      }
    }
  }

  @Test func `a skipped time is the first instant after the gap`() throws {
    let zone = try SystemZones.zone("Europe/Copenhagen")
    #expect(zone.reading(of: local("2026-03-29T02:30")) == .skipped(at("2026-03-29T01:00:00Z")))
    #expect(zone.reading(of: local("2026-03-29T02:00")) == .skipped(at("2026-03-29T01:00:00Z")))
    #expect(zone.reading(of: local("2026-03-29T03:00")) == .once(at("2026-03-29T01:00:00Z")))
    #expect(zone.reading(of: local("2026-03-29T01:59")) == .once(at("2026-03-29T00:59:00Z")))
  }

  @Test func `a repeated time has a first and a last occurrence`() throws {
    let zone = try SystemZones.zone("Europe/Copenhagen")
    #expect(
      zone.reading(of: local("2026-10-25T02:30"))
        == .repeated(at("2026-10-25T00:30:00Z"), at("2026-10-25T01:30:00Z")))
    #expect(
      zone.reading(of: local("2026-10-25T02:00"))
        == .repeated(at("2026-10-25T00:00:00Z"), at("2026-10-25T01:00:00Z")))
    #expect(zone.reading(of: local("2026-10-25T03:00")) == .once(at("2026-10-25T02:00:00Z")))
  }

  @Test func `a day that Apia left out is one instant long`() throws {
    let zone = try SystemZones.zone("Pacific/Apia")
    let dateLine = at("2011-12-30T10:00:00Z")
    for time in ["2011-12-30T00:00", "2011-12-30T12:00", "2011-12-30T23:59"] {
      #expect(zone.reading(of: local(time)) == .skipped(dateLine))
    }
    #expect(zone.first(of: local("2011-12-31T00:00")) == dateLine)
    #expect(zone.last(of: local("2011-12-29T23:59")) == dateLine.advanced(by: -Instant.minute))
  }

  @Test func `clock changes are listed with the reading at which they happen`() throws {
    let zone = try SystemZones.zone("America/Chicago")
    let changes = zone.clockChanges(
      in: Period(at("2018-01-01T00:00:00Z"), at("2019-01-01T00:00:00Z")))
    #expect(changes.map(\.reading) == [local("2018-03-11T02:00"), local("2018-11-04T02:00")])
    #expect(changes.map { $0.after - $0.before } == [3600, -3600])
    let spring = at("2018-03-11T08:00:00Z")
    #expect(zone.clockChanges(in: Period(spring, spring.advanced(by: 1))).count == 1)
    #expect(zone.clockChanges(in: Period(spring.advanced(by: -1), spring)).isEmpty)
    #expect(Zone.utc.clockChanges(in: .always).isEmpty)
    let far = Period(at("2400-01-01T00:00:00Z"), at("2500-01-01T00:00:00Z"))
    #expect(zone.clockChanges(in: far).count == 200)
  }

  @Test func `what clocks show leads back to the instant`() throws {
    var random = SeededRandom(seed: 12)
    for name in SystemZones.catalog.names {
      let zone = try SystemZones.zone(name)
      for _ in 0..<500 {
        let instant = Instant(
          seconds: Int64.random(in: -4_000_000_000...20_000_000_000, using: &random))
        switch zone.reading(of: zone.local(instant)) {
        case .once(let found): #expect(found == instant, "\(name) \(instant.iso8601)")
        case .repeated(let first, let last):
          #expect(first < last && first <= instant && instant <= last)
        case .skipped: Testing.Issue.record("\(name) skips what it shows at \(instant.iso8601)")
        }
      }
    }
  }

  @Test func `first and last never run backwards`() throws {
    var random = SeededRandom(seed: 13)
    for name in SystemZones.catalog.names {
      let zone = try SystemZones.zone(name)
      for change in zone.clockChanges(
        in: Period(at("1940-01-01T00:00:00Z"), at("2060-01-01T00:00:00Z")))
      {
        var time = change.reading.advanced(by: -30_000)
        var (first, last) = (zone.first(of: time), zone.last(of: time))
        for _ in 0..<40 {
          time = time.advanced(by: Int64.random(in: 0...3000, using: &random))
          #expect(zone.first(of: time) >= first && zone.last(of: time) >= last)
          (first, last) = (zone.first(of: time), zone.last(of: time))
          #expect(first <= last)
        }
      }
    }
  }

  @Test func `a name without data is said, with what to write`() {
    let error = #expect(throws: ZoneError.self) { try ZoneCatalog().zone("Europe/Atlantis") }
    #expect(
      error?.description
        == "there are no data for the time zone \"Europe/Atlantis\"; write an IANA name such as "
        + "Europe/Copenhagen, or install the package tzdata")
    #expect(throws: Never.self) { try ZoneCatalog().zone("UTC") }
  }

  @Test func `the ends of time do not trap`() throws {
    let zone = try SystemZones.zone("America/New_York")
    for milliseconds in [Int64.min, Int64.min + 1, 0, Int64.max] {
      let instant = Instant(milliseconds: milliseconds)
      _ = zone.reading(of: zone.local(instant))
      _ = zone.reading(of: LocalTime(seconds: milliseconds))
      _ = zone.clockChanges(in: Period(instant, instant.advanced(by: 1)))
    }
  }
}
