import Canvas
import Domain

extension AppState {
  /// The inbox: what rings first, then what somebody waits for, then the rest; unread in bold.
  func inboxRows(_ bill: WatchBill, width: Int) -> (rows: [TabRow], empty: [String]) {
    guard me != nil else {
      return (
        [],
        [
          "Nobody said who you are.",
          "Start with --as HANDLE, or say it for good with 'watchbill person use HANDLE'.",
        ]
      )
    }
    // A kind stands where its likeliest item would, under one heading.
    var kinds: [InboxFact.Kind] = []
    for item in inbox where !kinds.contains(item.id.kind) { kinds.append(item.id.kind) }
    var rows: [TabRow] = []
    for kind in kinds {
      if !rows.isEmpty { rows.append(.blank) }
      rows.append(.heading(kind.title))
      rows += inbox.filter { $0.id.kind == kind }.map(row)
    }
    return (
      rows,
      [
        "Your inbox is empty.", "What is handed to you, rings for you or waits for you comes here.",
      ]
    )
  }

  private func row(_ item: InboxItem) -> TabRow {
    let mark = Span(item.isRead ? CleanText.blank(1) : glyphs.unread, .unread)
    let words = Span(CleanText(item.words, limit: 400), Style(.text, isBold: !item.isRead))
    return TabRow(
      .item(item.id), StyledLine([mark, Span(" ", .text), words]),
      right: StyledLine(Age.short(item.at, now: now), .time))
  }

  /// What is known of the item under the cursor, and what can be done with it.
  func inboxPaper(_ bill: WatchBill, width: Int) -> [StyledLine] {
    guard case .item(let id) = tabList.selected, let item = inbox.first(where: { $0.id == id })
    else { return [] }
    let wording = bill.wording(for: myID)
    var sheet = Sheet(width: width)
    sheet.title(item.words)
    sheet.fact("since", wording.moment(item.at))
    if let by = item.by { sheet.fact("by", wording.mention(by)) }
    sheet.blank()
    switch id.subject {
    case .handoff(let id):
      guard let handoff = bill.handoffs.first(where: { $0.id == id }) else { break }
      if !handoff.message.isEmpty { sheet.text(handoff.message) }
      if let note = handoff.note { sheet.text(note.text(.plain, wording)) }
      if let end = handoff.expiresAt { sheet.fact("expires", wording.moment(end)) }
    case .page(let id):
      if let page = bill.pages.first(where: { $0.id == id }) { sheet.page(page, wording, now) }
    case .coverRequest(let id):
      if let request = bill.covers.first(where: { $0.id == id }) {
        sheet.text(request.note)
        let rest = request.remainder.map { wording.span($0.start, $0.end) }
        sheet.fact("open", rest.joined(separator: ", "))
      }
    case .blocker(let id):
      if let blocker = bill.blockers.first(where: { $0.id == id }) {
        sheet.text(blocker.words(wording))
        sheet.fact("since", wording.day(blocker.since))
      }
    case .prompt(let id, _):
      if let prompt = bill.prompts.first(where: { $0.id == id }) {
        for question in prompt.questions { sheet.text("- " + question.text) }
      }
    case .issue, .conflict, .shift: break
    }
    sheet.blank()
    for (action, words) in waysOn(from: item) where obstacleInInbox(to: action) == nil {
      if let key = keymap.key(of: action) { sheet.hint(key, words) }
    }
    return sheet.lines
  }

  /// What can be done with an item here, the likeliest first.
  private func waysOn(from item: InboxItem) -> [(ActionID, String)] {
    var ways: [(ActionID, String)] = []
    switch item.id.subject {
    case .handoff, .coverRequest: ways = [(.accept, "accept it"), (.decline, "decline it")]
    case .page: ways = [(.accept, "acknowledge it")]
    case .blocker, .issue, .prompt, .conflict, .shift: break
    }
    return ways + [(.open, "go to it"), (.itemDone, "done with it"), (.itemUnread, "unread again")]
  }

  /// Does an action to the item under the cursor.
  mutating func runInbox(_ id: ActionID) -> [Effect] {
    guard case .item(let chosen) = tabList.selected,
      let item = inbox.first(where: { $0.id == chosen })
    else {
      complain("there is nothing here")
      return []
    }
    switch id {
    case .itemDone: return [.performWatch(.mark([item], .done))]
    case .itemUnread: return [.performWatch(.mark([item], item.isRead ? .unread : .read))]
    case .accept: return accept(item)
    case .decline: return decline(item)
    case .open: return (item.isRead ? [] : [.performWatch(.mark([item], .read))]) + go(to: item)
    default: return []
    }
  }

