import Canvas
import Domain
import Support
import Testing

@testable import Screens

/// The tab of updates, and the update written from it: what keys do, and every effect they have.
@Suite struct StatusTests {
  private let api = Cast.id(801)
  private let today = Cast.date(11)

  private func answers(_ stage: Stage) -> [Update.Answer] { stage.updateDrafts[api] ?? [] }

  @Test func `going to the tab asks once for what my updates can be filled with`() {
    var stage = Stage(80, 24)
    stage.send(.watch(Cast.updatesBill, []))
    stage.performed = []
    stage.press("f5 j k")
    #expect(stage.performed == [.loadUpdateDrafts])
    #expect(stage.state.updateDrafts[api] == answers(stage))
    stage.send(.watch(Cast.updatesBill, []))
    #expect(stage.performed == [.loadUpdateDrafts, .loadUpdateDrafts])
  }

  @Test func `two keys post what the machine knows, and what blocks becomes a blocker`() {
    var stage = Stage.status()
    let answers = answers(stage)
    stage.press("p enter")
    let subject = DraftSubject.update(api, today)
    let blocked = [Blockage(on: .person(Cast.id(105)), "the key of the staging vault")]
    #expect(
      stage.performed.prefix(5) == [
        .loadDraft(subject), .loadUpdateDrafts, .saveDraft(subject, answers.writing),
        .performWatch(.post(prompt: api, today, answers, blocked: blocked)),
        .discardDraft(subject),
      ])
    #expect(stage.state.compose == nil && stage.state.status.text == "posted an update to team api")
    #expect(stage.state.bill?.update(api, Cast.id(101), today)?.answers == answers)
    #expect(stage.state.bill?.blockers.count == 2, "the blocker was known")
  }

  @Test func `every letter is a draft before anything else, and Esc keeps it`() {
    var stage = Stage.status()
    stage.press("p G o")
    stage.performed = []
    stage.type("@bo")
    let saved = stage.performed.compactMap { effect -> String? in
      if case .saveDraft(_, let text) = effect {
        text.split(separator: "\n").last.map(String.init)
      } else {
        nil
      }
    }
    #expect(saved == ["- @", "- @b", "- @bo"])
    stage.press("esc esc")
    #expect(stage.state.compose == nil)
    #expect(stage.state.keptDrafts == [.update(api, today)])
    stage.press("p")
    #expect(stage.state.compose?.origin == .kept)
    #expect(stage.state.compose?.answers.last?.text.hasSuffix("- @bo") == true)
  }

  @Test func `a line that was only looked at makes no draft`() {
    var stage = Stage.status()
    stage.press("p i esc o esc i enter enter esc")
    #expect(stage.drafts.isEmpty && stage.state.keptDrafts.isEmpty)
    #expect(stage.state.compose == nil)
  }

  @Test func `a line taken away comes back, and lines can be typed one after the other`() {
    var stage = Stage.status()
    stage.press("p")
    let before = stage.state.compose?.answers
    stage.press("x")
    #expect(stage.state.compose?.answers.first?.text == "- Commented on API-57")
    stage.press("u")
    #expect(stage.state.compose?.answers == before)
    stage.press("j o")
    stage.type("one")
    stage.press("enter")
    stage.type("two")
    stage.press("enter enter")
    #expect(stage.state.overlay == nil)
    #expect(stage.state.compose?.answers.first?.text.hasSuffix("API-57\n- one\n- two") == true)
  }

  @Test func `pasted lines become lines of the answer and fire no key`() {
    var stage = Stage.status()
    stage.press("p j j")
    stage.send(.input(.paste("- first\nsecond", truncated: false), at: Cast.now))
    #expect(stage.state.compose?.answers[1].text.hasSuffix("- first\n- second") == true)
    #expect(stage.state.overlay == nil)
    stage.press("o")
    stage.send(.input(.paste("x\ny", truncated: false), at: Cast.now))
    #expect(stage.state.compose?.answers[1].text.hasSuffix("- x\n- y") == true)
  }

  @Test func `the editor gets the whole update and what it saves comes back`() {
    var stage = Stage.status()
    stage.editor = { $0 + "- and a review\n" }
    stage.press("p e")
    #expect(stage.state.compose?.answers.last?.text.hasSuffix("- and a review") == true)
    #expect(stage.state.compose?.isTouched == true)
  }

  @Test func `an update without a word is not posted`() {
    var bill = Cast.updatesBill
    bill.blockers = []
    var stage = Stage.status(bill: bill)
    stage.press("p")
    for _ in 0..<5 { stage.press("g g x j x j x") }
    stage.performed = []
    stage.press("G x enter")
    #expect(stage.state.compose != nil)
    #expect(stage.state.status.kind == .error)
    #expect(!stage.performed.contains { if case .performWatch = $0 { true } else { false } })
  }

  @Test func `the digest is copied as text, on its team's clock`() {
    var stage = Stage.status()
    stage.press("G k y")
    guard case .copy(let text) = stage.performed.last else {
      Testing.Issue.record("nothing was copied")
      return
    }
    #expect(text.hasPrefix("Team api, Wed 11 Mar\n\nBlocked:\n- @ana waits for @dee"))
    #expect(text.contains("2 people have not answered yet."))
  }

  @Test func `days before show the digests of their time`() {
    var stage = Stage.status()
    stage.press("[")
    #expect(stage.state.tabList.selected == .digest(api, Cast.date(10)))
    let text = stage.state.tabList.paper.map(\.characters).joined(separator: "\n")
    #expect(text.contains("for 6 working days") && !text.contains("HTTP/3"))
    #expect(!text.contains("On call"))
    stage.press("]")
    #expect(stage.state.statusBack == 0)
    stage.press("]")
    #expect(stage.state.status.text == "this is the latest one")
    for _ in 0..<40 { stage.press("[") }
    #expect(stage.state.status.text.contains("five weeks"))
    #expect(!stage.state.tabList.rows.isEmpty)
  }

  @Test func `what blocks is cleared from its line alone`() {
    var stage = Stage.status()
    stage.press("x")
    #expect(stage.state.status.text.hasPrefix("nothing that blocks is chosen"))
    stage.press("j x")
    #expect(stage.performed.contains(.performWatch(.clearBlocker(Cast.id(841)))))
    #expect(stage.state.bill?.blockers.first { $0.id == Cast.id(841) }?.isOpen == false)
  }

  @Test func `an update that is posted can be changed until the digest, and after it is amended`() {
    var stage = Stage.status()
    stage.press("p enter")
    stage.press("p i")
    stage.type("!")
    stage.press("esc enter")
    #expect(stage.state.bill?.update(api, Cast.id(101), today)?.editedAt != nil)
    stage.press("p i")
    stage.type("?")
    stage.press("esc")
    stage.send(
      .input(.key(.enter), at: Cast.now.advanced(by: 3 * Instant.hour)))
    #expect(stage.state.bill?.update(api, Cast.id(101), today)?.isAmended == true)
  }

  @Test func `an update due in the inbox opens at once`() throws {
    var stage = Stage.status()
    stage.press("f1 G")
    let place = try #require(
      stage.state.tabList.rows.firstIndex {
        if case .item(let id) = $0.subject { id.kind == .promptDue } else { false }
      })
    stage.state.tabList.cursor = place
    stage.press("enter")
    #expect(stage.state.tab == .status && stage.state.compose?.prompt.id == api)
  }

  @Test func `nobody and a stranger are told why they cannot write`() {
    var stage = Stage.status(me: nil)
    stage.press("p")
    #expect(stage.state.status.text == AppState.nobodyActs)
    var other = Cast.updatesBill
    other.people[0].teams = []
    stage = Stage.status(bill: other)
    stage.press("p")
    #expect(stage.state.status.text.hasPrefix("no team of yours is asked"))
  }
}
