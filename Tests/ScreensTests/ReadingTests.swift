import Canvas
import Domain
import Support
import Testing

@testable import Screens

/// Rows that come late, changes from elsewhere, and the ways from one screen to another.
@Suite struct ReadingTests {
  @Test func `a view left before its rows came asks again and never stays blank`() {
    var stage = Stage(issues: Stage.many(300))
    stage.isSlow = true
    stage.press("] ] [")
    stage.deliver()
    #expect(stage.state.current == 1)
    #expect(stage.state.list.isRead)
    stage.press("]")
    stage.deliver()
    #expect(stage.state.list.isRead)
    #expect(stage.state.sections.allSatisfy { $0.list.reading == nil })
  }

  @Test func `a list left while it read on still scrolls`() {
    var stage = Stage(issues: Stage.many(900))
    stage.isSlow = true
    stage.press("3 0 0 j ] [")
    for _ in 0..<5 { stage.deliver() }
    let before = stage.state.list.position ?? 0
    for _ in 0..<120 {
      stage.press("j")
      stage.deliver()
    }
    #expect(stage.state.list.position == before + 120)
  }

  @Test(arguments: ["f1", "f2", "f2 enter", "f3", "f3 enter", "f4", "f5", "f5 p", "f6", "g h"])
  func `a view is gone to from everywhere`(_ keys: String) {
    var stage = Stage.status()
    stage.press(keys)
    stage.press(":")
    stage.type("view urgent")
    stage.press("enter")
    #expect(stage.state.place == .list)
    #expect(stage.state.sections[stage.state.current].name == "Urgent")
  }

  @Test func `what another window adds reaches views, people and projects here`() {
    var stage = Stage()
    stage.performed = []
    stage.send(.changedElsewhere)
    #expect(stage.performed.contains(.loadViews))
    #expect(stage.performed.contains(.loadVocabulary))
    stage.performed = []
    stage.send(.changed)
    #expect(!stage.performed.contains(.loadVocabulary))
  }

  @Test func `an issue opened from the inbox leads back to the inbox`() throws {
    var stage = Stage.status()
    let issue = Cast.issues[1]
    let fact = InboxFact(
      .assigned, .issue(issue.id), event: "e", at: Cast.now, by: nil, words: "yours now")
    stage.send(.watch(try #require(stage.bill ?? stage.state.bill), [fact]))
    stage.press("f1")
    let place = try #require(
      stage.state.tabList.rows.firstIndex {
        if case .item(let id) = $0.subject { id.subject == .issue(issue.id) } else { false }
      })
    stage.state.tabList.cursor = place
    stage.press("enter")
    #expect(stage.state.detail?.id == issue.id)
    stage.press("J")
    #expect(stage.state.detail?.id == issue.id, "the list beneath is another")
    stage.press("esc")
    #expect(stage.state.tab == .inbox && stage.state.detail == nil)
  }

  @Test func `a kind stands once in the inbox`() {
    let stage = Stage.status()
    var other = stage
    other.press("f1")
    let headings = other.state.tabList.rows.filter { $0.subject == nil && $0.line.width > 0 }
      .map { $0.line.characters }
    #expect(Set(headings).count == headings.count)
  }

  @Test func `an issue that is gone closes and says so`() {
    var stage = Stage()
    stage.press("enter")
    let gone = stage.issues.removeFirst().id
    stage.send(.changedElsewhere)
    #expect(stage.state.detail == nil)
    #expect(stage.state.status.text == "that issue is not here any more")
    stage.send(.gone(gone))
    #expect(!stage.state.isGoing)
  }

  @Test func `marks stay when something else is done, and go with what is done to them`() {
    var stage = Stage()
    stage.press("space space j")
    let marks = stage.state.list.marks
    stage.send(.performed(StepReport(title: "posted", issues: [], operationCount: 1)))
    #expect(stage.state.list.marks == marks)
    stage.press("C")
    #expect(stage.state.list.marks.isEmpty)
  }

  @Test func `the paper of a tab stays where it was read while only time passes`() {
    var stage = Stage.status(80, 24)
    stage.press("G k v v")
    stage.press("ctrl-e ctrl-e")
    stage.state.tabList.scroll = 2
    stage.send(.changed)
    _ = update(&stage.state, .woke, at: Cast.now.advanced(by: 2 * Instant.minute))
    #expect(stage.state.tabList.scroll > 0)
  }

  @Test func `q leaves what is read over a tab before it leaves the program`() {
    var stage = Stage.onCall()
    stage.press("enter q")
    #expect(!stage.performed.contains(.quit) && !stage.state.rota.isReading)
    stage.press("f4")
    stage = Stage(40, 10, bill: Cast.bill)
    stage.press("f4 enter")
    #expect(stage.state.isPaperWhole)
    stage.press("q")
    #expect(!stage.performed.contains(.quit) && !stage.state.isPaperWhole)
    stage.press("q")
    #expect(stage.performed.last == .quit)
  }

  @Test func `a note opened over an update stands alone, and the update is kept`() {
    var stage = Stage.status()
    stage.press("p i")
    stage.type("x")
    stage.press("esc g h")
    #expect(stage.state.place == .note && stage.state.compose == nil)
    #expect(stage.state.keptDrafts.count == 1)
  }

  @Test func `a preview chosen is remembered`() {
    var stage = Stage(120, 40)
    stage.press("v")
    #expect(stage.performed.contains(.keepPreview(stage.state.previewPlace)))
  }

  @Test func `a blocker is gone to from an earlier day`() {
    var stage = Stage.status()
    stage.press("[")
    _ = stage.state.go(to: .status, .blocker(Cast.id(841)))
    _ = stage.state.settle()
    #expect(stage.state.statusBack == 0)
    #expect(stage.state.tabList.selected == .blocker(Cast.id(841)))
  }

  @Test func `watching is settled where all watchers are known`() {
    var stage = Stage()
    stage.press("W")
    #expect(stage.performed.contains(.perform(.toggleWatch("ana"), on: [Cast.issues[0].id])))
  }
}
