import Domain
import Support
import Testing

@Suite struct ZoneFileTests {
  @Test func `every zone file of the machine is read`() throws {
    var count = 0
    for name in files() {
      guard let bytes = SystemZones.bytes(of: name), bytes.starts(with: Array("TZif".utf8)) else {
        continue
      }
      #expect(throws: Never.self, "\(name)") { try Zone(name: name, tzif: bytes) }
      count += 1
    }
    #expect(count > 300)
  }

  @Test func `a rule in the footer says what comes after the last change`() throws {
    let zone = try Zone(name: "Test", tzif: file(footer: "EST5EDT,M3.2.0,M11.1.0"))
    #expect(zone.offset(at: at("2026-07-01T00:00:00Z")) == -14_400)
    #expect(zone.offset(at: at("2026-12-01T00:00:00Z")) == -18_000)
    #expect(zone.local(at("2026-03-08T07:00:00Z")) == local("2026-03-08T03:00"))
  }

  @Test(
    arguments: [
      ("<+0330>-3:30", "2026-07-01T00:00:00Z", 12_600),
      // Summer time all year: it ends at the instant it begins.
      ("XXX3EDT4,0/0,J365/23", "2026-01-01T04:00:00Z", -14_400),
      ("XXX3EDT4,0/0,J365/23", "2026-12-31T23:59:59Z", -14_400),
      ("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-27T00:00:00Z", 10_800),
      ("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-26T23:59:59Z", 7200),
      ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2026-03-29T00:59:59Z", -10_800),
      ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2026-03-29T01:00:00Z", -7200),
      ("AAA0BBB,J60,J300", "2028-03-01T02:00:00Z", 3600),
      ("AAA0BBB,J60,J300", "2028-03-01T01:59:59Z", 0),
      ("AAA0BBB,59,299", "2028-02-29T02:00:00Z", 3600),
    ] as [(String, String, Int)])
  func `rules of every form are followed`(rule: String, text: String, seconds: Int) throws {
    #expect(try Zone(name: "Test", tzif: file(footer: rule)).offset(at: at(text)) == seconds)
  }

  @Test func `a file of version 1 ends with its last change`() throws {
    let bytes = file(version: 1, changes: [(0, 1), (86_400, 0)], offsets: [3600, 7200])
    let zone = try Zone(name: "Test", tzif: bytes)
    #expect(zone.offset(at: Instant(seconds: -1)) == 3600)
    #expect(zone.offset(at: Instant(seconds: 0)) == 7200)
    #expect(zone.offset(at: Instant(seconds: 86_400)) == 3600)
    #expect(zone.offset(at: at("2100-01-01T00:00:00Z")) == 3600)
  }

  @Test(
    arguments: [
      ([], "it is cut off"), (Array("TZof".utf8), "it does not begin with TZif"),
      (Array("TZif9".utf8), "it is cut off"),
      (Array("TZif1".utf8) + [UInt8](repeating: 0, count: 39), "its version is none that exists"),
      (Array("TZif2".utf8) + [UInt8](repeating: 0, count: 39), "it has no local time types"),
      (file(offsets: [100_000]), "an offset of 100000 s is further from UTC than any can be"),
      (file(changes: [(5, 0), (5, 0)]), "its changes are not in order"),
      (file(changes: [(5, 1)]), "a change leads to a type that is not there"),
      (file(footer: "EST"), "the rule \"EST\" cannot be read"),
      (file(footer: "EST5EDT"), "the rule \"EST5EDT\" cannot be read"),
      (
        file(footer: "EST5EDT,M13.1.0,M11.1.0"),
        "the rule \"EST5EDT,M13.1.0,M11.1.0\" cannot be read"
      ),
      (Array(file().dropLast()), "its footer does not end"),
    ] as [([UInt8], String)])
  func `damaged bytes are refused with what is wrong`(bytes: [UInt8], problem: String) {
    let error = #expect(throws: ZoneError.self) { try Zone(name: "Test", tzif: bytes) }
    #expect(error == .malformed(name: "Test", problem: problem))
  }

  @Test func `no bytes make it trap`() throws {
    var random = SeededRandom(seed: 14)
    let real = try #require(SystemZones.bytes(of: "America/New_York"))
    let small = file(
      changes: [(-500, 0), (500, 1)], offsets: [0, 3600], footer: "A0B,M3.2.0,M9.1.0")
    var accepted = 0
    for round in 0..<4000 {
      var bytes = round % 4 == 0 ? real : small
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        bytes[index] = UInt8.random(in: .min ... .max, using: &random)
      }
      if random.chance(20) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
      guard let zone = try? Zone(name: "Test", tzif: bytes) else { continue }
      accepted += 1
      for _ in 0..<4 {
        let instant = Instant(milliseconds: Int64.random(in: .min ... .max, using: &random))
        _ = zone.reading(of: zone.local(instant))
        let near = Instant(
          seconds: Int64.random(in: -1_000_000_000...4_000_000_000, using: &random))
        let time = zone.local(near)
        #expect(zone.first(of: time) <= zone.last(of: time))
      }
    }
    #expect(accepted > 100)
  }

  private func files() -> [String] {
    let top = TextFile.names(in: SystemZones.folder)
    return top.flatMap { name in
      let inner = TextFile.names(in: "\(SystemZones.folder)/\(name)")
      return inner.isEmpty ? [name] : name == "right" ? [] : inner.map { "\(name)/\($0)" }
    }
  }
}

/// The bytes of a small TZif file.
private func file(
  version: UInt8 = 2, changes: [(at: Int64, type: UInt8)] = [], offsets: [Int32] = [0],
  footer: String = ""
) -> [UInt8] {
  let size = version == 1 ? 4 : 8
  var body = header(version, changes.count, offsets.count)
  for change in changes { body += big(change.at, size) }
  body += changes.map(\.type)
  for offset in offsets { body += big(Int64(offset), 4) + [0, 0] }
  body.append(0)
  guard version > 1 else { return body }
  // The 32-bit block that readers of our day skip: one type, one character.
  var bytes = header(version, 0, 1)
  bytes += [UInt8](repeating: 0, count: 7)
  bytes += body
  bytes += Array("\n\(footer)\n".utf8)
  return bytes
}

private func header(_ version: UInt8, _ times: Int, _ types: Int) -> [UInt8] {
  var bytes = Array("TZif".utf8)
  bytes.append(version == 1 ? 0 : version + 0x30)
  bytes += [UInt8](repeating: 0, count: 15)
  for count in [0, 0, 0, times, types, 1] { bytes += big(Int64(count), 4) }
  return bytes
}

private func big(_ value: Int64, _ size: Int) -> [UInt8] {
  (0..<size).map { UInt8(truncatingIfNeeded: value >> Int64((size - 1 - $0) * 8)) }
}
