import Canvas
import Domain
import Support
import Testing

@testable import Screens

/// Keys on the on-call tab: what is chosen, what is asked, and what is done in the end.
@Suite struct OnCallTests {
  private let api = Cast.id(601)
  private let web = Cast.id(602)
  private let ana = Cast.id(101)
  private let bo = Cast.id(102)
  private let chloé = Cast.id(103)
  private let dee = Cast.id(105)

  private func chosen(_ stage: Stage) -> Period? { stage.state.rotaPiece?.period }

  private func verbs(_ stage: Stage) -> [WatchVerb] {
    stage.performed.compactMap { effect in
      if case .performWatch(let verb) = effect { verb } else { nil }
    }
  }

  // MARK: Looking

  @Test func `mine stand first, then those of my teams`() {
    #expect(
      Stage.onCall().state.tabList.rows.map(\.subject)
        == [.schedule(api), .schedule(Cast.id(603)), .schedule(web)])
    #expect(
      Stage.onCall(me: "dee").state.tabList.rows.first?.subject == .schedule(web))
  }

  @Test func `the arrows go from shift to shift, with counts, and beyond what is in sight`() {
    var stage = Stage.onCall()
    #expect(chosen(stage) == Cast.span("09T08:00", "12T08:00"))
    stage.press("l")
    #expect(chosen(stage) == Cast.span("12T08:00", "13T08:00"))
    stage.press("2 right")
    #expect(chosen(stage) == Cast.span("16T08:00", "23T08:00"))
    stage.press("l")
    #expect(stage.state.rotaPiece?.person == chloé)
    #expect(stage.state.rotaPiece?.columns.isEmpty == false)
    stage.press("4 h")
    #expect(stage.state.rotaPiece?.person == ana)
    stage.press(".")
    #expect(stage.state.rota.firstDay == nil)
    #expect(chosen(stage) == Cast.span("09T08:00", "12T08:00"))
  }

  @Test func `every shift within a year is reached, forth and back`() {
    var stage = Stage.onCall()
    stage.press("j j")
    let start = chosen(stage)
    for _ in 0..<200 { stage.press("l") }
    let end = chosen(stage)
    #expect(end.map { $0.start > Cast.now.advanced(by: 190 * Instant.day) } == true)
    for _ in 0..<200 { stage.press("h") }
    #expect(chosen(stage) == start)
  }

  @Test func `zoom and pages keep what is chosen in sight`() {
    var stage = Stage.onCall()
    stage.press("l l l")
    for keys in ["z", "z", "Z", "Z", "Z", "L", "H", "pgdn", "ctrl-d", "ctrl-u"] {
      stage.press(keys)
      #expect(stage.state.rotaPiece?.columns.isEmpty == false, "\(keys)")
    }
    stage.press("Z Z")
    #expect(stage.state.status.text == "five weeks are the most in sight")
  }

  @Test func `enter reads the paper over the lanes, and esc only goes back`() {
    var stage = Stage.onCall(40, 10)
    #expect(AppLayout(stage.state).preview == nil)
    stage.press("enter")
    #expect(AppLayout(stage.state).preview != nil)
    stage.press("G")
    #expect(stage.state.tabList.scroll > 0)
    stage.press("esc")
    #expect(AppLayout(stage.state).preview == nil)
    #expect(stage.performed.isEmpty)
  }

  @Test func `a click chooses a shift, a second one reads of it`() {
    var stage = Stage.onCall()
    let click = Message.input(.mouse(MouseEvent(.press, .left, x: 60, y: 5)), at: Cast.now)
    stage.send(click)
    #expect(stage.state.rotaPiece?.person == bo)
    stage.send(click)
    #expect(stage.state.rota.isReading)
  }

  /// Twelve schedules like the first of the cast's.
  private var many: WatchBill {
    var bill = Cast.watchBill
    bill.schedules = (1...12).map { number in
      var schedule = Cast.watchBill.schedules[0]
      schedule.id = Cast.id(600 + number)
      schedule.name = "rota-\(number < 10 ? "0" : "")\(number)"
      return schedule
    }
    return bill
  }

  @Test(arguments: [(80, 24), (40, 10), (60, 14), (200, 60)])
  func `of many schedules the chosen one is in sight, with its lane`(_ size: (Int, Int)) {
    var stage = Stage.onCall(size.0, size.1, bill: many)
    for key in Array(repeating: "j", count: 11) + Array(repeating: "k", count: 11) {
      let grid = stage.grid
      let row = (0..<size.1).first { grid.text(row: $0).hasPrefix("▌rota-") }
      #expect(row.map { grid.text(row: $0 + 1).contains("│") } == true)
      stage.press(key)
    }
  }

  @Test func `lanes are made once, not for every key`() {
    var stage = Stage.onCall()
    let basis = stage.state.rota.basis
    stage.state.rota.lanes[0].duty.problem = "untouched"
    stage.press("l j k J")
    #expect(stage.state.rota.lanes[0].duty.problem == "untouched")
    stage.send(.input(.key(.character("j")), at: Cast.now.advanced(by: Instant.minute)))
    #expect(stage.state.rota.lanes[0].duty.problem == "untouched")
    #expect(stage.state.rota.basis == basis)
    stage.press("z")
    #expect(stage.state.rota.lanes[0].duty.problem == nil)
  }

  @Test func `a handoff that passes is seen with the next key`() {
    var stage = Stage.onCall()
    let handoff = Cast.march("11T15:00")
    stage.send(.input(.key(.character("j")), at: handoff.advanced(by: -1)))
    #expect(stage.state.rota.lane(of: web)?.duty.holders == [dee])
    stage.send(.input(.key(.character("j")), at: handoff))
    #expect(stage.state.rota.lane(of: web)?.duty.holders == [bo])
  }

  @Test func `an item of the inbox leads to the shift it is about`() {
    var stage = Stage.onCall(me: "bo")
    stage.press("f1")
    let item = stage.state.tabList.rows.firstIndex {
      if case .item(let id) = $0.subject {
        id.subject == .coverRequest(Cast.id(702))
      } else {
        false
      }
    }
    stage.state.tabList.cursor = item ?? 0
    stage.press("enter")
    #expect(stage.state.tab == .onCall)
    #expect(stage.state.rotaSchedule?.id == web)
    #expect(chosen(stage) == Cast.span("12T15:00", "13T15:00"))
  }

  // MARK: Changing

  @Test func `two keys put somebody else on call for the chosen shift`() {
    var stage = Stage.onCall()
    stage.press("l l l o enter")
    let week = Cast.span("16T08:00", "23T08:00")
    #expect(verbs(stage) == [.override(api, .replace(bo, with: ana), week, note: "")])
    #expect(stage.state.bill?.onCall(api, at: Cast.march("18T12:00")) == [ana])
    #expect(stage.grid.text(row: 22).contains("put @ana in the place of @bo in api-primary"))
  }

  @Test func `a running shift is overridden for its rest, and nobody may be chosen`() {
    var stage = Stage.onCall()
    stage.press("o")
    stage.type("nobody")
    stage.press("enter")
    #expect(
      verbs(stage)
        == [.override(api, .remove(ana), Period(Cast.now, Cast.march("12T08:00")), note: "")])
  }

  @Test func `other times are typed on the clocks of the schedule`() {
    var stage = Stage.onCall()
    stage.press("l l l o tab ctrl-u")
    stage.type("2026-03-17 9:00 to 17:00")
    stage.press("enter enter")
    #expect(
      verbs(stage) == [
        .override(
          api, .replace(bo, with: ana), Cast.span("17T08:00", "17T16:00"), note: "")
      ])
  }

  @Test func `somebody is put where nobody is`() {
    var stage = Stage.onCall()
    stage.press("G l l l l o")
    stage.type("dee")
    stage.press("enter")
    #expect(
      verbs(stage) == [.override(web, .add([dee]), Cast.span("14T15:00", "15T15:00"), note: "")])
    #expect(stage.state.rotaPiece?.person == dee)
  }

  @Test func `cover is asked for with a word or without`() {
    var stage = Stage.onCall()
    stage.press("l l c")
    stage.type("a wedding")
    stage.press("enter")
    stage.press("4 l c enter")
    #expect(
      verbs(stage).first
        == .askCover(api, for: ana, Cast.span("13T08:00", "16T08:00"), note: "a wedding", named: [])
    )
    #expect(verbs(stage).count == 2)
    #expect(stage.state.bill?.covers.count == 3)
  }

  @Test func `what is asked for, offered or running is taken with one key`() {
    var asked = Stage.onCall()
    asked.press("l l l t")
    #expect(verbs(asked) == [.takeCover(Cast.id(701), nil)])
    #expect(asked.state.bill?.onCall(api, at: Cast.march("17T12:00")) == [ana])
    var offered = Stage.onCall(me: "bo")
    offered.state.tabList.cursor =
      offered.state.tabList.rows.firstIndex { $0.subject == .schedule(web) } ?? 0
    offered.press("2 l t")
    #expect(verbs(offered) == [.answerOffer(Cast.id(702), accepts: true)])
    var running = Stage.onCall(me: "chloé")
    running.press("t")
    #expect(verbs(running) == [.takeShift(api, from: ana)])
    #expect(running.state.bill?.onCall(api, at: Cast.now) == [chloé])
  }

  @Test func `a shift is given and swapped by an offer`() {
    var give = Stage.onCall()
    give.press("l l v enter")
    let mine = Cast.span("13T08:00", "16T08:00")
    #expect(verbs(give) == [.offerShift(api, to: bo, gives: mine, takes: nil)])
    var swap = Stage.onCall()
    swap.press("l l w down enter")
    let theirs = Cast.span("16T08:00", "23T08:00")
    #expect(verbs(swap) == [.offerShift(api, to: bo, gives: mine, takes: theirs)])
    var other = Stage.onCall()
    other.press("l l l w enter")
    #expect(verbs(other) == [.offerShift(api, to: bo, gives: mine, takes: theirs)])
  }

  @Test func `one key ends an override, a request, an offer and an absence`() {
    var override = Stage.onCall()
    override.press("l x")
    #expect(verbs(override) == [.removeOverride(Cast.id(621))])
    #expect(override.state.bill?.onCall(api, at: Cast.march("12T12:00")) == [ana])
    var request = Stage.onCall(me: "bo")
    request.state.tabList.cursor =
      request.state.tabList.rows.firstIndex { $0.subject == .schedule(api) } ?? 0
    request.press("3 l x")
    #expect(verbs(request) == [.withdrawCover(Cast.id(701))])
    request.press("x")
    #expect(verbs(request).last == .removeAbsence(Cast.id(703)))
    var gap = Stage.onCall()
    gap.press("G l l l l x")
    #expect(verbs(gap) == [.removeOverride(Cast.id(622))])
  }

  @Test func `an absence is typed with its note, and what cannot be stays in the line`() {
    var stage = Stage.onCall()
    stage.press("b ctrl-u")
    stage.type("2026-03-29 02:30 to 2026-03-30 09:00 skiing")
    stage.press("enter")
    #expect(stage.state.status.kind == .error)
    #expect(stage.state.status.text.contains("2026-03-29T00:30:00Z"))
    #expect(stage.state.status.text.contains("2026-03-29T01:30:00Z"))
    stage.press("ctrl-u")
    stage.type("2026-03-29T01:30Z to 2026-03-30 09:00 skiing")
    stage.press("enter")
    let away = Period(
      Cast.march("29T01:30"), Cast.march("30T07:00"))
    #expect(verbs(stage) == [.addAbsence(ana, away, note: "skiing")])
  }

  // MARK: The roster

  @Test func `a roster shows what it moves before it is saved, and begins with the next handoff`()
    throws
  {
    var stage = Stage.onCall()
    stage.press("e")
    stage.type(" dee")
    stage.press("enter")
    #expect(verbs(stage).isEmpty)
    guard case .roster(let sheet) = stage.state.overlay else {
      Testing.Issue.record("no preview")
      return
    }
    #expect(sheet.lines.contains { $0.characters.contains("@dee") })
    stage.press("esc")
    #expect(stage.grid.text(row: 22).contains("ana bo chloé dee"))
    stage.press("enter enter")
    let bill = try #require(stage.state.bill)
    #expect(bill.schedule(api)?.versions.last?.effectiveFrom == Cast.march("16T08:00"))
    #expect(bill.onCall(api, at: Instant(iso8601: "2026-04-01T12:00Z") ?? Cast.now) == [dee])
    #expect(stage.performed.contains(.discardDraft(.roster(schedule: api, layer: Cast.id(611)))))
  }

  @Test func `at once is from the next minute on`() {
    var stage = Stage.onCall()
    stage.press("e ctrl-u")
    stage.type("dee")
    stage.press("enter tab enter")
    let start = Cast.now.advanced(by: Instant.minute)
    #expect(stage.state.bill?.onCall(api, at: start) == [dee])
    #expect(stage.state.bill?.onCall(api, at: start.advanced(by: -1)) == [ana])
  }

  @Test func `an unknown name, and nobody at all, are refused in the line`() {
    var stage = Stage.onCall()
    stage.press("e")
    stage.type(" zebra")
    stage.press("enter")
    #expect(stage.state.status.text.contains("nobody here is called “zebra”"))
    stage.press("ctrl-u")
    stage.type("+ , +")
    stage.press("enter")
    #expect(stage.state.status.text.contains("name at least one person"))
  }

  @Test func `the editor has a turn on each line, and what it saves is shown first`() {
    var stage = Stage.onCall()
    stage.editor = { text in text == "ana\nbo\nchloé\n" ? "bo+dee\nana\n" : nil }
    stage.press("e ctrl-o")
    guard case .roster(let sheet) = stage.state.overlay else {
      Testing.Issue.record("no preview")
      return
    }
    #expect(sheet.text == "bo+dee ana")
    #expect(verbs(stage).isEmpty)
  }

  // MARK: What cannot be done

  @Test func `a verb that cannot be done says why`() {
    let reasons: [(keys: String, me: String?, reason: String)] = [
      ("h o", "ana", "it is over; what has happened cannot be changed"),
      ("c", "ana", "it runs already; o puts somebody in your place for the rest"),
      ("c", "chloé", "it runs already; t takes it now"),
      ("l l t", "ana", "it is yours already"),
      ("l l l v", "ana", "it is not yours to give; o puts another person there"),
      ("l l l l t", "ana", "nobody asked to be covered then; c asks for them, w offers a swap"),
      ("G l l l l t", "ana", "nobody has it; o puts somebody on call"),
      (
        "l l x", "ana",
        "there is nothing to end; this ends an override, a request, an offer or an absence"
      ),
      ("o", nil, "nobody said who you are; start with --as HANDLE"),
    ]
    for (keys, me, reason) in reasons {
      var stage = Stage.onCall(me: me)
      stage.press(keys)
      #expect(stage.state.status.text == reason, "\(keys)")
      #expect(verbs(stage).isEmpty)
    }
    var empty = Stage.onCall(bill: WatchBill())
    empty.press("e")
    #expect(empty.state.status.text == "there is no schedule here")
    empty.press("q")
    #expect(empty.performed.last == .quit)
  }
}

extension OnCallTests {
  @Test(arguments: ["", "l", "l l l", "G l l l l", "h h h", "enter"])
  func `every key that can do nothing says why, and no other is blocked`(_ keys: String) {
    var before = Stage.onCall()
    before.press(keys)
    for action in Action.table where action.places.contains(.onCall) {
      var stage = before
      guard let reason = stage.state.obstacle(to: action.id) else { continue }
      stage.press(stage.state.keymap.key(of: action.id) ?? "")
      #expect(stage.state.status.kind == .error && stage.state.status.text == reason)
      #expect(stage.performed == before.performed, "\(action.id)")
    }
    let free: [ActionID] = [.quit, .undo, .palette, .nextTab, .back, .zoomIn, .laterSpan, .absence]
    #expect(free.allSatisfy { before.state.obstacle(to: $0) == nil })
  }
}
