import Canvas
import Domain

/// The top line: workspace, tabs, who is on call for my team and until when, and who I am.
///
/// What does not fit goes away from the least: the name of who acts, then the workspace, then words
/// of the pager, then the tabs that are not in sight. Who is on call always stands there.
struct TopLine {
  /// Where a tab's name stands.
  struct Place {
    var tab: Tab
    var columns: Range<Int>
    var name: CleanText
  }

  /// The workspace; empty where there is no room for it.
  var name: CleanText
  var places: [Place] = []
  /// Right of the tabs, from the left.
  var right: [Span] = []

  /// - Parameter trail: the columns kept free behind the tabs.
  init(_ state: AppState, width: Int, trail: Int = 0) {
    let workspace = CleanText(
      state.workspace, fitting: max(8, width / 4), ellipsis: state.glyphs.ellipsis)
    let all = Tab.allCases.map { tab in
      (tab, CleanText(tab.name + (state.badge(of: tab).map { " \($0)" } ?? "")))
    }
    // In a narrow window only the tab in sight is named; F-keys and `g` still go to the others.
    let one = all.filter { $0.0 == state.tab }
    let who = Span(CleanText(state.me.map { "@" + $0 } ?? "nobody", limit: 24), .bar)
    var wishes = [(workspace, all, [who]), (workspace, all, []), (workspace, one, [who])]
    if let pager = state.pager {
      let words = Span(CleanText(pager.words, limit: 60), .barStrong)
      let short = Span(CleanText(pager.fewWords, limit: 60), .barStrong)
      wishes.insert(
        contentsOf: [
          (workspace, all, [words, who]), (workspace, all, [words]), (.empty, all, [words]),
          (.empty, all, [short]), (workspace, one, [words, who]), (workspace, one, [words]),
          (.empty, one, [words]), (.empty, one, [short]),
        ], at: 0)
    }
    let fitting = wishes.first { name, tabs, right in
      let words = right.reduce(right.isEmpty ? 0 : 1) { $0 + $1.text.width + 2 }
      return TopLine.indent(name) + tabs.reduce(0) { $0 + $1.1.width + 2 } + trail + words <= width
    }
    let (name, tabs, right) = fitting ?? (workspace, one, [])
    self.name = name
    self.right = right
    var x = TopLine.indent(name)
    for (tab, name) in tabs {
      places.append(Place(tab: tab, columns: x..<x + name.width, name: name))
      x += name.width + 2
    }
  }

  /// The column of what stands behind the workspace.
  private static func indent(_ name: CleanText) -> Int { name.isEmpty ? 1 : name.width + 3 }
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

  /// Works out who is on call for my teams, or for any when I am in none; where I carry the pager
  /// myself, that is told.
  ///
  /// - Returns: when that changes.
  mutating func settlePager(_ bill: WatchBill) -> Instant? {
    let mine = myID.map { bill.teams(of: $0) } ?? []
    let ordered = bill.schedules.filter { $0.team.map(mine.contains) ?? false } + bill.schedules
    let primary = ordered.filter { $0.role == "primary" }
    let mineNow = primary.first { schedule in
      let holders = (try? bill.resolver(of: schedule))?.resolve(now).holders ?? []
      return holders.contains { $0.person == myID }
    }
    guard let schedule = mineNow ?? primary.first ?? ordered.first,
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

  /// `on call ana until Mon 09:00`.
  var words: String { people.isEmpty ? fewWords : "on call " + fewWords }

  /// The same where there is little room: `ana until Mon 09:00`.
  var fewWords: String {
    people.isEmpty ? "nobody on call" : people + (until.map { " until \($0)" } ?? "")
  }
}

extension Wording {
  /// A moment within days: `Mon 09:00`.
  func shortMoment(_ instant: Instant) -> String {
    let words = moment(instant).split(separator: " ")
    return words.count == 4 ? "\(words[0]) \(words[3])" : moment(instant)
  }
}
