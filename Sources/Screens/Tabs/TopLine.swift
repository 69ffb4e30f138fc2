import Canvas
import Domain

/// The top line: workspace, tabs, who is on call for my team and until when, and who I am.
///
/// What does not fit goes away from the least: the name of who acts, then the pager's words, then
/// the tabs far from the one in sight.
struct TopLine {
  /// Where a tab's name stands.
  struct Place {
    var tab: Tab
    var columns: Range<Int>
    var name: CleanText
  }

  var name: CleanText
  var places: [Place] = []
  /// Right of the tabs, from the left.
  var right: [Span] = []

  init(_ state: AppState, width: Int, trail: Int = 0) {
    name = CleanText(
      state.workspace, fitting: max(8, width / 4), ellipsis: state.glyphs.ellipsis)
    var x = name.width + 3
    let names = Tab.allCases.map { tab in
      (tab, CleanText(tab.name + (state.badge(of: tab).map { " \($0)" } ?? "")))
    }
    let whole = names.reduce(0) { $0 + $1.1.width + 2 }
    // In a narrow window only the tab in sight is named; F-keys and `g` still go to the others.
    let shown = x + whole + trail <= width ? names : names.filter { $0.0 == state.tab }
    for (tab, name) in shown {
      places.append(Place(tab: tab, columns: x..<x + name.width, name: name))
      x += name.width + 2
    }
    let who = Span(CleanText(state.me.map { "@" + $0 } ?? "nobody", limit: 24), .bar)
    let pager = state.pagerWords.map { Span(CleanText($0, limit: 60), .barStrong) }
    let room = width - x - trail - 1
    for spans in [[pager, who].compactMap(\.self), [pager].compactMap(\.self), [who]] {
      let needed = spans.reduce(0) { $0 + $1.text.width + 2 }
      guard needed <= room, !spans.isEmpty else { continue }
      right = spans
      break
    }
  }
}

extension AppState {
  /// What a tab's name is followed by: how much waits there.
  func badge(of tab: Tab) -> String? {
    switch tab {
    case .inbox:
      let unread = inbox.count { !$0.isRead }
      return unread > 0 ? "\(unread)" : nil
    case .pages:
      let open = bill?.pages.count { $0.isOpen } ?? 0
      return open > 0 ? "\(open)" : nil
    default: return nil
    }
  }

  /// Who is on call for my team, and until when: `on call ana until Mon 09:00`.
  var pagerWords: String? {
    guard let pager else { return nil }
    guard !pager.people.isEmpty else { return "nobody on call" }
    let until = pager.until.map { " until \($0)" } ?? ""
    return "on call \(pager.people)\(until)"
  }

  /// Works out who is on call for my teams, or for any when I am in none.
  ///
  /// - Returns: when that changes.
  mutating func settlePager(_ bill: WatchBill) -> Instant? {
    let mine = myID.map { bill.teams(of: $0) } ?? []
    let ordered = bill.schedules.filter { $0.team.map(mine.contains) ?? false } + bill.schedules
    guard let schedule = ordered.first(where: { $0.role == "primary" }) ?? ordered.first,
      let resolver = try? bill.resolver(of: schedule)
    else {
      pager = nil
      return nil
    }
    let line = resolver.timeline(in: Period(now, now.advanced(by: 8 * Instant.week)))
    let people = line.stretch(at: now)?.holders.map(\.person) ?? []
    let wording = bill.wording(for: myID)
    let change = line.handoffs.first { $0.at > now }?.at
    pager = Pager(
      people: people.compactMap { bill.person($0)?.handle }.joined(separator: ", "),
      until: change.map { wording.shortMoment($0) })
    return change
  }
}

/// What the bill and the minute were when something was worked out from them.
struct PagerBasis: Sendable, Equatable {
  var revision: Int
  var minute: Int64
}

/// Who is on call for my team.
struct Pager: Sendable, Equatable {
  /// Handles with commas; empty for nobody.
  var people: String
  /// On my clock; nil when the shift has no end in sight.
  var until: String?
}

extension Wording {
  /// A moment within days: `Mon 09:00`.
  func shortMoment(_ instant: Instant) -> String {
    let words = moment(instant).split(separator: " ")
    return words.count == 4 ? "\(words[0]) \(words[3])" : moment(instant)
  }
}
