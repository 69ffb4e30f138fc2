public import Canvas
import Domain

/// Draws the screen; a theme says later how its roles look.
///
/// It only writes cells: whatever the state holds, nothing is changed here, and
/// every cell of the grid is drawn.
public func draw(_ state: AppState, into grid: inout Grid) {
  let layout = AppLayout(state)
  grid.cursor = nil
  grid.fill(grid.bounds, .text)
  guard !layout.isTooSmall else { return state.drawTooSmall(into: &grid) }
  if state.detail == nil {
    state.drawListScreen(into: &grid, layout)
  } else {
    state.drawDetail(into: &grid, layout)
  }
  state.drawFoot(into: &grid, layout)
  state.drawOverlay(into: &grid, layout)
}

extension AppState {
  fileprivate func drawTooSmall(into grid: inout Grid) {
    let wanted = AppLayout.smallest
    let lines: [CleanText] = [
      "Too small", "need \(wanted.width)x\(wanted.height)", "have \(size.width)x\(size.height)",
    ]
    let top = max(0, (size.height - lines.count) / 2)
    for (index, line) in lines.enumerated() {
      let x = max(0, (size.width - line.width) / 2)
      grid.write(line, x: x, y: top + index, index == 0 ? .warning : .text)
    }
  }

  fileprivate func drawListScreen(into grid: inout Grid, _ layout: AppLayout) {
    drawTop(into: &grid, layout.top)
    let place = placeInList
    let reserved = layout.query.isEmpty ? place.width + 2 : 0
    drawViews(into: &grid, layout.views, reserving: reserved)
    if reserved > 0 { drawRight(place, into: &grid, layout.views) }
    if !layout.query.isEmpty { drawQuery(place, into: &grid, layout.query) }
    drawDoubt(into: &grid, layout.doubt)
    drawList(into: &grid, layout.list)
    guard let divider = layout.divider, let area = layout.preview else { return }
    if divider.width == 1 {
      grid.vline(x: divider.x, y: divider.y, height: divider.height, glyphs: glyphs)
    } else {
      grid.hline(x: divider.x, y: divider.y, width: divider.width, glyphs: glyphs)
    }
    for (line, text) in preview.lines.dropFirst(preview.scroll).prefix(area.height).enumerated() {
      grid.write(text, x: area.x + 1, y: area.y + line, maxWidth: area.width - 2)
    }
  }

  /// Workspace and tabs at the left, who acts at the right.
  func drawTop(into grid: inout Grid, _ area: Rect) {
    guard !area.isEmpty else { return }
    grid.fill(area, .bar)
    let name = CleanText(workspace, fitting: max(8, area.width / 3), ellipsis: glyphs.ellipsis)
    var x = area.x + 1
    x += grid.write(name, x: x, y: area.y, .barStrong) + 2
    for (index, tab) in tabs.enumerated() {
      let isActive = index == currentTab
      x +=
        grid.write(
          CleanText(tab.name), x: x, y: area.y,
          style: Style(isActive ? .barStrong : .bar, isUnderlined: isActive && tabs.count > 1)) + 2
    }
    if let detail { x = drawTrail(detail, into: &grid, area, x) }
    let who = CleanText(me.map { "@" + $0 } ?? "nobody", fitting: 24, ellipsis: glyphs.ellipsis)
    guard x + who.width + 1 < area.maxX else { return }
    grid.write(who, x: area.maxX - who.width - 1, y: area.y, .bar)
  }

  /// The issue's key behind the tab, and its place in the list it came from.
  private func drawTrail(
    _ detail: DetailScreen, into grid: inout Grid, _ area: Rect, _ x: Int
  ) -> Int {
    var x = x - 1
    x += grid.write(glyphs.folded, x: x, y: area.y, .bar) + 1
    x += grid.write(CleanText(detail.key.description), x: x, y: area.y, .barStrong) + 2
    guard list.selected?.id == detail.id else { return x }
    return x + grid.write(placeInList, x: x, y: area.y, .bar) + 2
  }

  private func drawQuery(_ place: CleanText, into grid: inout Grid, _ area: Rect) {
    grid.write("/", x: area.x + 1, y: area.y, isFiltering ? .accent : .dim)
    let room = area.width - 3 - place.width - 3
    if case .filter(let bar) = overlay {
      bar.editor.draw(
        into: &grid, Rect(x: area.x + 3, y: area.y, width: max(1, room), height: 1),
        glyphs: glyphs, placeholder: "words, or label:bug owner:@me -status:triage sort:due")
    } else {
      let section = sections[current]
      let query = CleanText(section.effectiveQuery, fitting: room, ellipsis: glyphs.ellipsis)
      grid.write(query, x: area.x + 3, y: area.y, section.filter == nil ? .dim : .accent)
    }
    drawRight(place, into: &grid, area)
  }

  private func drawDoubt(into grid: inout Grid, _ area: Rect) {
    guard let doubt, !area.isEmpty else { return }
    let x = area.x + 1 + grid.write(glyphs.warning, x: area.x + 1, y: area.y, .warning) + 1
    let words = CleanText(doubt, fitting: area.maxX - x - 1, ellipsis: glyphs.ellipsis)
    grid.write(words, x: x, y: area.y, .warning)
  }

  private func drawRight(_ text: CleanText, into grid: inout Grid, _ area: Rect) {
    grid.write(text, x: area.maxX - text.width - 1, y: area.y, .count)
  }

  /// `12 of 133`, honest about what is not known; and what is marked.
  var placeInList: CleanText {
    var words = ""
    if list.hasAllMarked {
      words = "all marked \(glyphs.separator) "
    } else if !list.marks.isEmpty {
      words = "\(list.marks.count) marked \(glyphs.separator) "
    }
    let count = list.count?.description
    if list.rows.isEmpty { return CleanText(words + (list.isRead ? "0" : "")) }
    switch (list.position, count) {
    case (let position?, let count?): words += "\(position.grouped) of \(count)"
    case (let position?, nil): words += position.grouped
    case (nil, let count?): words += list.hasAfter ? "of \(count)" : "the end of \(count)"
    case (nil, nil): words += list.hasAfter ? "" : "the end"
    }
    return CleanText(words)
  }
}
