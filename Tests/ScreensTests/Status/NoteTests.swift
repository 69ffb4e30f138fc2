import Canvas
import Domain
import Support
import Testing

@testable import Screens

/// The note of a shift on the screen: who gives writes it, who receives accepts it.
@Suite struct NoteTests {
  private let handoff = Cast.id(881)
  private let page = Cast.id(861)

  private func state(_ stage: Stage) -> Handoff.State? {
    stage.state.bill?.handoffs.first { $0.id == handoff }?.state
  }

  @Test func `a note that waits is opened from everywhere, and stands in the status line`() {
    var stage = Stage.status()
    #expect(stage.grid.text(row: 22).contains("note of @dee to accept: g h"))
    for keys in ["f1", "f2", "f2 enter", "f3", "f5"] {
      stage.press(keys + " g h")
      #expect(stage.state.note?.side == .reading(handoff))
      stage.press("esc")
      #expect(stage.state.note == nil)
    }
  }

  @Test func `pages and asks are taken one by one, then the note`() {
    var stage = Stage.status()
    stage.press("g h space")
    #expect(stage.performed.contains(.performWatch(.handoff(handoff, .acceptItem(page)))))
    #expect(stage.state.note?.cursor == .item(Cast.id(871)))
    stage.press("j space")
    #expect(state(stage) == .offered)
    #expect(stage.state.noteHandoff?.openItems.isEmpty == true)
    #expect(stage.grid.text(row: 2).contains("all 3 taken; a accepts it"))
    stage.press("a")
    guard case .accepted(let person, _) = state(stage) else {
      Testing.Issue.record("the note is not accepted")
      return
    }
    #expect(person == Cast.id(101))
    #expect(stage.state.noteWords == nil)
    stage.press("a")
    #expect(stage.state.status.text == "it is accepted already")
  }

  @Test func `what is taken already says so`() {
    var stage = Stage.status()
    stage.press("g h j space")
    #expect(stage.state.status.text == "you took this already; u takes the last step back")
  }

  @Test func `the giver's own note is the next one, filled with what they touched`() throws {
    var stage = Stage.status()
    stage.press("g h g h")
    let began = try #require(stage.state.shownNote?.change.began)
    #expect(stage.performed.last == .loadTouched(by: Cast.id(101), since: began))
    #expect(stage.state.shownNote?.receiver == Cast.id(102))
    #expect(stage.state.note?.text?.facts.issues.map(\.key.number) == [42, 63])
  }

