import Canvas
import Domain

extension AppState {
  /// All that is known of the page under the cursor, and what can be done with it.
  func pagePaper(_ bill: WatchBill, width: Int) -> [StyledLine] {
    guard case .page(let id) = tabList.selected, let page = bill.pages.first(where: { $0.id == id })
    else { return [] }
    let wording = bill.wording(for: myID)
    var sheet = Sheet(width: width)
    sheet.title(page.summary)
    sheet.page(page, wording, now)
    sheet.fact("urgency", page.urgency.name)
    if let ack = page.firstAck {
      let wait = page.timeToAck.map(Countdown.length) ?? ""
      sheet.fact("acked", "\(wording.sender(ack.by)) after \(wait)")
    }
    if page.alarms > 1 { sheet.fact("rang", "\(page.alarms) times") }
    if let key = page.key { sheet.fact("key", key.text) }
    tellReach(of: page, in: &sheet)
    sheet.blank()
    if page.isOpen { tellSteps(for: page, bill, wording, in: &sheet) }
    tellBefore(page, bill, wording, in: &sheet)
    sheet.blank()
    for (action, words) in AppState.waysOn where obstacle(to: action) == nil {
      if let key = keymap.key(of: action) { sheet.hint(key, words) }
    }
    return sheet.lines
  }

  private static let waysOn: [(ActionID, String)] = [
    (.ack, "acknowledge it"), (.resolve, "resolve it, with a reason"),
    (.snooze, "let it be quiet for a while"), (.extend, "hold it longer"),
    (.release, "give it back: it rings again"), (.escalate, "tell the next step now"),
    (.open, "go to its service"),
  ]

  private func tellReach(of page: Page, in sheet: inout Sheet) {
    switch page.escalation?.reach {
    case .lastResort: sheet.text("Nobody of the policy could be reached.", .warning)
    case .held: sheet.text("Nobody is on call; it waits until somebody is.", .warning)
    case .onCall, nil: break
    }
  }

  /// The steps of the policy, the present one marked.
  private func tellSteps(
    for page: Page, _ bill: WatchBill, _ wording: Wording, in sheet: inout Sheet
  ) {
    guard let policy = bill.policy(of: page.service) else { return }
    let present = page.escalation.map { ($0.rung - 1) % policy.steps.count }
    sheet.heading("Escalation")
    sheet.steps(
      of: policy, bill, wording, present: present, now, mark: glyphs.marker.characters)
    sheet.blank()
  }

  /// Pages of the same trouble, or of the same service, that came before.
  private func tellBefore(
    _ page: Page, _ bill: WatchBill, _ wording: Wording, in sheet: inout Sheet
  ) {
    let before = bill.pages.filter {
      $0.service == page.service && $0.id != page.id && $0.firstSeen < page.firstSeen
    }
    guard !before.isEmpty else { return }
    sheet.heading("Before, on \(wording.name(page.service))")
    for earlier in before.prefix(5) {
      let end = earlier.resolution.map(\.reason.name) ?? earlier.state.phase.name
      sheet.text("\(wording.moment(earlier.firstSeen))  \(end)  \(earlier.summary)", .dim)
    }
    if before.count > 5 { sheet.text("and \((before.count - 5).grouped) more", .dim) }
  }
}

extension Sheet {
  /// The steps of a policy: whom each tells, who that is now, and how long it waits.
  ///
  /// - Parameters:
  ///   - present: the step that was told last, from 0; nil for none.
  ///   - mark: what stands before it.
  mutating func steps(
    of policy: EscalationPolicy, _ bill: WatchBill, _ wording: Wording, present: Int? = nil,
    _ now: Instant, mark: String
  ) {
    for (index, step) in policy.steps.enumerated() {
      let targets = step.targets.map { target in
        switch target {
        case .person(let id): wording.mention(id)
        case .team(let id): "team \(wording.name(id))"
        case .schedule(let id):
          "\(wording.name(id)) (\(wording.mentions(bill.onCall(id, at: now))))"
        }
      }
      let turns = step.manner == .roundRobin ? " in turn" : ""
      let head = index == present ? mark : " "
      text(
        "\(head) \(index + 1)  \(targets.joined(separator: ", "))\(turns), "
          + Countdown.length(step.wait), index == present ? .strong : .text)
    }
    if policy.repeats > 0 { text("    then again, \(policy.repeats) more", .dim) }
    if let person = policy.lastResort { text("    at last \(wording.mention(person))", .dim) }
  }
}
