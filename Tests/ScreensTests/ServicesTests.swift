import Canvas
import Domain
import Support
import Testing

@testable import Screens

/// The tab Services, and handing an issue over from the list: offers, answers, and where keys lead.
@Suite struct ServicesTests {
  private let router = Cast.id(601)
  private let auth = Cast.id(602)

  private func stage(_ keys: String = "f6", as person: String = "ana") -> Stage {
    var stage = Stage(80, 24, bill: Cast.bill)
    stage.state.me = person
    stage.send(.watch(Cast.bill, []))
    stage.press(keys)
    stage.performed = []
    return stage
  }

  private func verbs(_ stage: Stage) -> [WatchVerb] {
    stage.performed.compactMap { if case .performWatch(let verb) = $0 { verb } else { nil } }
  }

  @Test func `open issues are counted when the tab is shown and when the bill changes`() {
    var stage = Stage(80, 24, bill: Cast.bill)
    stage.press("f6")
    #expect(stage.performed.contains(.loadServiceCounts))
    stage.performed = []
    stage.send(.watch(Cast.bill, []))
    #expect(stage.performed == [.loadServiceCounts])
    stage = Stage(80, 24, bill: Cast.bill)
    stage.send(.watch(Cast.bill, []))
    #expect(!stage.performed.contains(.loadServiceCounts))
  }

  @Test func `Enter shows the open issues of a service, and Esc the list as it was`() {
    var stage = stage("j f6 j j j enter")
    #expect(stage.state.tab == .issues)
    #expect(stage.state.sections[0].filter == "is:open service:router")
    #expect(stage.state.list.rows.map(\.issue.key.description) == ["API-42"])
    stage.press("esc")
    #expect(stage.state.sections[0].filter == nil)
    #expect(stage.state.list.selected?.key == Cast.issues[1].key)
  }

  @Test func `a service is offered to somebody with a line, and an undo takes it back`() {
    var stage = stage("f6 j j", as: "bo")
    stage.press("o")
    stage.type("web")
    stage.press("enter")
    stage.type("Yours from Monday")
    stage.press("enter")
    let receiver = Handoff.Receiver.team(Cast.id(502))
    #expect(verbs(stage) == [.offer(.service(auth), to: receiver, message: "Yours from Monday")])
    #expect(stage.state.bill?.openOffer(of: .service(auth))?.receiver == receiver)
    #expect(stage.state.status.text == "offered auth to team web")
    stage.press("u")
    #expect(stage.state.bill?.openOffer(of: .service(auth)) == nil)
  }

  @Test func `an offer may come without a word`() {
    var stage = stage("f6 j j", as: "bo")
    stage.press("o enter enter")
    #expect(verbs(stage) == [.offer(.service(auth), to: .person(Cast.id(101)), message: "")])
  }

  @Test func `what is offered to my team stands first; accepting moves it`() {
    var stage = stage(as: "chloé")
    #expect(stage.state.selectedOffer?.id == Cast.id(902))
    stage.press("a")
    #expect(verbs(stage) == [.handoff(Cast.id(902), .accept)])
    #expect(stage.state.bill?.service(router)?.owner == "chloé")
    #expect(stage.state.bill?.service(router)?.team == "web")
    #expect(stage.state.bill?.transfers(of: .service(router)).first?.by == Cast.id(103))
  }

  @Test func `declining asks for a reason and withdrawing does not`() {
    var stage = stage()
    stage.press("x")
    stage.type("on leave")
    stage.press("enter")
    #expect(verbs(stage) == [.handoff(Cast.id(901), .decline(reason: "on leave"))])
    stage.press("w")
    #expect(verbs(stage).last == .handoff(Cast.id(902), .withdraw))
    #expect(stage.state.bill?.openOffers.isEmpty == true)
  }

  @Test(arguments: [
    ("f6", "w", "only who gives can do that"), ("f6 j", "a", "only who receives can accept"),
    ("f6 j j", "x", "nothing is offered here"),
    ("f6 j j", "o", "auth is owned by @bo, who alone can offer it"),
    ("f6 j j j", "o", "router is offered to team web already"),
    ("f6 j j j j j", "o", "dashboard belongs to team web"), ("f6", "n", "there is no service here"),
  ])
  func `what cannot be done says why`(_ place: String, _ key: String, _ words: String) {
    var stage = stage(place)
    stage.press(key)
    #expect(stage.state.status.kind == .error)
    #expect(stage.state.status.text.hasPrefix(words), "\(stage.state.status.text)")
    #expect(stage.performed.isEmpty && stage.state.overlay == nil)
  }

  @Test func `typing narrows by name, team and owner; Enter keeps, Esc shows all`() {
    var stage = stage("f6 /")
    let shown = { (stage: Stage) in stage.state.tabList.rows.compactMap(\.subject) }
    stage.type("dee")
    #expect(shown(stage) == [.service(Cast.id(604))])
    stage.press("backspace backspace backspace")
    stage.type("api")
    #expect(shown(stage) == [.service(auth), .service(router)])
    stage.press("down enter")
    #expect(stage.state.tabList.selected == .service(router) && stage.state.overlay == nil)
    stage.press("esc")
    #expect(shown(stage).count == 7)
    #expect(stage.state.tabList.selected == .service(router))
    stage.press("/")
    stage.type("auth")
    stage.press("esc")
    #expect(stage.state.serviceFilter.isEmpty)
  }

  @Test func `an offered issue is opened by Enter, an offered service found below`() {
    var stage = stage()
    stage.press("enter")
    #expect(stage.state.detail?.key == Cast.issues[1].key)
    stage = self.stage("f6 j")
    stage.press("enter")
    #expect(stage.state.tabList.selected == .service(router))
  }

  @Test func `a service is paged from here`() {
    var stage = stage("f6 j j n")
    stage.type("Slow")
    stage.press("enter")
    let trigger = PageTrigger(summary: "Slow", severity: .critical)
    #expect(verbs(stage) == [.trigger(service: auth, key: nil, trigger)])
  }

  // MARK: Issues

  @Test func `an issue of mine is handed over from the list and from the issue`() {
    for place in ["", "enter"] {
      var stage = stage(place)
      stage.press("H")
      stage.type("bo")
      stage.press("enter")
      stage.type("see the branch")
      stage.press("enter")
      let issue = Cast.issues[0].id
      let receiver = Handoff.Receiver.person(Cast.id(102))
      #expect(verbs(stage) == [.offer(.issue(issue), to: receiver, message: "see the branch")])
      #expect(stage.state.status.text == "offered API-42 to @bo")
      stage.press("H")
      #expect(stage.state.status.text.hasPrefix("API-42 is offered to @bo already"))
    }
  }

  @Test(arguments: [
    ("j", "API-57 is owned by @dee, who alone can offer it"),
    ("space space", "one issue is offered at a time; Esc takes the marks off"),
  ])
  func `an issue that is not mine alone to give is not offered`(_ keys: String, _ words: String) {
    var stage = stage(keys)
    stage.press("H")
    #expect(stage.state.status.text == words && stage.state.overlay == nil)
  }

  @Test func `nothing is handed over while the bill is being read`() {
    var stage = Stage()
    stage.press("H")
    #expect(stage.state.status.text == AppState.isReading)
  }
}
