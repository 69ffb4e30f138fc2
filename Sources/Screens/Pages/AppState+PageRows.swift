import Canvas
import Domain

extension AppState {
  /// How many resolved pages are listed.
  private static let historyLimit = 200

  /// Pages that ring, those somebody holds, those maintenance holds back, and below them the
  /// resolved ones of the last 13 weeks.
  func pageRows(_ bill: WatchBill, width: Int) -> (rows: [TabRow], empty: [String]) {
    let rows = PageRows(self, bill, width)
    let open = bill.pages.filter(\.isOpen)
    let past = bill.pages.filter { !$0.isOpen }
    var all = rows.section(.triggered, open.filter { $0.escalation != nil })
    all += rows.section(.acked, open.filter { $0.ack != nil })
    all += rows.section(.suppressed, open.filter { $0.state.phase == .suppressed })
    if open.isEmpty, !past.isEmpty {
      all = [TabRow(nil, StyledLine("Nothing rings.", .success)), .blank]
    }
    all += rows.section(.resolved, past, limit: AppState.historyLimit)
    if past.count > AppState.historyLimit {
      let words = CleanText("and \((past.count - AppState.historyLimit).grouped) older ones")
      all.append(TabRow(nil, StyledLine(words, .dim)))
    }
    let call = keymap.key(of: .trigger).map { "\($0) pages a service by hand." } ?? ""
    return (all, ["Nothing rings, and nothing did for 13 weeks.", call])
  }
}

/// Pages as rows: state and urgency, service, what is wrong; at the right who, until when, and age.
private struct PageRows {
  let state: AppState
  let bill: WatchBill
  let wording: Wording
  /// Columns for the service's name.
  let serviceWidth: Int
  /// Columns for a person; 0 leaves them out, and the age with them.
  let personWidth: Int
  static let dueWidth = 10
  /// The longest reason a page can end for; what it takes more than a person, the ack gives.
  static let reasonWidth = 12
  static let ageWidth = 4

  init(_ state: AppState, _ bill: WatchBill, _ width: Int) {
    self.state = state
    self.bill = bill
    let wording = bill.wording(for: state.myID)
    self.wording = wording
    let names = bill.pages.map { CleanText(wording.name($0.service), limit: 20).width }
    serviceWidth = min(names.max() ?? 0, width < 60 ? 9 : 14)
    personWidth = width < 60 ? 0 : width < 100 ? 8 : 14
  }

  /// The pages of a state under their heading, the blank before the next; nothing for none.
  func section(_ phase: Page.Phase, _ pages: [Page], limit: Int = .max) -> [TabRow] {
    guard !pages.isEmpty else { return [] }
    let rows = pages.sorted { isBefore($0, $1) }.prefix(limit).map(row)
    return [heading(phase, pages)] + rows + [.blank]
  }

  /// Of those that ring the urgent ones first, then what is due first; the newest of the past.
  private func isBefore(_ a: Page, _ b: Page) -> Bool {
    if let first = a.resolution?.at, let second = b.resolution?.at {
      return (first, a.id) > (second, b.id)
    }
    let (first, second) = (a.due ?? .distantFuture, b.due ?? .distantFuture)
    return (-a.urgency.rawValue, first, a.firstSeen, a.id)
      < (-b.urgency.rawValue, second, b.firstSeen, b.id)
  }

  private func heading(_ phase: Page.Phase, _ pages: [Page]) -> TabRow {
    let captions: (who: String, due: String, age: String)
    let words: String
    switch phase {
    case .triggered: (words, captions) = ("Ringing", ("told", "next step", "age"))
    case .acked: (words, captions) = ("Held", ("held by", "rings", "age"))
    case .suppressed: (words, captions) = ("Held back by maintenance", ("", "", "age"))
    case .resolved: (words, captions) = (history(pages), ("reason", "ack", "ago"))
    }
    guard personWidth > 0 else { return .heading(words) }
    return TabRow(
      nil, StyledLine(CleanText(words), .heading),
      right: right(
        captions.who, captions.due, captions.age, .count, .count,
        of: phase == .resolved ? PageRows.reasonWidth : 0))
  }

  /// `Resolved: 23 in 13 weeks, median ack 4m`.
  private func history(_ pages: [Page]) -> String {
    let waits = pages.compactMap(\.timeToAck).sorted()
    let median = waits.isEmpty ? "" : ", median ack \(Countdown.length(waits[waits.count / 2]))"
    return "Resolved: \(pages.count.grouped) in 13 weeks" + (personWidth > 0 ? median : "")
  }

