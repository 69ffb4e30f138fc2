import Canvas
import Domain

extension AppState {
  /// Does what an action says, or says why not.
  mutating func run(_ id: ActionID, count: Int? = nil) -> [Effect] {
    if let obstacle = obstacle(to: id) {
      complain(obstacle)
      return []
    }
    switch Action.named(id).group {
    case .moving:
      if place == .compose { return moveInCompose(id, count) }
      if place == .note { return moveInNote(id, count) }
      if Place.watches.contains(place) { return moveInTab(id, count) }
      return detail == nil ? move(id, count) : read(id, count)
    case .looking: return look(id, count)
    case .tabs: return goToTab(id)
    case .watching: return watch(id)
    case .marking: return mark(id)
    case .changing: return change(id)
    case .program: return runProgram(id)
    }
  }

  private mutating func move(_ id: ActionID, _ count: Int?) -> [Effect] {
    let times = count ?? 1
    let page = max(1, listHeight - 1)
    let half = max(1, listHeight / 2)
    switch id {
    case .down: return moveCursor(by: times)
    case .up: return moveCursor(by: -times)
    case .top: return count.map { goToRow($0) } ?? goToTop()
    case .bottom: return count.map { goToRow($0) } ?? goToBottom()
    case .halfDown: return moveCursor(by: half * times)
    case .halfUp: return moveCursor(by: -half * times)
    case .pageDown: return moveCursor(by: page * times)
    case .pageUp: return moveCursor(by: -page * times)
    case .nextView: return showView((current + times) % sections.count)
    case .previousView:
      return showView((current - times % sections.count + sections.count) % sections.count)
    case .numberedView: return showView(times - 1)
    default: return []
    }
  }

  private mutating func read(_ id: ActionID, _ count: Int?) -> [Effect] {
    let times = count ?? 1
    let page = max(1, AppLayout(self).paper.height - 1)
    switch id {
    case .down: scrollDetail(by: times)
    case .up: scrollDetail(by: -times)
    case .top: scrollDetail(by: -.max / 2)
    case .bottom: scrollDetail(by: .max / 2)
    case .halfDown: scrollDetail(by: page / 2 * times)
    case .halfUp: scrollDetail(by: -page / 2 * times)
    case .pageDown, .pageOn: scrollDetail(by: page * times)
    case .pageUp: scrollDetail(by: -page * times)
    case .nextIssue: return openNeighbour(times)
    case .previousIssue: return openNeighbour(-times)
    default: break
    }
    return []
  }

  private mutating func goToTab(_ id: ActionID) -> [Effect] {
    let all = Tab.allCases
    if let tab = all.first(where: { $0.action == id }) { return show(tab) }
    let step = id == .nextTab ? 1 : all.count - 1
    return show(all[(tab.rawValue + step) % all.count])
  }

  /// Does what a tab of the watch bill can do.
  private mutating func watch(_ id: ActionID) -> [Effect] {
    if id == .note { return openNote() }
    if place == .compose { return runCompose(id) }
    if place == .note { return runNote(id) }
    switch tab {
    case .inbox: return runInbox(id)
    case .onCall: return runOnCall(id)
    case .pages: return runPages(id)
    case .services: return runServices(id)
    case .status: return runStatus(id)
    case .issues: return []
    }
  }

  private mutating func look(_ id: ActionID, _ count: Int?) -> [Effect] {
    if place == .compose { return closeCompose() }
    if place == .note { return lookInNote(id) }
    if Place.watches.contains(place) { return lookInTab(id, count) }
    switch id {
    case .open: return count.map { showView($0 - 1) } ?? openSelected()
    case .back: return goBack()
    case .filter: openFilter()
    case .find:
      overlay = .prompt(Question(purpose: .find, editor: LineEditor(detail?.sought ?? "")))
    case .findNext: find(forward: true)
    case .findPrevious: find(forward: false)
    case .preview: return turnPreview()
    case .previewDown: scrollPreview(by: 3 * (count ?? 1))
    case .previewUp: scrollPreview(by: -3 * (count ?? 1))
    default: break
    }
    return []
  }

