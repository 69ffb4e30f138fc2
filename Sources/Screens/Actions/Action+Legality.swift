import Domain

extension AppState {
  /// Why an action would do nothing now; nil when it can be done.
  func obstacle(to id: ActionID) -> String? {
    if id == .note, me == nil { return Self.nobodyActs }
    if place == .compose { return obstacleInCompose(to: id) }
    if place == .note { return obstacleInNote(to: id) }
    if Place.watches.contains(place) { return ownObstacle(to: id) ?? obstacleInTab(to: id) }
    return switch id {
    case .down, .up, .top, .bottom, .halfDown, .halfUp, .pageDown, .pageUp:
      detail == nil && list.rows.isEmpty ? "there is no issue here" : nil
    case .nextIssue, .previousIssue:
      tab != .issues
        ? "this was not opened from a list; Esc goes back"
        : list.rows.isEmpty ? "there is no other issue here" : nil
    case .open, .mark: list.selected == nil ? "there is no issue here" : nil
    case .copyKey, .copyLink: subject == nil ? "there is no issue here" : nil
    case .close, .drop: obstacle(toClosing: true)
    case .reopen: obstacle(toClosing: false)
    case .status, .priority, .label, .own, .retitle, .comment, .commentInEditor, .editBody, .assign:
      obstacle(toChanging: id)
    case .handOver: obstacleToHandingOver
    case .take, .watch:
      targets == nil
        ? "there is no issue here"
        : me == nil ? "nobody said who you are; start with --as HANDLE" : nil
    case .new:
      words.projects.isEmpty ? "there is no project yet; make one with watchbill project add" : nil
    case .markAll: list.rows.isEmpty ? "there is no issue here" : nil
    case .saveView:
      sections[current].filter == nil ? "nothing is filtered; press / and type" : nil
    case .removeView:
      sections[current].id == nil ? "this view was not saved by anybody" : nil
    case .preview, .previewDown, .previewUp: previewObstacle(to: id)
    case .findNext, .findPrevious:
      detail?.sought.isEmpty == false ? nil : "nothing is looked for; press / and type"
    case .nextView, .previousView, .numberedView:
      sections.count < 2 ? "there is only one view" : nil
    default: nil
    }
  }

  /// Why a verb of the tab in sight would do nothing; nil when it can be done or is no verb of it.
  private func ownObstacle(to id: ActionID) -> String? {
    switch tab {
    case .pages: obstacleInPages(to: id)
    case .services: obstacleInServices(to: id)
    case .status: obstacleInStatus(to: id)
    case .onCall: obstacleOnCall(to: id)
    case .inbox: obstacleInInbox(to: id)
    case .issues: nil
    }
  }

  private func obstacleInTab(to id: ActionID) -> String? {
    switch id {
    case .down, .up, .top, .bottom, .halfDown, .halfUp, .pageDown, .pageUp, .open:
      tabList.selected == nil ? "there is nothing here" : nil
    case .preview, .previewDown, .previewUp: previewObstacle(to: id)
    default: nil
    }
  }

  static let nobodyActs = "nobody said who you are; start with --as HANDLE"

  private func obstacle(toClosing closes: Bool) -> String? {
    guard let targets else { return "there is no issue here" }
    guard case .one(let key, _) = targets, let subject else { return nil }
    guard subject.status.isOpen != closes else { return nil }
    return closes ? "\(key) is closed already" : "\(key) is open already"
  }

  private func obstacle(toChanging id: ActionID) -> String? {
    guard let targets else { return "there is no issue here" }
    if case .one = targets { return nil }
    switch id {
    case .editBody: return "only one text can be edited at a time; Esc takes the marks off"
    case .retitle: return "only one title can be changed at a time; Esc takes the marks off"
    default: return nil
    }
  }

  private func previewObstacle(to id: ActionID) -> String? {
    guard AppLayout(self).preview == nil else { return nil }
    guard id == .preview else { return "there is no preview; v shows it" }
    // Where there is no room beside or below, what is told of a row takes the whole screen.
    if Place.watches.contains(place) {
      return tabList.selected == nil ? "there is nothing here" : nil
    }
    return canShowPreview ? nil : "the window is too small for a preview"
  }
}
