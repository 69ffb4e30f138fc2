import Canvas
import Domain
import Support
import Testing

@testable import Screens

/// What somebody wrote and did not send: it is kept, comes back, and overwrites nobody's text.
@Suite struct DraftTests {
  private let first = Cast.issues[0]
  private let body = Cast.detail.issue.body

  private func rewrites(_ stage: Stage) -> [Effect] {
    stage.performed.filter { if case .perform(.rewrite, _) = $0 { true } else { false } }
  }

  // MARK: Bodies

  @Test func `an editor that changes nothing leaves no draft to overwrite later text with`() {
    var stage = Stage()
    stage.press("e")
    #expect(stage.state.status.text == "nothing was changed in the editor")
    #expect(stage.drafts.isEmpty)
    stage.issues[0].body = "What a colleague wrote."
    stage.send(.changedElsewhere)
    var opened = ""
    stage.editor = { text in
      opened = text
      return text + " And mine."
    }
    stage.press("e")
    #expect(opened == "What a colleague wrote.")
    #expect(stage.issues[0].body == "What a colleague wrote. And mine.")
    #expect(stage.drafts.isEmpty)
  }

  @Test func `the whole text is edited, however much of it the preview shows`() {
    var stage = Stage(120, 40)
    stage.performed = []
    stage.press("e")
    #expect(stage.performed.first == .loadBody(first.id))
  }

  @Test func `a kept text meets what was written since, and neither is sent over the other`() {
    var stage = Stage()
    stage.issues[0].body = "One. Theirs."
    stage.drafts = [.body(first.id): "Mine, kept.", .bodyBase(first.id): "One."]
    stage.editor = { $0 }
    stage.press("e")
    #expect(stage.drafts[.body(first.id)] == "Mine, kept.")
    var opened = ""
    stage.editor = { text in
      opened = text
      return text + "\nMore."
    }
    stage.press("e")
    #expect(opened.contains("Mine, kept.") && opened.contains("One. Theirs."))
    #expect(rewrites(stage).isEmpty)
    #expect(stage.state.status.text.hasPrefix("both texts are still in it"))
    stage.editor = { _ in "Both." }
    stage.press("e")
    #expect(stage.issues[0].body == "Both.")
    #expect(stage.drafts.isEmpty)
  }

  @Test func `a kept text over the same text goes on as it was left`() {
    var stage = Stage()
    stage.drafts = [.body(first.id): "Half", .bodyBase(first.id): body]
    stage.editor = { $0 + " a thought." }
    stage.press("e")
    #expect(stage.issues[0].body == "Half a thought.")
  }

  @Test func `a text that was refused is kept with what it was written over`() {
    var program = TestProgram()
    program.press("e") { $0.editing = EditorWish(subject: .body(first.id), targets: target) }
    program.claim(.loadBody(first.id))
    program.send(.body(first.id, "Old.")) { $0.editing?.fallback = "Old." }
    program.claim(.loadDraft(.bodyBase(first.id)), .loadDraft(.body(first.id)))
    program.send(.draft(.bodyBase(first.id), nil))
    program.send(.draft(.body(first.id), nil)) {
      $0.editing?.opened = "Old."
      $0.editing?.isOpen = true
    }
    program.claim(.openEditor(EditorRequest(subject: .body(first.id), text: "Old.")))
    program.send(.editorReturned(.body(first.id), "New.")) {
      $0.editing = nil
      $0.sending = .body(first.id)
    }
    program.claim(
      .saveDraft(.bodyBase(first.id), "Old."), .saveDraft(.body(first.id), "New."),
      .perform(.rewrite("New.", insteadOf: "Old."), on: [first.id]))
    program.send(.failed("somebody changed the description meanwhile")) {
      $0.sending = nil
      $0.keptDrafts = [.body(first.id)]
      $0.status = StatusLine(
        text: "somebody changed the description meanwhile; your text is kept", kind: .error)
    }
  }

  private var target: Targets { .one(first.key, first.id) }

  // MARK: Lines

  @Test func `a finished text left unchanged in the editor is a line that Enter sends`() {
    var stage = Stage()
    stage.press("m")
    stage.type("all said")
    stage.press("ctrl-o")
    #expect(stage.state.status.text == "the text is as it was; Enter takes it")
    stage.press("enter")
    #expect(stage.performed.contains(.perform(.comment("all said"), on: [first.id])))
    #expect(stage.drafts.isEmpty)
    stage.press("n")
    stage.type("Title")
    stage.press("ctrl-o esc")
    #expect(stage.drafts[.newIssue] == "Title")
    stage.press("n enter")
    #expect(stage.issues.last?.title == "Title")
  }

  @Test func `an emptied text sends nothing and loses nothing`() {
    var stage = Stage()
    stage.press("m")
    stage.type("half")
    stage.editor = { _ in "" }
    stage.press("ctrl-o")
    #expect(stage.drafts[.comment(first.id)] == "half")
    #expect(stage.state.keptDrafts == [.comment(first.id)])
  }

  @Test func `a paste outside of a field goes behind the new issue that was kept`() {
    var stage = Stage()
    stage.press("n")
    stage.type("The login page")
    stage.press("esc")
    stage.paste("trace\nline 2")
    #expect(stage.drafts[.newIssue] == "The login page\n\ntrace\nline 2")
    stage.press("enter")
    #expect(stage.issues.last?.title == "The login page")
    #expect(stage.issues.last?.body == "trace\nline 2")
  }

  @Test(arguments: ["\n\n  \nTitle\nBody", "  \r\nTitle\r\nBody", "Title\r\n\r\nBody\n"])
  func `the first line with words is the title`(_ text: String) {
    let draft = IssueDraft(written: text, in: "API")
    #expect(draft?.title == "Title")
    #expect(draft?.body == "Body")
    var stage = Stage()
    stage.paste(text)
    stage.press("enter")
    #expect(stage.issues.last?.title == "Title")
    #expect(stage.drafts.isEmpty && stage.state.sending == nil)
  }

  @Test func `why cover is wanted survives other times, Esc and a change of mind`() {
    var stage = Stage.onCall()
    stage.press("l l c")
    stage.type("a wedding")
    stage.press("tab enter")
    guard case .prompt(let question) = stage.state.overlay else {
      Testing.Issue.record("no question is open")
      return
    }
    #expect(question.editor.text == "a wedding")
    stage.press("esc c")
    stage.press("enter")
    let notes = stage.performed.compactMap { effect -> String? in
      guard case .performWatch(.askCover(_, _, _, let note, _)) = effect else { return nil }
      return note
    }
    #expect(notes == ["a wedding"])
    #expect(stage.drafts.isEmpty)
    stage.press("b")
    stage.type(" skiing")
    stage.press("esc b")
    guard case .prompt(let absence) = stage.state.overlay else {
      Testing.Issue.record("no question is open")
      return
    }
    #expect(absence.editor.text.hasSuffix("skiing"))
  }
}
