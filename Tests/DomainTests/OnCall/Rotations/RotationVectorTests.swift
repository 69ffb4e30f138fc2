import Domain
import Testing

/// The rotations of `dst.json`: boundaries and turns around clock changes by an independent oracle.
@Suite struct RotationVectorTests {
  @Test func `turns around clock changes are what the oracle says`() throws {
    var (boundaries, instants) = (0, 0)
    for entry in try VectorFile("dst").value["rotations"]?.list ?? [] {
      let id = entry["id"]?.text ?? ""
      let rotation = Rotation(
        unit: try #require(entry["unit"]?.text.flatMap { Rotation.Unit(rawValue: $0) }),
        length: try #require(entry["length"]?.integer), zone: try #require(entry["zone"]?.text),
        anchor: local(entry["anchor_local"]?.text ?? ""), slots: [[VectorName.id("A")]],
        clock: entry["mode"]?.text == "elapsed" ? .elapsed : .wall)
      #expect(throws: Never.self) { try rotation.check() }
      let turns = try Turns(rotation, zones: SystemZones.catalog)
      for row in entry["boundaries"]?.list ?? [] {
        let turn = turns.turn(try #require(row[0].integer))
        #expect(turn.period.start == row[2].instant, "\(id) \(row)")
        #expect(turn.period.milliseconds == Int64(row[4].integer ?? -1) * 1000, "\(id) \(row)")
        if let text = row[1].text, case .skipped = turns.zone.reading(of: local(text)) {
          #expect(row[3].text == "gap", "\(id) \(row)")
        }
        boundaries += 1
      }
      for row in entry["turn_at"]?.list ?? [] {
        let instant = try #require(row[0].instant)
        #expect(turns.turn(at: instant).index == row[1].integer, "\(id) \(row)")
        instants += 1
      }
    }
    print("dst.json boundaries: \(boundaries), turns at an instant: \(instants)")
    #expect(boundaries > 500 && instants > 900)
  }
}
