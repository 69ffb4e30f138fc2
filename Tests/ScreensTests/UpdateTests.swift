import Canvas
import Domain
import Support
import Testing

@testable import Screens

@Suite struct UpdateTests {
  let first = Cast.issues[0]

  @Test func `closing acts on the issue under the cursor and says so when it is done`() {
    var program = TestProgram()
    program.press("c")
    program.claim(.perform(.close(as: .done), on: [first.id]))
    let report = StepReport(title: "closed API-42", issues: [first.id], operationCount: 2)
    program.send(.performed(report)) {
      $0.status = StatusLine(text: "closed API-42", kind: .done, isUndoable: true)
    }
    program.press("u")
    program.claim(.undo)
  }

  @Test func `a verb acts on the marked issues and on nothing else`() {
    var program = TestProgram()
    program.press("space") {
      $0.list.marks = [first.id]
      $0.list.cursor = 1
    }
    program.press("space") {
      $0.list.marks = [first.id, Cast.issues[1].id]
      $0.list.cursor = 2
    }
    program.press("C")
    program.claim(
      .perform(.close(as: .dropped), on: [first.id, Cast.issues[1].id].sorted()))
  }

  @Test func `a count moves that far, a chord to the top`() {
    var program = TestProgram()
    program.press("3") { $0.repetitions = 3 }
    program.press("j") {
      $0.repetitions = nil
      $0.list.cursor = 3
    }
    program.press("g") { $0.strokes = [.character("g")] }
    program.press("g") {
      $0.strokes = []
      $0.list.cursor = 0
    }
  }

  @Test func `a key that does nothing says why`() {
    var program = TestProgram()
    program.press("z") {
      $0.status = StatusLine(text: "z does nothing here; ? shows what does", kind: .error)
    }
    program.press("o") {
      $0.status = StatusLine(text: "API-42 is open already", kind: .error)
    }
  }

  @Test func `a page that comes too late is not shown`() {
    var program = TestProgram()
    let page = IssuePage(rows: [], hasBefore: false, hasAfter: false)
    program.send(.page(page, generation: 999))
  }

  @Test func `Esc only goes back and never out`() {
    var stage = Stage()
    stage.press("enter esc esc esc esc")
    #expect(!stage.performed.contains(.quit))
    #expect(stage.state.detail == nil)
    stage.press("q")
    #expect(stage.performed.last == .quit)
  }

  @Test func `after closing in a view of open issues the next one is under the cursor`() {
    var stage = Stage()
    stage.press("j c")
    #expect(stage.state.list.selected?.key == Cast.issues[2].key)
    stage.press("G c")
    #expect(stage.state.list.selected?.key == Cast.openIssues[8].key)
  }

  @Test func `the cursor stays on its issue when others change`() {
    var stage = Stage()
    stage.press("j j")
    stage.issues.removeAll { $0.key == first.key }
    stage.send(.changed)
    #expect(stage.state.list.selected?.key == Cast.issues[2].key)
    #expect(stage.state.list.position == 2)
  }

