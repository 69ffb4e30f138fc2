import Canvas
import CustomDump
import Domain
import Support
import Testing

@testable import Screens

/// One message at a time, the exact change it makes, and every effect claimed.
///
///     program.send(.key("j")) { $0.list.cursor = 1 }
///     program.claim(.loadPreview(Cast.id(57)))
struct TestProgram {
  private(set) var state: AppState
  private var unclaimed: [Effect] = []

  /// The list of the cast's open issues, read and counted.
  init(width: Int = 80, height: Int = 24) {
    var stage = Stage(width, height)
    stage.send(.changed)
    state = stage.state
  }

  /// Takes a message and compares the state with what the closure makes of the old one.
  ///
  /// What is kept for drawing only is left out of the comparison, and so is the clock.
  mutating func send(
    _ message: Message, fileID: StaticString = #fileID, filePath: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column, change: (inout AppState) -> Void = { _ in }
  ) {
    expectNoDifference(
      unclaimed, [], "effects nobody claimed", fileID: fileID, filePath: filePath, line: line,
      column: column)
    var expected = state
    change(&expected)
    unclaimed = update(&state, message)
    expectNoDifference(
      state.essence, expected.essence, fileID: fileID, filePath: filePath, line: line,
      column: column)
  }

  /// Presses a key by its name.
  mutating func press(
    _ name: String, fileID: StaticString = #fileID, filePath: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column, change: (inout AppState) -> Void = { _ in }
  ) {
    guard let key = Key(name) else {
      Testing.Issue.record("no key is called \(name)")
      return
    }
    send(
      .input(.key(key), at: Cast.now), fileID: fileID, filePath: filePath, line: line,
      column: column, change: change)
  }

  /// Says which effects the last message had, all of them in order.
  mutating func claim(
    _ effects: Effect..., fileID: StaticString = #fileID, filePath: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column
  ) {
    expectNoDifference(
      unclaimed, effects, fileID: fileID, filePath: filePath, line: line, column: column)
    unclaimed = []
  }
}

extension AppState {
  /// The state without what is only kept so that drawing is quick.
  fileprivate var essence: AppState {
    var copy = self
    for section in copy.sections.indices {
      for row in copy.sections[section].list.rows.indices {
        copy.sections[section].list.rows[row].shown = nil
      }
    }
    copy.preview = Reader()
    copy.detail?.reader = Reader()
    return copy
  }
}