  @Test func `what the giver says is a draft by the letter and a note by the line`() throws {
    var stage = Stage.status()
    stage.press("g h g h f")
    stage.performed = []
    stage.type("ok")
    let change = try #require(stage.state.shownNote?.change)
    let subject = DraftSubject.note(change.schedule, change.at, part: "feel")
    #expect(stage.performed == [.saveDraft(subject, "o"), .saveDraft(subject, "ok")])
    stage.press("enter")
    #expect(stage.performed.contains(.discardDraft(subject)))
    #expect(stage.state.noteHandoff?.state == .draft)
    #expect(stage.state.noteHandoff?.note?.feel == "ok")
    stage.press("n")
    stage.type("undrain")
    stage.press("enter")
    #expect(stage.state.shownNote?.asks.map(\.text).last == "undrain")
    stage.press("w")
    stage.type("depth | 18:00")
    stage.press("enter")
    #expect(
      stage.state.shownNote?.watch
        == [HandoffNote.Watch("depth", until: Cast.now.advanced(by: 8 * Instant.hour))])
    stage.press("o")
    #expect(stage.state.noteHandoff?.state == .offered)
    stage.press("o")
    #expect(stage.state.status.text == "it is offered already")
  }

  @Test func `a line under the cursor is edited and taken away`() {
    var stage = Stage.status()
    stage.press("g h g h f")
    stage.type("fine")
    stage.press("enter g g i")
    stage.type("!")
    stage.press("enter")
    #expect(stage.state.shownNote?.feel == "fine!")
    stage.press("x")
    #expect(stage.state.shownNote?.feel == "")
    stage.press("x")
    #expect(stage.state.status.text == "there is nothing on this line")
  }

  @Test func `a time that is none is said, and the line stays`() {
    var stage = Stage.status()
    stage.press("g h g h w")
    stage.type("depth | soon")
    stage.press("enter")
    #expect(stage.state.status.text.hasPrefix("'soon' is no time"))
    guard case .prompt(let question) = stage.state.overlay else {
      Testing.Issue.record("the line is gone")
      return
    }
    #expect(question.editor.text == "depth | soon")
  }

  @Test func `who only reads can neither write nor take`() {
    var stage = Stage.status(me: "bo")
    #expect(stage.state.openNote(.reading(handoff)).isEmpty)
    _ = stage.state.settle()
    for (keys, reason) in [
      ("f", "only who gives writes the note"), ("w", "only who gives writes the note"),
      ("o", "only who gives writes the note"), ("space", "only who comes on duty can accept it"),
      ("a", "only who comes on duty can accept it"),
    ] {
      stage.press(keys)
      #expect(stage.state.status.text == reason)
      #expect(stage.state.overlay == nil)
    }
    #expect(state(stage) == .offered)
    var other = Stage.status(me: "chloé")
    other.press("g h")
    #expect(other.state.status.text.hasPrefix("no shift of yours ends within eight weeks"))
  }

  @Test func `the note of the shift I am in is read again after it was accepted`() {
    var stage = Stage.status()
    stage.press("g h a esc g h")
    #expect(stage.state.note?.side == .reading(handoff), "it begins in an hour")
    stage.clock = Cast.now.advanced(by: 2 * Instant.hour)
    stage.press("esc g h")
    #expect(stage.state.note?.side == .reading(handoff))
    stage.press("g h")
    #expect(stage.state.isGiving)
    stage.press("g h")
    #expect(stage.state.note?.side == .reading(handoff))
  }

  @Test func `the rota tells the last notes of a schedule, and opens them for anybody`() throws {
    var stage = Stage.status(200, 60, me: "chloé")
    stage.press("f3")
    let place = try #require(
      stage.state.tabList.rows.firstIndex { $0.subject == .schedule(Cast.id(651)) })
    stage.state.tabList.cursor = place
    stage.send(.woke)
    let text = stage.state.tabList.paper.map(\.characters).joined(separator: "\n")
    #expect(text.contains("@dee to @ana, offered"))
    stage.press("g h")
    #expect(stage.state.note?.side == .reading(handoff))
    stage.press("a")
    #expect(state(stage) == .offered)
  }

  @Test func `in the on-call tab the shift of the schedule there is handed over`() throws {
    var stage = Stage.onCall(me: "bo")
    var schedules: [EntityID] = []
    for _ in 0..<3 {
      stage.press("g h")
      if case .giving(let end) = stage.state.note?.side { schedules.append(end.change.schedule) }
      stage.press("esc j")
    }
    #expect(Set(schedules).count > 1)
  }

  @Test func `the note of a shift that has not begun is not offered yet`() throws {
    var stage = Stage.onCall(me: "bo")
    stage.press("g h")
    guard case .giving(let end) = stage.state.note?.side else {
      Testing.Issue.record("no note to give")
      return
    }
    #expect(end.change.began > Cast.now)
    stage.press("o")
    #expect(stage.state.status.text.hasPrefix("your shift begins"))
    #expect(!stage.performed.contains { if case .performWatch = $0 { true } else { false } })
  }

  @Test func `the inbox leads to the note`() throws {
    var stage = Stage.status()
    stage.press("f1")
    let place = try #require(
      stage.state.tabList.rows.firstIndex {
        if case .item(let id) = $0.subject { id.subject == .handoff(handoff) } else { false }
      })
    stage.state.tabList.cursor = place
    stage.press("a")
    #expect(stage.state.note?.side == .reading(handoff))
  }

  @Test func `updates and notes are whole at every size`() {
    for keys in ["", "G", "p", "p i", "p G o", "g h", "g h G", "g h g h", "g h g h w"] {
      var stage = Stage.status(120, 40)
      stage.press(keys)
      for (width, height) in [(1, 1), (5, 2), (39, 10), (40, 9), (40, 10), (41, 13), (60, 14)]
        + [(75, 20), (76, 16), (109, 30), (110, 11), (300, 100), (1, 100), (300, 1)]
      {
        stage.send(.resized(Size(width: width, height: height)))
        let grid = stage.grid
        #expect(
          (0..<grid.size.height).allSatisfy {
            CleanText(grid.text(row: $0)).width == grid.size.width
          })
      }
    }
  }

  @Test(arguments: 1...4) func `no order of keys traps on updates and notes`(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var stage = Stage.status()
    let names =
      ActionID.allCases.flatMap { Keymap.standard.keys[$0] ?? [] }
      + ["backspace", "x", "é", "ctrl-s", "p", "g h", "f5", "f1", "o", "enter", "esc"]
    for _ in 0..<1500 {
      if random.chance(5) {
        stage.send(
          .resized(
            Size(
              width: Int.random(in: 0...200, using: &random),
              height: Int.random(in: 0...60, using: &random))))
      } else if random.chance(5) {
        stage.paste(random.chance(50) ? "- a\n\n  # b\n作者" : "\r\n \r- a\r\n")
      } else if random.chance(10) {
        stage.send(RandomTests.mouse(&random, stage.state))
      } else {
        stage.press(names.randomElement(using: &random) ?? "esc")
      }
      if stage.state.overlay == nil, stage.state.tab != .status, random.chance(10) {
        stage.press("f5")
      }
      stage.performed = []
      guard random.chance(20) else { continue }
      #expect(stage.grid.size == stage.state.size)
    }
  }
}