  @Test func `marking all twice acts on everything that matches`() {
    var stage = Stage(issues: Stage.many(500))
    stage.press("*")
    #expect(stage.state.list.marks.count == 19)
    stage.press("*")
    #expect(stage.state.targets?.words == "all 500 issues")
    stage.press("p 1")
    #expect(
      stage.performed.contains { effect in
        if case .performOnQuery(.priority(.high), _) = effect { true } else { false }
      })
    #expect(stage.issues.allSatisfy { $0.priority == .high })
  }

  @Test func `a large change goes on behind the screen and can be stopped`() {
    var stage = Stage(issues: Stage.many(500))
    stage.send(.changing(Progress("Changing", done: 120, total: 480)))
    let foot = { (stage: Stage) in stage.grid.text(row: stage.state.size.height - 2) }
    #expect(foot(stage).contains("Changing 25% of 480, esc stops it"))
    stage.press("j j")
    #expect(stage.state.list.position == 3)
    stage.press("q")
    #expect(stage.performed.last != .quit)
    #expect(stage.state.status.text.contains("q again quits"))
    stage.press("esc")
    #expect(stage.performed.last == .stopChange)
    stage.send(.changeEnded(.stopped))
    #expect(!foot(stage).contains("Changing"))
    stage.press("q")
    #expect(stage.performed.last == .quit)
  }

  @Test func `a long list is held as a window and says its place`() {
    var stage = Stage(issues: Stage.many(5000))
    for _ in 0..<80 { stage.press("ctrl-f") }
    #expect(stage.state.list.rows.count <= 300)
    #expect(stage.state.list.position == 80 * 18 + 1)
    stage.press("G")
    #expect(stage.state.list.position == 5000)
    stage.press("4 9 9 9 k")
    #expect(stage.state.list.position == 1)
    stage.press("2 5 0 0 j")
    #expect(stage.state.list.position == 2501)
    #expect(stage.state.list.selected?.key.number == 2501)
  }

  @Test func `each view keeps its cursor and its filter`() {
    var stage = Stage()
    stage.press("j j ] j [")
    #expect(stage.state.list.cursor == 2)
    stage.press("/")
    stage.type("the")
    stage.press("enter ] [")
    #expect(stage.state.sections[0].filter == "is:open the*")
    stage.press("esc")
    #expect(stage.state.sections[0].filter == nil)
    #expect(stage.state.list.rows.count == Cast.openIssues.count)
  }

  @Test func `the filter searches at every key and Esc takes it back`() {
    var stage = Stage()
    stage.press("/")
    stage.type("dark")
    #expect(stage.state.list.rows.map(\.issue.key) == [Cast.issues[7].key])
    stage.press("esc")
    #expect(stage.state.list.rows.count == Cast.openIssues.count)
  }

  @Test func `a mistake in the filter keeps what stands before it`() {
    var stage = Stage()
    stage.press("/")
    stage.type("label:latency lable:bug")
    #expect(stage.state.list.rows.count == 2)
    #expect(stage.filterBar?.error?.column == 23)
  }

  @Test func `Tab takes a proposal and goes on behind it`() {
    var stage = Stage()
    stage.press("/")
    stage.type("label:go")
    stage.press("tab")
    #expect(stage.filterBar?.editor.text == "is:open label:\"good first issue\" ")
    #expect(stage.state.list.rows.count == 2)
  }

  @Test func `text is kept as a draft before it is sent and comes back after Esc`() {
    var stage = Stage()
    stage.press("m")
    stage.type("half a thou")
    #expect(stage.drafts[.comment(first.id)] == "half a thou")
    stage.press("esc q")
    #expect(!stage.performed.contains(.quit))
    stage.press("m")
    stage.type("ght")
    stage.press("enter")
    #expect(stage.performed.contains(.perform(.comment("half a thought"), on: [first.id])))
    #expect(stage.drafts.isEmpty)
    stage.press("q")
    #expect(stage.performed.last == .quit)
  }

  @Test func `a comment that could not be saved is kept`() {
    var program = TestProgram()
    let subject = DraftSubject.comment(first.id)
    program.send(.editorReturned(subject, nil)) {
      $0.status = StatusLine(text: "nothing was saved in the editor")
    }
    program.press("m") {
      $0.status = StatusLine()
      $0.overlay = .prompt(
        Question(
          purpose: .comment(.one(first.key, first.id)),
          editor: LineEditor("", keepsLineBreaks: true)))
    }
    program.claim(.loadDraft(subject))
    program.send(.input(.paste("one\ntwo", truncated: false), at: Cast.now)) {
      $0.overlay = .prompt(
        Question(
          purpose: .comment(.one(first.key, first.id)),
          editor: LineEditor("one\ntwo", keepsLineBreaks: true), isTouched: true))
    }
    program.claim(.saveDraft(subject, "one\ntwo"))
    program.press("enter") {
      $0.overlay = nil
      $0.sending = subject
    }
    program.claim(.perform(.comment("one\ntwo"), on: [first.id]))
    program.send(.failed("the disk is full")) {
      $0.sending = nil
      $0.keptDrafts = [subject]
      $0.status = StatusLine(text: "the disk is full; your text is kept", kind: .error)
    }
  }

  @Test func `the editor's text becomes a draft and then the body`() {
    var stage = Stage()
    stage.editor = { $0 + "\nMore.\n" }
    stage.press("e")
    let body = Cast.detail.issue.body + "\nMore."
    #expect(stage.performed.suffix(20).contains(.saveDraft(.body(first.id), body)))
    #expect(stage.issues[0].body == body)
    #expect(stage.drafts.isEmpty)
  }

  @Test func `a pasted text never fires keys and offers a new issue`() {
    var stage = Stage()
    stage.send(.input(.paste("cq:q\nu", truncated: false), at: Cast.now))
    #expect(stage.performed == [.loadDraft(.newIssue), .saveDraft(.newIssue, "cq:q\nu")])
    stage.press("enter")
    #expect(stage.issues.last?.title == "cq:q")
    #expect(stage.issues.last?.body == "u")
    #expect(stage.state.list.selected?.title == "cq:q")
  }

  @Test func `labels are added and removed together`() {
    var stage = Stage()
    stage.press("l tab")
    stage.type("docs")
    stage.press("tab enter")
    #expect(
      stage.performed.contains(
        .perform(.label(add: ["docs"], remove: ["bug"]), on: [first.id])))
  }

  @Test func `a label that does not exist is made`() {
    var stage = Stage()
    stage.press("l")
    stage.type("router")
    stage.press("enter")
    #expect(
      stage.performed.contains(.perform(.label(add: ["router"], remove: []), on: [first.id])))
  }

  @Test(arguments: [
    ("api-12", "API-12"), ("urgent", nil), ("view urgent", nil), ("theme plain", nil), ("q", nil),
  ])
  func `go finds issues, views, themes and verbs`(_ typed: String, _ opened: String?) {
    var stage = Stage()
    stage.press(":")
    stage.type(typed)
    stage.press("enter")
    #expect(stage.state.detail?.key.description == opened)
    switch typed {
    case "urgent", "view urgent": #expect(stage.state.current == 2)
    case "theme plain": #expect(stage.performed.last == .useTheme("plain"))
    case "q": #expect(stage.performed.last == .quit)
    default: break
    }
  }

  @Test func `the issue on the full screen is the one verbs act on`() {
    var stage = Stage()
    stage.press("enter J c")
    #expect(stage.performed.contains(.perform(.close(as: .done), on: [Cast.issues[1].id])))
    #expect(stage.state.detail?.key == Cast.issues[1].key)
    #expect(stage.state.subject?.status == .done)
  }

  @Test func `the mouse chooses, opens, scrolls and changes views`() {
    var stage = Stage()
    func click(_ x: Int, _ y: Int) -> Message {
      .input(.mouse(MouseEvent(.press, .left, x: x, y: y)), at: Cast.now)
    }
    stage.send(click(20, 6))
    #expect(stage.state.list.cursor == 3)
    stage.send(click(20, 6))
    #expect(stage.state.detail?.key == Cast.issues[3].key)
    stage.press("esc")
    stage.send(click(12, 1))
    #expect(stage.state.current == 1)
  }
}
