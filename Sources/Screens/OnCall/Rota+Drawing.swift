import Canvas
import Domain

extension AppState {
  /// The on-call tab: scale and lanes, and below them what is told of the chosen piece.
  func drawRota(into grid: inout Grid, _ layout: AppLayout) {
    drawTop(into: &grid, layout.top)
    if let area = layout.preview {
      if let divider = layout.divider { drawDivider(divider, into: &grid) }
      let lines = tabList.paper.dropFirst(tabList.scroll).prefix(area.height)
      for (line, text) in lines.enumerated() {
        grid.write(text, x: area.x + 1, y: area.y + line, maxWidth: area.width - 2)
      }
    }
    let area = layout.list
    guard bill != nil, !area.isEmpty else { return }
    guard let ruler = rota.ruler, !rota.lanes.isEmpty else {
      return drawEmptyTab(tabList.empty, into: &grid, area)
    }
    let y = drawScale(ruler, into: &grid, area, isLow: layout.isLow)
    drawLanes(
      ruler, into: &grid, Rect(x: area.x, y: y, width: area.width, height: area.maxY - y - 1))
    drawBelow(into: &grid, area, hasPaper: layout.preview != nil)
  }

  /// Draws title and scale, and says where the lanes begin.
  private func drawScale(
    _ ruler: RotaRuler, into grid: inout Grid, _ area: Rect, isLow: Bool
  ) -> Int {
    var y = area.y
    if !isLow {
      let now = CleanText("now \(ruler.zone.local(now).time.hoursAndMinutes)")
      let room = area.width - 3 - now.width
      let words = CleanText(rota.title, fitting: room, ellipsis: glyphs.ellipsis)
      grid.write(words, x: area.x + 1, y: y, .dim)
      grid.write(now, x: area.maxX - now.width - 1, y: y, .accent)
      y += 1
    }
    for (row, line) in rota.scale.enumerated() {
      grid.write(line, x: area.x + 1, y: y + row, maxWidth: ruler.width)
    }
    return y + rota.scale.count
  }

  private func drawLanes(_ ruler: RotaRuler, into grid: inout Grid, _ area: Rect) {
    var y = area.y
    let shown = rota.lanes.dropFirst(rota.top)
    let rest = shown.reduce(0) { $0 + $1.height }
    let isAiry = isRotaAiry(height: area.height)
    for (index, lane) in rota.lanes.enumerated().dropFirst(rota.top) {
      guard y < area.maxY else { break }
      drawHeading(index, into: &grid, Rect(x: area.x, y: y, width: area.width, height: 1))
      y += 1
      if let problem = lane.duty.problem {
        let words = CleanText(problem, fitting: area.width - 4, ellipsis: glyphs.ellipsis)
        if y < area.maxY { grid.write(words, x: area.x + 2, y: y, .error) }
        y += 1
      }
      for (row, line) in lane.rows.enumerated() where y + row < area.maxY {
        grid.write(line, x: area.x + 1, y: y + row, maxWidth: ruler.width)
        drawNow(ruler, on: lane, row, into: &grid, x: area.x + 1, y: y + row)
      }
      if index == tabList.cursor { selectPiece(on: lane, into: &grid, area, y: y) }
      y += lane.rows.count
      if let shadows = lane.shadows, y < area.maxY {
        grid.write(shadows, x: area.x + 1, y: y, maxWidth: ruler.width)
      }
      y += lane.shadows == nil ? 0 : 1
      if isAiry { y += 1 }
    }
    let below = rota.lanes.count - rota.top
    Popup.drawArrows(
      x: area.maxX - 1, list: area, first: rota.top,
      of: rest > area.height ? rota.top + area.height + below : 0, glyphs: glyphs, into: &grid)
  }

  private func drawHeading(_ index: Int, into grid: inout Grid, _ area: Rect) {
    guard tabList.rows.indices.contains(index) else { return }
    let row = tabList.rows[index]
    if index == tabList.cursor { grid.write(glyphs.marker, x: area.x, y: area.y, .accent) }
    // The zone gives way to who is on call and until when.
    let isRoomy = row.line.width + row.right.width + 4 <= area.width
    let room = area.width - 2 - (isRoomy ? row.right.width + 2 : 0)
    grid.write(fitting: row.line.spans, row.line.width, x: area.x + 1, y: area.y, room, glyphs)
    if isRoomy {
      grid.write(row.right, x: area.maxX - row.right.width - 1, y: area.y)
    }
  }

  /// The line of now through a row of a lane: a cross where somebody is on call.
  private func drawNow(
    _ ruler: RotaRuler, on lane: RotaLane, _ row: Int, into grid: inout Grid, x: Int, y: Int
  ) {
    let column = ruler.column(of: now)
    guard (0..<ruler.width).contains(column) else { return }
    let isOver = lane.pieces.contains { $0.row == row && $0.columns.contains(column) }
    grid.put(
      isOver ? glyphs.cross : glyphs.vertical, x: x + column, y: y, Style(.accent, isBold: true))
  }

  private func selectPiece(on lane: RotaLane, into grid: inout Grid, _ area: Rect, y: Int) {
    guard let place = rota.chosenPlace(on: lane, now: now) else { return }
    let piece = lane.pieces[place]
    guard !piece.columns.isEmpty, y + piece.row < area.maxY else { return }
    grid.select(
      Rect(
        x: area.x + 1 + piece.columns.lowerBound, y: y + piece.row, width: piece.columns.count,
        height: 1))
  }

  /// The last row: what the signs mean, or where no paper tells it, what is chosen.
  private func drawBelow(into grid: inout Grid, _ area: Rect, hasPaper: Bool) {
    let y = area.maxY - 1
    if !hasPaper, !rota.words.isEmpty {
      let text = CleanText(rota.words, fitting: area.width - 2, ellipsis: glyphs.ellipsis)
      grid.write(text, x: area.x + 1, y: y, .text)
      return
    }
    var x = area.x + 1
    for (sign, style, words) in rotaLegend {
      let text = CleanText(words)
      guard x + sign.width + 1 + text.width < area.maxX else { break }
      x += grid.write(sign, x: x, y: y, style: style) + 1
      x += grid.write(text, x: x, y: y, .dim) + 2
    }
  }

  private var rotaLegend: [(CleanText, Style, String)] {
    [
      (glyphs.filled, Style(.accent, isBold: true), "mine"),
      (CleanText(RotaBrush.gap), Style(.error, isBold: true), "nobody"),
      (glyphs.shaded + CleanText(RotaBrush.changed), Style(.info), "changed"),
      (CleanText(RotaBrush.offered), Style(.text), "wants cover"),
      (CleanText(String(glyphs.cross)), Style(.accent, isBold: true), "now"),
      (CleanText(RotaBrush.clockChange), Style(.warning), "clocks change"),
      ("( )", Style(.dim), "learns"),
    ]
  }
}

extension TimeOfDay {
  /// `09:05`, whatever the seconds.
  var hoursAndMinutes: String { TimeOfDay(seconds: seconds / 60 * 60).description }
}
