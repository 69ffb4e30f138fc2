import Canvas
import Domain
import Support

@testable import Screens

extension Stage {
  /// A stage on which the updates of the cast are read, with their tab in sight.
  static func status(
    _ width: Int = 80, _ height: Int = 24, bill: WatchBill = Cast.updatesBill, me: String? = "ana",
    glyphs: Glyphs = .unicode
  ) -> Stage {
    var stage = Stage(width, height, glyphs: glyphs)
    stage.state.me = me
    stage.send(.watch(bill, []))
    stage.press("f5")
    stage.performed = []
    return stage
  }

  /// What the journal of Ana would suggest for her updates.
  var updateDrafts: [EntityID: [Update.Answer]] {
    var material = UpdateMaterial()
    let router = IssueTitle(
      IssueKey(prefix: "API", number: 42), "Router drops keep-alive connections after 60 s")
    material.activity = [
      Activity(at: Cast.ago(5, Instant.hour), .moved(router, from: .doing, to: .review)),
      Activity(
        at: Cast.ago(4, Instant.hour),
        .commented(IssueTitle(IssueKey(prefix: "API", number: 57), "Rotate the key"))),
    ]
    material.open = [(router, .review)]
    guard let bill = state.bill, let me = state.myID else { return [:] }
    material.blockers = bill.blockers.filter { $0.person == me }
    var drafts: [EntityID: [Update.Answer]] = [:]
    for prompt in bill.prompts(of: me) {
      drafts[prompt.id] = prompt.draft(from: material, bill.wording(for: me))
    }
    return drafts
  }

  /// The issues that whoever writes a note touched.
  var touched: [HandoffFacts.TouchedIssue] {
    [
      HandoffFacts.TouchedIssue(
        key: IssueKey(prefix: "API", number: 42),
        title: "Router drops keep-alive connections after 60 s", how: "now review"),
      HandoffFacts.TouchedIssue(
        key: IssueKey(prefix: "API", number: 63), title: "作者が表示されない 🎉", how: "commented"),
    ]
  }
}
