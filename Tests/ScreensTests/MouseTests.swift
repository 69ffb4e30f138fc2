import Canvas
import Domain
import Support
import Testing

@testable import Screens

/// The mouse over what stands over the screen: it chooses there, and never reaches beneath.
@Suite struct MouseTests {
  @Test func `the wheel moves the line that is typed, and overwrites no other`() {
    var stage = Stage.status()
    stage.press("p i")
    let before = stage.state.compose?.fields
    stage.mouse(.wheelDown, 10, 8)
    stage.type("!")
    stage.press("esc")
    let after = stage.state.compose?.fields
    #expect(after?[0].lines[0] == before?[0].lines[0])
    #expect(after?[0].lines[1].text == (before?[0].lines[1].text ?? "") + "!")
  }

  @Test func `what an update is filled with does not come in under an open line`() {
    var stage = Stage.status()
    stage.state.updateDrafts = [:]
    let drafts = stage.updateDrafts
    stage.press("p")
    stage.state.compose?.fields[0].lines = [ComposeScreen.Line(text: "")]
    stage.press("i")
    stage.send(.updateDrafts(drafts))
    #expect(stage.state.compose?.fields[0].lines.first?.text == "")
    stage.type("x")
    stage.press("esc")
    #expect(stage.state.compose?.fields[0].lines.map(\.text) == ["x"])
  }

  @Test func `a click chooses a line of the palette, a second one does it`() throws {
    var stage = Stage()
    stage.press(":")
    stage.type("view")
    guard case .palette(let palette) = stage.state.overlay else {
      Testing.Issue.record("no palette")
      return
    }
    let list = stage.state.box(of: palette).list
    stage.mouse(.press, list.x + 3, list.y + 2)
    guard case .palette(let chosen) = stage.state.overlay else {
      Testing.Issue.record("the palette is gone")
      return
    }
    #expect(chosen.cursor == 2)
    stage.mouse(.press, 0, 0)
    #expect(stage.state.overlay != nil, "a click beside it does nothing")
    stage.mouse(.press, list.x + 3, list.y + 2)
    #expect(stage.state.overlay == nil)
  }

  @Test func `a click chooses a line of a picker, a second one takes it`() {
    var stage = Stage()
    stage.press("p")
    guard case .picker(let picker) = stage.state.overlay else {
      Testing.Issue.record("no picker")
      return
    }
    let list = stage.state.box(of: picker).list
    let other = picker.cursor == 0 ? 1 : 0
    stage.mouse(.press, list.x + 1, list.y + other)
    stage.mouse(.press, list.x + 1, list.y + other)
    #expect(
      stage.performed.contains { if case .perform(.priority, _) = $0 { true } else { false } })
  }

  @Test(arguments: ["f2 enter", "f5 p", "g h"])
  func `the tabs at the top are there over an issue, an update and a note`(_ keys: String) throws {
    var stage = Stage.status(120, 40)
    stage.press(keys)
    #expect(Place.issues.union([.compose, .note]).contains(stage.state.place))
    let line = stage.state.topLine(width: 120)
    let place = try #require(line.places.first { $0.tab == .services })
    stage.mouse(.press, place.columns.lowerBound, 0)
    #expect(stage.state.place == .services)
  }
}
