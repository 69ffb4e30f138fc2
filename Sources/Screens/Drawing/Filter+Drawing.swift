import Canvas
import Domain

extension AppState {
  /// The error under the column it stands at, then what could stand at the cursor.
  func drawProposals(_ bar: FilterBar, into grid: inout Grid, _ layout: AppLayout) {
    let field = Rect(
      x: layout.query.x + 3, y: layout.query.y,
      width: max(1, layout.query.width - 6 - placeInList.width), height: 1)
    var y = layout.query.maxY
    if let error = bar.error, !(bar.isErrorUnderCursor && !bar.candidates.isEmpty) {
      drawError(
        error, bar, into: &grid, Rect(x: field.x, y: y, width: size.width - field.x, height: 1))
      y += 1
    }
    guard !bar.candidates.isEmpty else { return }
    let rows = min(bar.candidates.count, 8, layout.hints.y - y - 1)
    guard rows > 0 else { return }
    let first = min(max(0, (bar.chosen ?? 0) - rows + 1), bar.candidates.count - rows)
    let shown = bar.candidates[first..<first + rows]
    let texts = shown.map { CleanText($0.text, fitting: 30, ellipsis: glyphs.ellipsis) }
    let helps = shown.map { CleanText($0.help, fitting: 44, ellipsis: glyphs.ellipsis) }
    let textWidth = texts.map(\.width).max() ?? 0
    let helpWidth = helps.map(\.width).max() ?? 0
    let width = min(size.width, textWidth + (helpWidth > 0 ? helpWidth + 2 : 0) + 3)
    let start = field.x + bar.editor.column(of: bar.range.lowerBound, in: field.width)
    let x = max(0, min(start - 2, size.width - width))
    for (line, candidate) in shown.enumerated() {
      let row = Rect(x: x, y: y + line, width: width, height: 1)
      let isChosen = first + line == bar.chosen
      grid.fill(row, .text)
      grid.put(glyphs.vertical, x: x, y: row.y, Style(.border))
      grid.put(glyphs.vertical, x: row.maxX - 1, y: row.y, Style(.border))
      if isChosen { grid.write(glyphs.marker, x: x, y: row.y, .accent) }
      grid.write(texts[line], x: x + 2, y: row.y, style: style(of: candidate), maxWidth: width - 2)
      if helpWidth > 0 {
        grid.write(
          helps[line], x: x + 2 + textWidth + 2, y: row.y, .dim, maxWidth: width - textWidth - 4)
      }
      if isChosen { grid.select(row) }
    }
    Popup.drawArrows(
      x: x + width - 1, list: Rect(x: x, y: y, width: width, height: rows), first: first,
      of: bar.candidates.count, glyphs: glyphs, into: &grid)
  }

  private func drawError(
    _ error: QueryError, _ bar: FilterBar, into grid: inout Grid, _ area: Rect
  ) {
    let role: Role = bar.isErrorUnderCursor ? .hint : .error
    grid.fill(Rect(x: 0, y: area.y, width: size.width, height: 1), .text)
    let start = bar.editor.column(of: error.column - 1, in: area.width)
    let end = bar.editor.column(of: error.column - 1 + error.length, in: area.width)
    let caret = CleanText("^", count: max(1, min(end - start, area.width - start)))
    let words = CleanText(
      error.message + (error.hint.map { "; " + $0 } ?? ""),
      fitting: size.width - 2, ellipsis: glyphs.ellipsis)
    let x = area.x + start
    grid.write(caret, x: x, y: area.y, role)
    if x + caret.width + 1 + words.width < size.width {
      grid.write(words, x: x + caret.width + 1, y: area.y, role)
    } else if words.width + 1 < x {
      grid.write(words, x: x - words.width - 1, y: area.y, role)
    } else {
      grid.fill(Rect(x: 0, y: area.y + 1, width: size.width, height: 1), .text)
      grid.write(words, x: 1, y: area.y + 1, role)
    }
  }

  private func style(of candidate: QueryCompletion.Candidate) -> Style {
    switch candidate.kind {
    case .qualifier, .value, .sort: return Style(.key)
    case .person: return Style(.person)
    case .label:
      let name = candidate.text.filter { $0 != "\"" }
      return Style(.label, tint: words.labels.first { $0.name == name }?.tint)
    case .team, .project, .service, .milestone: return Style(.text)
    }
  }
}
