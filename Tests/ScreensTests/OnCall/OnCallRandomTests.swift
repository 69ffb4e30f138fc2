import Canvas
import Domain
import Support
import Testing

@testable import Screens

/// Whatever comes in whatever order on the on-call tab: nothing traps, and every frame is whole.
@Suite struct OnCallRandomTests {
  private static let keys =
    (Action.lanes + Action.shifts).flatMap(\.keys) + [
      "enter", "esc", "tab", "j", "k", "g g", "G", "pgdn", "ctrl-u", "f3", "f3", "5", "J", "u",
    ]

  @Test(arguments: 1...4) func `no order of events traps or leaves a frame torn`(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var stage = Stage.onCall()
    for _ in 0..<800 {
      if random.chance(70) {
        stage.press(Self.keys.randomElement(using: &random) ?? "esc")
      } else {
        stage.send(RandomTests.event(&random, stage.state))
      }
      if random.chance(3) {
        stage.send(.watch(random.chance(20) ? WatchBill() : Cast.watchBill, []))
      }
      stage.performed = []
      let rows = stage.state.tabLists[.onCall]?.rows ?? []
      #expect(rows.count == stage.state.rota.lanes.count)
      guard random.chance(20) else { continue }
      #expect(RandomTests.isWhole(stage.grid))
    }
  }

  @Test func `every size from 1x1 up is drawn, whatever stands over the lanes`() {
    for keys in ["", "enter", "o", "c", "b", "e", "e enter", "z z", "Z", "G L"] {
      var stage = Stage.onCall(120, 40)
      stage.press(keys)
      for (width, height) in [(1, 1), (2, 3), (17, 4), (39, 10), (40, 9), (40, 10), (41, 13)]
        + [(60, 14), (76, 16), (109, 30), (110, 11), (300, 100), (1, 100), (300, 1)]
      {
        stage.send(.resized(Size(width: width, height: height)))
        #expect(RandomTests.isWhole(stage.grid))
      }
    }
  }

  @Test func `every cell of a lane belongs to whoever is on call then`() throws {
    let stage = Stage.onCall(120, 40)
    let bill = try #require(stage.state.bill)
    let ruler = try #require(stage.state.rota.ruler)
    for lane in stage.state.rota.lanes {
      #expect(lane.rows.allSatisfy { $0.width == ruler.width })
      for column in 0..<ruler.width {
        // The middle of the cell; short pieces take the whole cell in which they begin.
        let span = ruler.period.milliseconds / Int64(ruler.width)
        let at = ruler.period.start.advanced(by: span * Int64(column) + span / 2)
        let people = Set(bill.onCall(lane.schedule, at: at))
        let drawn = lane.pieces.filter { $0.columns.contains(column) }
        let edges = lane.pieces.flatMap { [$0.columns.lowerBound, $0.columns.upperBound] }
        guard !edges.contains(column) else { continue }
        #expect(Set(drawn.compactMap(\.person)) == people)
      }
    }
  }
}
