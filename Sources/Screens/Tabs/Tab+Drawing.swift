import Canvas
import Domain

extension AppState {
  /// A tab that is a list with its paper beside or below it.
  func drawTab(into grid: inout Grid, _ layout: AppLayout) {
    drawTop(into: &grid, layout.top)
    let list = tabList
    let area = layout.list
    if list.rows.isEmpty { drawEmptyTab(list.empty, into: &grid, area) }
    for (line, row) in list.rows.dropFirst(list.top).prefix(area.height).enumerated() {
      let y = area.y + line
      let right = row.right.width
      let room = area.width - 2 - (right > 0 ? right + 2 : 0)
      grid.write(fitting: row.line.spans, row.line.width, x: area.x + 2, y: y, room, glyphs)
      if right > 0 { grid.write(row.right, x: area.maxX - right - 1, y: y, maxWidth: right) }
      if list.top + line == list.cursor, row.subject != nil {
        grid.write(glyphs.marker, x: area.x, y: y, .accent)
        grid.select(Rect(x: area.x, y: y, width: area.width, height: 1))
      }
    }
    drawTabPaper(list, into: &grid, layout)
  }

  private func drawTabPaper(_ list: TabList, into grid: inout Grid, _ layout: AppLayout) {
    guard let area = layout.preview else { return }
    if let divider = layout.divider { drawDivider(divider, into: &grid) }
    for (line, text) in list.paper.dropFirst(list.scroll).prefix(area.height).enumerated() {
      grid.write(text, x: area.x + 1, y: area.y + line, maxWidth: area.width - 2)
    }
  }

  /// The line between a list and what is told of its row.
  func drawDivider(_ divider: Rect, into grid: inout Grid) {
    if divider.width == 1 {
      grid.vline(x: divider.x, y: divider.y, height: divider.height, glyphs: glyphs)
    } else {
      grid.hline(x: divider.x, y: divider.y, width: divider.width, glyphs: glyphs)
    }
  }

  /// What a tab without rows says, the first line strong.
  func drawEmptyTab(_ lines: [String], into grid: inout Grid, _ area: Rect) {
    let shown = bill == nil ? [] : lines.prefix(max(1, area.height))
    let top = area.y + max(0, (area.height - shown.count) / 3)
    for (index, words) in shown.enumerated() {
      let text = CleanText(words, fitting: area.width - 2, ellipsis: glyphs.ellipsis)
      grid.write(
        text, x: area.x + max(1, (area.width - text.width) / 2), y: top + index,
        index == 0 ? .strong : .dim)
    }
  }
}
