import Domain
import Testing

/// The windows of `dst.json`: when they open and close around clock changes.
@Suite struct WindowVectorTests {
  @Test func `windows around clock changes open first and close last`() throws {
    var count = 0
    for entry in try VectorFile("dst").value["windows"]?.list ?? [] {
      let openings = try Openings(
        Window(
          start: try #require(entry["start"]?.text.flatMap { TimeOfDay($0) }),
          end: try #require(entry["end"]?.text.flatMap { TimeOfDay($0) }),
          zone: try #require(entry["zone"]?.text)), zones: SystemZones.catalog)
      for row in entry["days"]?.list ?? [] {
        let period = openings.period(on: try #require(row[0].text.flatMap { CivilDate($0) }))
        #expect(period.start == row[1].instant && period.end == row[2].instant, "\(row)")
        #expect(period.milliseconds == Int64(row[3].integer ?? -1) * 1000)
        count += 1
      }
    }
    print("dst.json windows: \(count) days")
    #expect(count > 150)
  }
}