  private func row(_ page: Page) -> TabRow {
    let isOpen = page.isOpen
    let mark = Span(state.mark(of: page.state.phase), page.state.phase.role)
    let urgency: Role = page.urgency == .high ? .priorityUrgent : .priorityLow
    let name = CleanText(
      wording.name(page.service), fitting: serviceWidth, ellipsis: state.glyphs.ellipsis)
    let count = page.count > 1 ? " ×\(page.count.grouped)" : ""
    let look = Style(isOpen ? .text : .dim, isBold: isOpen && page.concerns(state.myID))
    let line = StyledLine([
      mark, Span(" ", .text), Span(state.glyphs.mark(urgency), isOpen ? urgency : .dim),
      Span(" ", .text), Span(name.padded(to: serviceWidth), .key), Span("  ", .text),
      Span(CleanText(page.summary, limit: 400), look), Span(CleanText(count), .count),
    ])
    return TabRow(.page(page.id), line, right: right(of: page))
  }

  private func right(of page: Page) -> StyledLine {
    let age = Age.short(page.resolution?.at ?? page.firstSeen, now: state.now).characters
    switch page.state {
    case .triggered(let escalation):
      let due = escalation.nextAt.map { Countdown.long($0, now: state.now) } ?? "waits"
      return right(people(escalation.told), narrow(due, "next"), age, .person, .error)
    case .acked(let ack):
      let left = ack.deadline.map { Countdown.short($0, now: state.now) }
      let verb = ack.isSnoozed ? "snooze" : "rings"
      let words = left.map { ack.isSnoozed || personWidth == 0 ? "\(verb) \($0)" : "in \($0)" }
      let holders = [ack.owner].compactMap(\.self) + ack.helpers
      return right(people(holders), words ?? "no limit", age, .person, .warning)
    case .suppressed: return right("", personWidth > 0 ? "" : "held back", age, .dim, .dim)
    case .resolved(let end):
      let ack = page.timeToAck.map(Countdown.length) ?? "no ack"
      guard personWidth > 0 else {
        return StyledLine(
          CleanText(end.reason.name).rightAligned(to: PageRows.reasonWidth), .dim)
      }
      return right(end.reason.name, ack, age, .dim, .dim, of: PageRows.reasonWidth)
    }
  }

  /// A narrow window has no captions: the verb stands with the time.
  private func narrow(_ due: String, _ verb: String) -> String {
    personWidth > 0 ? due : due.hasPrefix("in ") ? "\(verb) \(due.dropFirst(3))" : due
  }

  private func people(_ people: [EntityID]) -> String {
    guard let first = people.first else { return "nobody" }
    let name = first == state.myID ? "you" : wording.mention(first)
    return people.count > 1 ? "\(name)+\(people.count - 1)" : name
  }

  private func right(
    _ who: String, _ due: String, _ age: String, _ whoRole: Role, _ dueRole: Role,
    of reason: Int = 0
  ) -> StyledLine {
    let whoWidth = max(reason, personWidth)
    let dueWidth = PageRows.dueWidth - (whoWidth - personWidth)
    let due = Span(CleanText(due).rightAligned(to: dueWidth), dueRole)
    guard personWidth > 0 else { return StyledLine([due]) }
    let who = CleanText(who, fitting: whoWidth, ellipsis: state.glyphs.ellipsis)
    return StyledLine([
      Span(who.padded(to: whoWidth), whoRole), Span(" ", .text), due, Span(" ", .text),
      Span(CleanText(age).rightAligned(to: PageRows.ageWidth), dueRole == .count ? .count : .time),
    ])
  }
}

extension Page {
  /// Whether it rings for somebody, or they hold it or help.
  func concerns(_ person: EntityID?) -> Bool {
    guard let person else { return false }
    return owner == person || helpers.contains(person)
      || escalation?.told.contains(person) ?? false
  }

  /// From its first signal to its first acknowledgement, in milliseconds; nil while there is none.
  var timeToAck: Int64? {
    firstAck.map { max(0, $0.at.milliseconds - firstSeen.milliseconds) }
  }
}

extension AppState {
  /// The sign that stands for the state of a page.
  func mark(of phase: Page.Phase) -> CleanText {
    switch phase {
    case .triggered: glyphs.warning
    case .acked: glyphs.mark(.statusDoing)
    case .suppressed: glyphs.mark(.statusTriage)
    case .resolved: glyphs.success
    }
  }
}
