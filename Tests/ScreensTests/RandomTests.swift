import Canvas
import Domain
import Support
import Testing

@testable import Screens

/// Whatever comes in whatever order: nothing traps, and every frame is whole.
@Suite struct RandomTests {
  private static let keys: [Key] =
    ActionID.allCases.flatMap { Keymap.standard.keys[$0] ?? [] }
    .flatMap { $0.split(separator: " ") }.compactMap { Key(String($0)) }
    + ["left", "right", "backspace", "ctrl-w", "ctrl-u", "ctrl-k", "ctrl-o", "delete", "5", "9"]
    .compactMap { Key($0) }

  private static let texts = [
    "label:", "is:open ", "(", "\"", "作者", "👨‍👩‍👧‍👦", "\u{1B}[2J", "\u{202E}", "e\u{301}", "x\ny",
    "\r\n \rx\r", "OR ",
    "-",
    "zebra", "priority:<=1 ", "owner:@me ", "api-42", String(repeating: "long ", count: 400),
  ]

  @Test(arguments: 1...8) func `no order of events traps or leaves a frame torn`(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var stage = Stage(
      issues: random.chance(50) ? Stage.castIssues : Stage.many(450),
      bill: random.chance(70) ? Cast.bill : nil)
    for _ in 0..<2500 {
      stage.send(Self.event(&random, stage.state))
      stage.performed = []
      let list = stage.state.list
      #expect(list.rows.isEmpty || list.rows.indices.contains(list.cursor))
      #expect(list.rows.count <= 400)
      // One frame in five: the states between them differ by a key.
      guard random.chance(20) else { continue }
      let grid = stage.grid
      #expect(Self.isWhole(grid))
    }
  }

  @Test func `every size from 1x1 up is drawn, whatever stands over the screen`() {
    for keys in ["", "enter", "?", ":", "/", "l", "a", "m", "n", "enter /", "p", "t", "V"]
      + ["f4", "f4 r", "f4 s", "f4 n", "f4 v v", "f4 v v enter", "f6", "f6 o", "f6 /", "f6 x", "H"]
    {
      var stage = Stage(120, 40, bill: Cast.bill)
      stage.press(keys)
      for (width, height) in [(1, 1), (2, 3), (5, 2), (17, 4), (39, 10), (40, 9), (40, 10)]
        + [(41, 13), (60, 14), (76, 16), (109, 30), (110, 11), (300, 100), (1, 100), (300, 1)]
      {
        stage.send(.resized(Size(width: width, height: height)))
        #expect(Self.isWhole(stage.grid))
      }
    }
  }

  static func event(_ random: inout SeededRandom, _ state: AppState) -> Message {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<70: return .input(.key(keys.randomElement(using: &random) ?? .esc), at: state.now)
    case 70..<80:
      return .input(
        .paste(texts.randomElement(using: &random) ?? "", truncated: random.chance(5)),
        at: state.now.advanced(by: Int64.random(in: 0...Instant.week, using: &random)))
    case 80..<86:
      return .resized(
        Size(
          width: Int.random(in: 0...200, using: &random),
          height: Int.random(in: 0...60, using: &random)))
    case 86..<92:
      return mouse(&random, state)
    case 92: return random.chance(50) ? .woke : .changedElsewhere
    case 93: return .changed
    case 94 where random.chance(50): return .failed("the disk is full")
    case 94:
      return random.chance(50)
        ? .changing(Progress("Changing", done: 5, total: 10)) : .changeEnded(.stopped)
    case 95: return .progress(Progress("Indexing", done: 5, total: random.chance(50) ? 0 : nil))
    case 96: return .views(random.chance(30) ? [] : Array(Cast.views.shuffled(using: &random)))
    case 97: return .page(IssuePage(rows: [], hasBefore: true, hasAfter: true), generation: 3)
    case 98 where random.chance(50):
      return random.chance(50) ? .watch(Cast.bill, []) : .serviceCounts([:])
    case 98: return .queryRefused("no", generation: state.generation)
    default: return .detail(Cast.detail)
    }
  }

  /// Whatever the mouse can do, mostly within the window.
  static func mouse(_ random: inout SeededRandom, _ state: AppState) -> Message {
    let actions: [MouseEvent.Action] = [.press, .press, .wheelUp, .wheelDown, .release]
    let isInside = random.chance(80)
    return .input(
      .mouse(
        MouseEvent(
          actions.randomElement(using: &random) ?? .press, .left,
          x: Int.random(in: -1...(isInside ? max(0, state.size.width) : 200), using: &random),
          y: Int.random(in: -1...(isInside ? max(0, state.size.height) : 60), using: &random))),
      at: state.now)
  }

  /// Whether every row is as wide as the grid and the cursor stands on it.
  static func isWhole(_ grid: Grid) -> Bool {
    let rows = (0..<grid.size.height).allSatisfy {
      CleanText(grid.text(row: $0)).width == grid.size.width
    }
    return rows && grid.cursor.map { grid.bounds.contains(x: $0.x, y: $0.y) } ?? true
  }
}