  private mutating func accept(_ item: InboxItem) -> [Effect] {
    switch item.id.subject {
    case .handoff(let id):
      guard let note = noteOf(id) else { return [.performWatch(.handoff(id, .accept))] }
      say("its pages and asks are taken one by one, or all at once")
      return openNote(of: note)
    case .coverRequest(let id):
      let isOffer = bill?.offers.contains { $0.id == id } ?? false
      return [.performWatch(isOffer ? .answerOffer(id, accepts: true) : .takeCover(id, nil))]
    case .page(let id): return [.performWatch(.page(id, .ack))]
    case .blocker, .issue, .prompt, .conflict, .shift: return []
    }
  }

  private mutating func decline(_ item: InboxItem) -> [Effect] {
    switch item.id.subject {
    case .handoff(let id):
      guard let handoff = bill?.handoffs.first(where: { $0.id == id }) else { return [] }
      return askWhyDeclined(handoff)
    case .coverRequest(let id) where bill?.offers.contains { $0.id == id } ?? false:
      return [.performWatch(.answerOffer(id, accepts: false))]
    default: return []
    }
  }

  /// Why the item under the cursor cannot be accepted, declined or marked; nil when it can.
  func obstacleInInbox(to id: ActionID) -> String? {
    guard [.accept, .decline, .itemDone, .itemUnread].contains(id) else { return nil }
    guard case .item(let chosen) = tabList.selected else { return "there is nothing here" }
    guard me != nil else { return Self.nobodyActs }
    guard id == .accept || id == .decline else { return nil }
    let isAccept = id == .accept
    switch chosen.subject {
    case .handoff(let handoff):
      guard noteOf(handoff) == nil else {
        return isAccept ? nil : "the note of a shift is accepted, or left; d is done with it"
      }
      return refusal(of: .handoff(handoff, isAccept ? .accept : .decline(reason: "")))
    case .coverRequest(let request):
      guard bill?.offers.contains(where: { $0.id == request }) != true else { return nil }
      return isAccept ? nil : "a request for cover is taken, or left; d is done with it"
    case .page(let page):
      return isAccept ? refusal(of: .page(page, .ack)) : nothingToDecline
    case .blocker:
      return isAccept ? "enter goes to it; x there says that it is cleared" : nothingToDecline
    case .issue, .prompt, .conflict, .shift:
      return isAccept ? "there is nothing to accept here; enter goes to it" : nothingToDecline
    }
  }

  private var nothingToDecline: String { "there is nothing to decline here; d is done with it" }

  /// Where an item leads: the issue, or the tab that shows its subject.
  private mutating func go(to item: InboxItem) -> [Effect] {
    switch item.id.subject {
    case .issue(let id):
      isGoing = true
      return [.loadDetail(id)]
    case .page(let id): return go(to: .pages, .page(id))
    case .handoff(let id):
      return noteOf(id).map { openNote(of: $0) } ?? go(to: .services, .handoff(id))
    case .coverRequest(let id): return goToShift(id)
    case .blocker(let id): return go(to: .status, .blocker(id))
    case .prompt(let id, let date):
      let effects = go(to: .status, .prompt(id, date))
      guard let prompt = bill?.prompts.first(where: { $0.id == id }) else { return effects }
      return effects + openCompose(prompt, date)
    case .conflict: return []
    case .shift(let id):
      guard let myID, let bill, let schedule = bill.schedule(id),
        let end = bill.shiftEnd(of: myID, in: schedule, now: now)
      else { return [] }
      return openNote(.giving(end))
    }
  }

  /// The handoff of a shift, which is accepted on its note; nil for any other.
  private func noteOf(_ id: EntityID) -> Handoff? {
    bill?.handoffs.first { $0.id == id && $0.note != nil }
  }

  /// Goes to a tab and puts its cursor on a row as soon as the rows are there.
  mutating func go(to tab: Tab, _ subject: TabRow.Subject) -> [Effect] {
    wantedRow = subject
    // Updates and blockers stand in the present day alone.
    if tab == .status { statusBack = 0 }
    tabBasis = nil
    return show(tab)
  }
}

extension InboxFact.Kind {
  /// The heading over items of a kind.
  fileprivate var title: String {
    switch self {
    case .paged: "Pages"
    case .offered: "Handed to you"
    case .coverAsked: "Cover asked for"
    case .blockedOnYou: "Waiting for you"
    case .promptDue: "Updates due"
    case .conflict: "Conflicts"
    case .assigned: "Assigned to you"
    case .mentioned: "You were mentioned"
    case .reviewed: "Reviews of yours"
    case .stuck: "Stuck in your team"
    case .noteDue: "Notes to write"
    }
  }
}
