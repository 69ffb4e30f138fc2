import Canvas
import Domain
import Support
import Testing

@testable import Screens

/// The tab Pages: what each key asks for, what it says when it cannot, and what time does.
@Suite struct PagesTests {
  private let rings = Cast.id(801)
  private let held = Cast.id(803)

  private func stage(_ keys: String = "f4", width: Int = 80, height: Int = 24) -> Stage {
    var stage = Stage(width, height, bill: Cast.bill)
    stage.press(keys)
    stage.performed = []
    return stage
  }

  /// What was asked of the bill, oldest first.
  private func verbs(_ stage: Stage) -> [WatchVerb] {
    stage.performed.compactMap { if case .performWatch(let verb) = $0 { verb } else { nil } }
  }

  @Test func `the page that rings for me stands first and the cursor is on it`() {
    #expect(stage().state.selectedPage?.id == rings)
  }

  @Test func `a key acknowledges, and an undo lets it ring again`() {
    var stage = stage()
    stage.press("a")
    #expect(verbs(stage) == [.page(rings, .ack)])
    #expect(stage.state.bill?.pages.first { $0.id == rings }?.owner == Cast.id(101))
    #expect(stage.state.status.text == "acknowledged the page of router")
    stage.press("u")
    #expect(stage.state.bill?.pages.first { $0.id == rings }?.escalation != nil)
  }

  @Test func `resolving asks why`() {
    var stage = stage()
    stage.press("r")
    #expect(stage.performed.isEmpty)
    stage.press("down enter")
    #expect(verbs(stage) == [.page(rings, .resolve(.selfCleared))])
    #expect(stage.state.bill?.pages.first { $0.id == rings }?.resolution?.reason == .selfCleared)
  }

  static let snoozes: [(String, Int64)] = [
    ("s enter", 30), ("s down down enter", 240), ("s pgdn enter", 1380), ("s 2 5 m enter", 25),
    ("s 1 8 : 3 0 enter", 510),
  ]

  @Test(arguments: snoozes)
  func `a snooze ends at the time that was chosen or typed`(_ keys: String, _ minutes: Int64) {
    var stage = stage()
    stage.press(keys)
    let end = Cast.now.advanced(by: minutes * Instant.minute)
    #expect(verbs(stage) == [.page(rings, .snooze(until: end))])
  }

  @Test func `the other verbs ask for what they say`() {
    var stage = stage()
    stage.press("e")
    #expect(verbs(stage) == [.page(rings, .escalate)])
    #expect(stage.state.bill?.pages.first { $0.id == rings }?.escalation?.rung == 2)
    stage = self.stage("f4 j")
    stage.press("E down enter")
    #expect(verbs(stage) == [.page(held, .extend(until: Cast.now.advanced(by: Instant.hour)))])
    stage.press("x")
    #expect(verbs(stage).last == .page(held, .release))
  }

  @Test(arguments: [
    ("f4", "x", "nobody has acknowledged the page, so there is nothing to release"),
    ("f4", "E", "nobody has acknowledged the page, so there is nothing to extend"),
    ("f4 j", "a", "you hold it already"),
    ("f4 j", "e", "somebody has acknowledged the page; release it first"),
    ("f4 j j", "x", "somebody else holds the page"),
    ("f4 j j j", "s", "maintenance holds the page back"),
    ("f4 G", "a", "the page is resolved, and there is nothing to acknowledge"),
  ])
  func `what cannot be done says why`(_ place: String, _ key: String, _ words: String) {
    var stage = stage(place)
    stage.press(key)
    #expect(stage.state.status.kind == .error)
    #expect(stage.state.status.text.hasPrefix(words))
    #expect(stage.performed.isEmpty && stage.state.overlay == nil)
  }

  @Test func `a service is paged with a line, which is a draft until it is sent`() {
    var stage = stage("f4 n")
    stage.type("auth")
    stage.press("enter")
    stage.type("Nobody can sign in")
    let subject = DraftSubject.trouble(Cast.id(602))
    #expect(stage.drafts[subject] == "Nobody can sign in")
    stage.press("esc")
    #expect(stage.state.keptDrafts == [subject] && verbs(stage).isEmpty)
    stage.press("n")
    stage.type("auth")
    stage.press("enter enter")
    let trigger = PageTrigger(summary: "Nobody can sign in", severity: .critical)
    #expect(verbs(stage) == [.trigger(service: Cast.id(602), key: nil, trigger)])
    #expect(stage.drafts[subject] == nil)
    #expect(stage.state.bill?.pages.first?.escalation?.told == [Cast.id(101)])
  }

  @Test func `nobody is paged for a service that nobody owns, and the text is kept`() {
    var stage = stage("f4 n")
    stage.type("legacy")
    stage.press("enter")
    stage.type("No mail")
    stage.press("enter")
    #expect(stage.state.status.text.hasPrefix("nobody owns legacy-mailer"))
    #expect(stage.drafts[.trouble(Cast.id(605))] == "No mail")
  }

