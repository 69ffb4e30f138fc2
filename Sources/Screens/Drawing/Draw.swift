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
  if state.compose != nil {
    state.drawCompose(into: &grid, layout)
  } else if state.note != nil {
    state.drawNote(into: &grid, layout)
  } else if state.detail != nil {
    state.drawDetail(into: &grid, layout)
  } else if state.tab == .issues {
    state.drawListScreen(into: &grid, layout)
  } else if state.tab == .onCall {
    state.drawRota(into: &grid, layout)
  } else {
    state.drawTab(into: &grid, layout)
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
    drawDivider(divider, into: &grid)
    for (line, text) in preview.lines.dropFirst(preview.scroll).prefix(area.height).enumerated() {
      grid.write(text, x: area.x + 1, y: area.y + line, maxWidth: area.width - 2)
    }
  }

  /// Workspace and tabs at the left, the pager and who acts at the right.
  func drawTop(into grid: inout Grid, _ area: Rect) {
    guard !area.isEmpty else { return }
    grid.fill(area, .bar)
    let trail = trail
    let line = topLine(width: area.width)
    grid.write(line.name, x: area.x + 1, y: area.y, .barStrong)
    var end = area.x + 1
    for place in line.places {
      let isActive = place.tab == tab
      grid.write(
        place.name, x: area.x + place.columns.lowerBound, y: area.y,
        style: Style(isActive ? .barStrong : .bar, isUnderlined: isActive))
      end = area.x + place.columns.upperBound + 2
    }
    if let trail { end += grid.write(trail, x: end - 1, y: area.y, maxWidth: area.maxX - end) + 2 }
    var x = area.maxX - 1
    for span in line.right.reversed() {
      x -= span.text.width
      grid.write(span.text, x: x, y: area.y, style: span.style)
      x -= 2
    }
  }

  /// The top line as it is drawn, and as the mouse finds it.
  func topLine(width: Int) -> TopLine { TopLine(self, width: width, trail: trail?.width ?? 0) }

  /// The issue's key behind the tab, and its place in the list it came from.
  private var trail: StyledLine? {
    guard let detail else { return nil }
    var spans = [
      Span(glyphs.folded, .bar), Span(" ", .bar),
      Span(CleanText(detail.key.description), .barStrong),
    ]
    if tab == .issues, list.selected?.id == detail.id {
      spans += [Span("  ", .bar), Span(placeInList, .bar)]
    }
    return StyledLine(spans)
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
