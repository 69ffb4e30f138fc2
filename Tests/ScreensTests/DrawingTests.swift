import Canvas
import Domain
import Support
import Testing

@testable import Screens

/// What must be on the screen whatever its size and colours.
@Suite struct DrawingTests {
  private func text(_ stage: Stage) -> String {
    (0..<stage.state.size.height).map { stage.grid.text(row: $0) }.joined(separator: "\n")
  }

  @Test func `a filter is in sight in the smallest window for as long as it works`() {
    var stage = Stage(40, 10)
    #expect(!text(stage).contains("is:open"))
    stage.press("/")
    stage.type("the")
    stage.press("enter")
    #expect(text(stage).contains("/ is:open the*"))
    stage.press("esc")
    #expect(!text(stage).contains("is:open"))
  }

  @Test(arguments: [
    ("m", "enter send  esc later"), ("n", "enter create  esc later"), ("t", "enter save  esc back"),
    ("enter /", "enter keep  esc back"), ("/", "enter keep  esc leave"),
    ("l", "enter take  esc back"), ("?", "enter do it  esc back"),
  ])
  func `whatever asks says in the smallest window how to go on and how to go back`(
    _ keys: String, _ words: String
  ) {
    var stage = Stage(40, 10)
    stage.press(keys)
    #expect(stage.grid.text(row: 9).contains(words))
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func `a list in a box says where it goes on`(_ glyphs: Glyphs) {
    var stage = Stage(80, 24, glyphs: glyphs)
    stage.press("?")
    let (up, down) = (glyphs.up.characters, glyphs.down.characters)
    func edge(_ row: Int) -> String { String(stage.grid.text(row: row).dropFirst(78).prefix(1)) }
    #expect(edge(5) != up && edge(19) == down)
    let count = Action.table.count {
      $0.places.contains(.list) && $0.id != .palette && $0.id != .go
    }
    #expect(stage.grid.text(row: 20).contains(" 1 of \(count) "))
    stage.press("pgdn pgdn")
    #expect(edge(5) == up && edge(19) == down)
    #expect(stage.grid.text(row: 20).contains(" 21 of \(count) "))
    stage.press("pgdn pgdn pgdn pgdn")
    #expect(edge(5) == up && edge(19) != down)
    stage.type("own")
    #expect(edge(5) != up && edge(19) != down)
    #expect(!stage.grid.text(row: 20).contains(" of "))
  }

  @Test func `proposals say that there are more of them`() {
    var stage = Stage(issues: [])
    stage.press("/")
    stage.type("no:")
    #expect(stage.grid.text(row: 10).contains(Glyphs.unicode.down.characters))
    stage.press("up")
    #expect(!stage.grid.text(row: 10).contains(Glyphs.unicode.down.characters))
    #expect(stage.grid.text(row: 3).contains(Glyphs.unicode.up.characters))
  }

  @Test func `what a filter names and is not here is said below it, and nothing is covered`() {
    var stage = Stage()
    stage.press("/")
    stage.type("-owner:anna")
    #expect(stage.grid.text(row: 3).hasPrefix(" ▲ nobody here is called 'anna'; did you mean ana?"))
    #expect(stage.grid.text(row: 4).contains("▌ ◐ ‼ API-42"))
    stage.press("enter")
    #expect(stage.grid.text(row: 3).contains("nobody here is called 'anna'"))
    stage.press("esc")
    #expect(stage.grid.text(row: 3).contains("API-42"))
  }

  @Test func `a name that may still become one is proposed, not doubted`() {
    var stage = Stage()
    stage.press("/")
    stage.type("label:secu")
    #expect(stage.state.doubt == nil)
    stage.type("x")
    #expect(stage.state.doubt == "no label 'secux' here")
    stage.press("backspace tab")
    #expect(stage.state.doubt == nil)
  }

  @Test func `a view of mine says that nobody said who I am, once the names are read`() {
    var stage = Stage()
    stage.state.me = nil
    stage.press("]")
    #expect(stage.state.doubt == "@me: nobody said who you are")
    stage.state.vocabulary = nil
    stage.press("] ]")
    #expect(stage.state.doubt == nil)
  }

  @Test func `names are read anew when something changed while one was missing`() {
    var stage = Stage()
    stage.send(.changed)
    #expect(!stage.performed.contains(.loadVocabulary))
    stage.press("/")
    stage.type("label:new")
    stage.press("enter")
    stage.send(.changed)
    #expect(stage.performed.contains(.loadVocabulary))
  }
}