  @Test func `where no preview is, Enter reads the page whole, then goes to its service`() {
    var stage = stage(width: 40, height: 10)
    stage.press("enter")
    #expect(stage.state.isPaperWhole && stage.grid.text(row: 1).contains("p99 of GET"))
    stage.press("j")
    #expect(stage.grid.text(row: 1).contains("Session store"))
    stage.press("esc")
    #expect(!stage.state.isPaperWhole && stage.state.tab == .pages)
    stage.press("v enter")
    #expect(stage.state.tab == .services)
    #expect(stage.state.tabList.selected == .service(Cast.id(602)))
  }

  @Test func `the alert counts down by the minute and follows the escalation`() throws {
    var stage = Stage(80, 24, bill: Cast.bill)
    let foot = { (stage: Stage) in stage.grid.text(row: 22) }
    #expect(foot(stage).contains("router rings") && foot(stage).contains("next step in 7m"))
    stage.send(.input(.key(.character("j")), at: Cast.now.advanced(by: 2 * Instant.minute)))
    #expect(foot(stage).contains("in 5m"))
    // Seven minutes on the second step is told, and the next one comes a quarter of an hour later.
    stage.send(.input(.key(.character("j")), at: Cast.now.advanced(by: 8 * Instant.minute)))
    #expect(foot(stage).contains("in 14m"))
    let page = try #require(stage.state.bill?.pages.first { $0.id == rings })
    #expect(page.escalation?.told == [Cast.id(101), Cast.id(102)])
    #expect(page.escalation?.rung == 2)
  }

  @Test func `the alert says what I hold when nothing rings, and nothing to others`() {
    var stage = stage()
    stage.press("a")
    #expect(stage.state.alert?.isRinging == false && stage.state.alert?.others == 1)
    stage = Stage(80, 24, bill: Cast.bill)
    stage.state.me = "dee"
    stage.send(.watch(Cast.bill, []))
    #expect(stage.state.alert == nil)
  }

  @Test func `what is said stands beside the alert, and before it where both do not fit`() {
    var stage = Stage(80, 24, bill: Cast.bill)
    stage.press("z")
    #expect(stage.grid.text(row: 22).contains("z does nothing here"))
    #expect(stage.grid.text(row: 22).contains("router 7m"))
    stage.send(.failed("this is a sentence that needs nearly all of the line to be read"))
    #expect(stage.grid.text(row: 22).contains("nearly all of the line to be read"))
    #expect(!stage.grid.text(row: 22).contains("router"))
    stage.press("c")
    #expect(stage.grid.text(row: 22).contains("closed API-42"))
    #expect(stage.grid.text(row: 22).contains("router 7m"))
  }

  @Test func `the bell rings once for a page that begins to ring for me`() throws {
    var stage = Stage(80, 24)
    var bill = Cast.bill
    let mine = try #require(
      bill.pages.firstIndex { $0.escalation?.told.contains(Cast.id(101)) ?? false })
    let page = bill.pages.remove(at: mine)
    stage.send(.watch(bill, []))
    #expect(!stage.performed.contains(.ring))
    bill.pages.append(page)
    stage.send(.watch(bill, []))
    stage.send(.watch(bill, []))
    #expect(stage.performed.filter { $0 == .ring } == [.ring])
  }

  @Test func `the screen wakes when the countdown drops and when the next step is told`() throws {
    var stage = Stage(80, 24, bill: Cast.bill)
    let due = try #require(stage.state.alert?.due)
    var wakes: [Instant] = []
    while let moment = stage.state.wakesAt, moment <= due, wakes.count < 20 {
      let before = stage.grid.text(row: 22)
      wakes.append(moment)
      _ = update(&stage.state, .woke, at: moment)
      #expect(stage.grid.text(row: 22) != before)
    }
    #expect(wakes.last == due)
    #expect(wakes.count == 7)
    #expect(stage.state.alert?.due.map { $0 > due } ?? true)
  }

  @Test func `nothing due, nothing woken for`() {
    var bill = Cast.bill
    bill.pages = []
    bill.handoffs = []
    bill.prompts = []
    bill.schedules = []
    #expect(Stage(80, 24, bill: bill).state.wakesAt == nil)
  }

  @Test func `what comes without a key is of the moment it comes at`() {
    var stage = Stage(80, 24, bill: Cast.bill)
    let later = Cast.now.advanced(by: 3 * Instant.minute)
    _ = update(&stage.state, .changedElsewhere, at: later)
    #expect(stage.state.now == later)
    #expect(stage.grid.text(row: 22).contains("4m"))
  }

  @Test func `counts move that far, over headings`() {
    var stage = stage()
    stage.press("2 j")
    #expect(stage.state.selectedPage?.id == Cast.id(804))
    stage.press("g g")
    #expect(stage.state.selectedPage?.id == rings)
  }
}