  private mutating func lookInTab(_ id: ActionID, _ count: Int?) -> [Effect] {
    switch id {
    case .open: return watch(.open)
    case .preview:
      if !isPaperWhole, canShowPreview { return turnPreview() }
      isPaperWhole.toggle()
    case .previewDown: scrollTab(by: 3 * (count ?? 1))
    case .previewUp: scrollTab(by: -3 * (count ?? 1))
    case .back where isPaperWhole: isPaperWhole = false
    case .back where tab == .onCall && rota.isReading: turnRotaPaper()
    case .back where tab == .services && !serviceFilter.isEmpty: narrowServices(to: "")
    default: say("nothing to go back from; \(keymap.key(of: .quit) ?? "q") quits")
    }
    return []
  }

  private mutating func find(forward: Bool) {
    let height = AppLayout(self).paper.height
    guard detail?.find(forward: forward, height: height) == false else { return }
    complain("“\(detail?.sought ?? "")” is not in this issue")
  }

  /// Takes one step back: out of the issue; in the list the marks, then the filter.
  ///
  /// Never out of the program.
  private mutating func goBack() -> [Effect] {
    if detail != nil {
      detail = nil
      return []
    }
    guard changing == nil else {
      say("stopping the change")
      return [.stopChange]
    }
    if list.hasAllMarked || !list.marks.isEmpty {
      list.takeMarksOff()
      return []
    }
    guard sections[current].filter != nil else {
      say("nothing to go back from; \(keymap.key(of: .quit) ?? "q") quits")
      return []
    }
    sections[current].clearFilter()
    return []
  }

  private mutating func mark(_ id: ActionID) -> [Effect] {
    switch id {
    case .mark: return toggleMark()
    case .markAll:
      markMore()
      return []
    case .saveView:
      let query = list.query?.description ?? sections[current].effectiveQuery
      overlay = .prompt(Question(purpose: .saveView(query: query), editor: LineEditor()))
      return []
    case .removeView: return sections[current].id.map { [.removeView($0)] } ?? []
    default: return []
    }
  }

  private mutating func toggleMark() -> [Effect] {
    guard let id = list.selected?.id else { return [] }
    if list.hasAllMarked {
      list.takeMarksOff()
    } else if list.marks.remove(id) == nil {
      list.marks.insert(id)
    }
    guard list.cursor + 1 < list.rows.count || list.hasAfter else { return [] }
    return moveCursor(by: 1)
  }

  /// Nothing, then all in sight, then all that match, then nothing again.
  private mutating func markMore() {
    let height = listHeight
    let inSight = Set(list.rows.dropFirst(list.top).prefix(height).map(\.issue.id))
    let isWhole = inSight.count == list.rows.count && !list.hasBefore && !list.hasAfter
    if list.hasAllMarked || isWhole && list.marks == inSight {
      list.takeMarksOff()
    } else if list.marks.isSuperset(of: inSight) {
      list.hasAllMarked = true
      list.marks = []
      say("\(targets?.words ?? "all") marked: verbs act on everything that matches, seen or not")
    } else {
      list.marks.formUnion(inSight)
      guard !isWhole else { return }
      let all = list.count.map { "all \($0)" } ?? "all that match"
      say("\(list.marks.count) marked; \(keymap.key(of: .markAll) ?? "*") again marks \(all)")
    }
  }

  private mutating func runProgram(_ id: ActionID) -> [Effect] {
    switch id {
    case .copyKey: return subject.map { [.copy($0.key.description)] } ?? []
    case .copyLink: return subject.map { [.copyLink($0.id)] } ?? []
    case .palette: overlay = .palette(Palette(.verbs, for: self))
    case .go: overlay = .palette(Palette(.go, for: self))
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return quit()
    default: break
    }
    return []
  }

  /// Leaves what stands over the whole screen, or the program; asks once when there is text nobody sent.
  private mutating func quit() -> [Effect] {
    if place == .compose { return closeCompose() }
    if place == .note {
      note = nil
      return []
    }
    if detail != nil {
      detail = nil
      return []
    }
    if isPaperWhole {
      isPaperWhole = false
      return []
    }
    if place == .onCall, rota.isReading {
      turnRotaPaper()
      return []
    }
    guard !isQuitAsked, !keptDrafts.isEmpty || changing != nil else { return [.quit] }
    isQuitAsked = true
    if changing != nil {
      say("a large change goes on; q again quits, and nothing of it is kept")
      return []
    }
    let drafts = keptDrafts.count == 1 ? "a text" : "\(keptDrafts.count) texts"
    say("there is \(drafts) you did not send (kept as a draft); q again quits")
    return []
  }
}
