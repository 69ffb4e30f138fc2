import Canvas
import Domain

extension RotaLane {
  /// Makes the rows of cells.
  ///
  /// Plain shifts are laid down first, what was changed over them, gaps last, so that no short
  /// one is lost under a long one.
  mutating func paint(_ timeline: Timeline, on ruler: RotaRuler, _ brush: RotaBrush) {
    let inSight = pieces.indices.filter { !pieces[$0].columns.isEmpty }
    let count = max(1, (inSight.map { pieces[$0].row }.max() ?? 0) + 1)
    for row in 0..<count {
      let layers = [
        inSight.filter { pieces[$0].row == row && !pieces[$0].isGap && !pieces[$0].isChanged },
        inSight.filter { pieces[$0].row == row && pieces[$0].isChanged },
        inSight.filter { pieces[$0].row == row && pieces[$0].isGap },
      ]
      var owners = [Int?](repeating: nil, count: ruler.width)
      for index in layers.joined() {
        for column in pieces[index].columns where column < ruler.width { owners[column] = index }
      }
      rows.append(line(of: owners, on: ruler, brush))
    }
    paintShadows(timeline, on: ruler, brush)
  }

  /// The cells of a row, from which piece stands in each column.
  private func line(of owners: [Int?], on ruler: RotaRuler, _ brush: RotaBrush) -> StyledLine {
    let now = ruler.column(of: brush.now)
    var spans: [Span] = []
    var start = 0
    while start < owners.count {
      var end = start + 1
      while end < owners.count, owners[end] == owners[start] { end += 1 }
      if let index = owners[start] {
        let piece = pieces[index]
        let isBegun = piece.period.start < ruler.period.start && start == 0
        spans += brush.cells(
          of: piece, width: end - start, isBegun: isBegun,
          nowAt: (start..<end).contains(now) ? now - start : nil)
      } else {
        spans.append(Span(CleanText.blank(end - start), .text))
      }
      start = end
    }
    return StyledLine(spans)
  }

  /// Those who watch and learn, in brackets and without a block: they are no cover.
  private mutating func paintShadows(
    _ timeline: Timeline, on ruler: RotaRuler, _ brush: RotaBrush
  ) {
    var strip = Strip()
    for shift in timeline.shadowShifts {
      let columns = ruler.columns(of: shift.period)
      guard columns.count > 1, columns.lowerBound >= strip.width else { continue }
      let name = CleanText("(\(brush.handle(shift.person)))", limit: columns.count)
      strip.put(name, at: columns.lowerBound, Style(.dim))
    }
    if strip.width > 0 { shadows = strip.line }
  }
}

/// A line that texts are put on from left to right, each at its column.
struct Strip {
  private(set) var line = StyledLine()
  private(set) var width = 0

  /// Puts a text at a column, unless something stands there.
  mutating func put(_ text: CleanText, at column: Int, _ style: Style) {
    guard column >= width, !text.isEmpty else { return }
    if column > width { line.spans.append(Span(CleanText.blank(column - width), .text)) }
    line.spans.append(Span(text, style))
    width = column + text.width
  }
}
