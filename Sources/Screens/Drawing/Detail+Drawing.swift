import Canvas
import Domain

extension AppState {
  /// The issue over the whole screen.
  func drawDetail(into grid: inout Grid, _ layout: AppLayout) {
    guard let detail else { return }
    drawTop(into: &grid, layout.top)
    let area = layout.paper
    let reader = detail.reader
    guard !reader.lines.isEmpty else { return }
    let wanted = detail.sought.lowercased()
    for line in 0..<area.height {
      let index = reader.scroll + line
      guard reader.lines.indices.contains(index) else { break }
      let text = reader.lines[index]
      grid.write(text, x: area.x + 2, y: area.y + line, maxWidth: area.width - 4)
      if !wanted.isEmpty { mark(wanted, in: text, into: &grid, x: area.x + 2, y: area.y + line) }
      if detail.foundLine == index {
        grid.write(glyphs.marker, x: area.x, y: area.y + line, .accent)
      }
    }
    drawReadingPlace(reader, into: &grid, area)
  }

  /// Draws the words that are looked for in their own look.
  private func mark(_ wanted: String, in line: StyledLine, into grid: inout Grid, x: Int, y: Int) {
    let text = line.characters.lowercased()
    var rest = text[...]
    while let range = rest.firstRange(ofText: wanted) {
      let before = CleanText(String(text[..<range.lowerBound])).width
      grid.write(CleanText(String(rest[range])), x: x + before, y: y, .match)
      rest = rest[range.upperBound...]
    }
  }

  /// How far the text goes on, at the right edge, when it does not fit.
  private func drawReadingPlace(_ reader: Reader, into grid: inout Grid, _ area: Rect) {
    guard reader.lines.count > area.height, area.height > 2 else { return }
    let length = max(1, area.height * area.height / reader.lines.count)
    let span = max(1, reader.lines.count - area.height)
    let top = (area.height - length) * reader.scroll / span
    for line in 0..<length {
      grid.put(glyphs.vertical, x: area.maxX - 1, y: area.y + top + line, Style(.accent))
    }
  }
}

extension Substring {
  /// The first place of a text that is not empty.
  fileprivate func firstRange(ofText wanted: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      let rest = self[start...]
      if rest.hasPrefix(wanted),
        let end = index(start, offsetBy: wanted.count, limitedBy: endIndex)
      {
        return start..<end
      }
      start = index(after: start)
    }
    return nil
  }
}
