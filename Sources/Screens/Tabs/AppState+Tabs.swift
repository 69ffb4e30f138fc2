import Canvas
import Domain

extension AppState {
  /// The person who acts, by id; nil until the bill is read, and for nobody.
  var myID: EntityID? {
    guard let me else { return nil }
    return bill?.people.first { $0.handle.lowercased() == me.lowercased() }?.id
  }

  /// The list of the tab in sight.
  var tabList: TabList {
    get { tabLists[tab] ?? TabList() }
    set { tabLists[tab] = newValue }
  }

  /// Goes to a tab; it is as it was left.
  mutating func show(_ tab: Tab) -> [Effect] {
    leaveSheets()
    self.tab = tab
    detail = nil
    isPaperWhole = false
    return tab == .services ? [.loadServiceCounts] : []
  }

  /// Closes what is written or read over the whole screen; what was typed is kept.
  mutating func leaveSheets() {
    _ = closeCompose()
    note = nil
  }

  /// Takes the watch bill in; every tab is made anew from it.
  mutating func take(_ bill: WatchBill) -> [Effect] {
    if let service = pagedService {
      let known = Set(self.bill?.pages.map(\.id) ?? [])
      let page = bill.pages.last { $0.service == service && !known.contains($0.id) }
      if tab == .pages, let page { wantedRow = .page(page.id) }
      pagedService = nil
    }
    self.bill = bill
    billRevision += 1
    return tab == .services ? [.loadServiceCounts] : []
  }

  /// Moves in the list of a tab.
  mutating func moveInTab(_ id: ActionID, _ count: Int?) -> [Effect] {
    if tab == .onCall { return moveInRota(id, count) }
    let times = count ?? 1
    let page = max(1, AppLayout(self).list.height - 1)
    let moved =
      switch id {
      case .down: tabList.move(by: times)
      case .up: tabList.move(by: -times)
      case .top: tabList.move(by: -tabList.rows.count) || true
      case .bottom: tabList.move(by: tabList.rows.count) || true
      case .halfDown: tabList.move(by: page / 2 * times)
      case .halfUp: tabList.move(by: -page / 2 * times)
      case .pageDown: tabList.move(by: page * times)
      case .pageUp: tabList.move(by: -page * times)
      default: true
      }
    if !moved {
      say(id == .down ? "this is the last one" : id == .up ? "this is the first one" : "")
    }
    return []
  }

  mutating func scrollTab(by count: Int) {
    let height = AppLayout(self).preview?.height ?? 0
    tabList.scroll = min(max(0, tabList.scroll + count), max(0, tabList.paper.count - height))
  }

  /// Makes rows and paper of the tab in sight, unless they are made already.
  mutating func settleTab(_ layout: AppLayout) {
    guard tab != .issues, let bill else { return }
    guard tab != .onCall else { return settleRota(bill) }
    let basis = TabBasis(
      tab: tab, revision: billRevision, minute: now.milliseconds / Instant.minute,
      size: size, listWidth: layout.list.width, cursor: nil, isASCII: glyphs == .ascii)
    if basis != tabBasis {
      tabBasis = basis
      if tab == .services { settleServiceDuties(bill) }
      let (rows, empty) = rows(of: tab, bill, width: layout.list.width)
      tabList.take(rows)
      tabList.empty = empty
      if let wantedRow, let place = rows.firstIndex(where: { $0.subject == wantedRow }) {
        tabList.cursor = place
        tabList.scroll = 0
      }
      wantedRow = nil
      paperBasis = nil
      if tabList.selected == nil { isPaperWhole = false }
    }
    tabList.keepInSight(height: max(1, layout.list.height))
    var paper = basis
    paper.cursor = tabList.cursor
    guard paper != paperBasis, let area = layout.preview else { return }
    paperBasis = paper
    if tabList.selected == nil { isPaperWhole = false }
    tabList.paper = self.paper(of: tab, bill, width: area.width - 2)
    scrollTab(by: 0)
  }

  /// The rows of a tab, and what to say when there are none.
  private func rows(
    of tab: Tab, _ bill: WatchBill, width: Int
  ) -> (rows: [TabRow], empty: [String]) {
    switch tab {
    case .inbox: inboxRows(bill, width: width)
    case .pages: pageRows(bill, width: width)
    case .services: serviceRows(bill, width: width)
    case .status: statusRows(bill, width: width)
    case .issues, .onCall: ([], [])
    }
  }

  /// What is told of the row under the cursor.
  private func paper(of tab: Tab, _ bill: WatchBill, width: Int) -> [StyledLine] {
    switch tab {
    case .inbox: inboxPaper(bill, width: width)
    case .pages: pagePaper(bill, width: width)
    case .services: servicePaper(bill, width: width)
    case .status: statusPaper(bill, width: width)
    case .issues, .onCall: []
    }
  }
}

/// What rows and paper of a tab were made from.
struct TabBasis: Sendable, Equatable {
  var tab: Tab
  var revision: Int
  var minute: Int64
  var size: Size
  /// The columns of the list that rows are cut for; 0 where there is none.
  var listWidth = 0
  var cursor: Int?
  var isASCII: Bool
  /// What is chosen on a lane of the on-call tab.
  var choice: Rota.Choice?
}
