import Domain
import Support
import Testing

/// The local times of `dst.json`: what an independent oracle makes of them in three zones.
@Suite struct ClockChangeVectorTests {
  @Test func `local times around clock changes are what the oracle says`() throws {
    let file = try VectorFile("dst")
    var count = 0
    for group in file.value["local_times"]?.list ?? [] {
      let zone = try SystemZones.zone(try #require(group["zone"]?.text))
      for row in group["times"]?.list ?? [] {
        let time = local(row[0].text ?? "")
        let reading = zone.reading(of: time)
        #expect(reading.first == row[1].instant && reading.last == row[2].instant, "\(row)")
        switch reading {
        case .once: #expect(row[3].text == "once")
        case .skipped: #expect(row[3].text == "gap")
        case .repeated: #expect(row[3].text == "fold")
        }
        count += 1
      }
    }
    print("dst.json local times: \(count)")
    #expect(count > 80)
  }
}
