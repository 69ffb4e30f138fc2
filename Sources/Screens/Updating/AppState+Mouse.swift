import Canvas
import Domain

extension AppState {
  /// The mouse: never needed, and never in the way of what stands over the screen.
  mutating func take(_ event: MouseEvent) -> [Effect] {
    let layout = AppLayout(self)
    guard !layout.isTooSmall else { return [] }
    switch event.action {
    case .wheelDown: return turnWheel(3, at: event, layout)
    case .wheelUp: return turnWheel(-3, at: event, layout)
    case .press where event.button == .left: return press(at: event, layout)
    default: return []
    }
  }

  private mutating func turnWheel(
    _ step: Int, at event: MouseEvent, _ layout: AppLayout
  ) -> [Effect] {
    switch overlay {
    case .palette, .picker, .roster, .line: return takeInOverlay(step > 0 ? .down : .up)
    case .prompt, .filter, nil: break
    }
    if place == .compose { return moveInCompose(step > 0 ? .down : .up, 1) }
    if place == .note {
      scrollNote(by: step)
      return []
    }
    if detail != nil {
      scrollDetail(by: step)
    } else if tab != .issues {
      if layout.preview?.contains(x: event.x, y: event.y) == true {
        scrollTab(by: step)
      } else {
        tabList.move(by: step)
      }
    } else if layout.preview?.contains(x: event.x, y: event.y) == true {
      scrollPreview(by: step)
    } else {
      return moveCursor(by: step)
    }
    return []
  }

  /// A click chooses a row, a click on the chosen one opens it, a click on a view shows it.
  private mutating func press(at event: MouseEvent, _ layout: AppLayout) -> [Effect] {
    guard overlay == nil else { return pressInOverlay(at: event) }
    if layout.top.contains(x: event.x, y: event.y) {
      let hit = topLine(width: layout.top.width).places.first { $0.columns.contains(event.x) }
      return hit.map { show($0.tab) } ?? []
    }
    guard place != .compose, place != .note else { return [] }
    if tab == .onCall, detail == nil { return pressRota(at: event, layout) }
    if tab != .issues, detail == nil {
      let row = tabList.top + event.y - layout.list.y
      guard layout.list.contains(x: event.x, y: event.y), tabList.rows.indices.contains(row),
        tabList.rows[row].subject != nil
      else { return [] }
      if row == tabList.cursor { return run(.open) }
      tabList.cursor = row
      tabList.scroll = 0
      return []
    }
    if layout.list.contains(x: event.x, y: event.y) {
      let row = list.top + event.y - layout.list.y
      guard list.rows.indices.contains(row) else { return [] }
      if row == list.cursor { return openSelected() }
      list.cursor = row
      return []
    }
    guard layout.views.contains(x: event.x, y: event.y) else { return [] }
    let hit = ViewsLine(self, width: layout.views.width).places.first {
      $0.columns.contains(event.x)
    }
    return hit.map { showView($0.index) } ?? []
  }

  /// A click chooses a line of a list to choose from, a click on the chosen one takes it.
  private mutating func pressInOverlay(at event: MouseEvent) -> [Effect] {
    switch overlay {
    case .palette(var palette):
      guard let line = box(of: palette).line(x: event.x, y: event.y),
        palette.matches.indices.contains(line)
      else { return [] }
      guard line != palette.cursor else { return takeInOverlay(.enter) }
      palette.cursor = line
      overlay = .palette(palette)
    case .picker(var picker):
      guard let line = box(of: picker).line(x: event.x, y: event.y), line < picker.choiceCount
      else { return [] }
      guard line != picker.cursor else { return takeInOverlay(.enter) }
      picker.cursor = line
      overlay = .picker(picker)
    case .filter, .prompt, .roster, .line, nil: break
    }
    return []
  }
}
