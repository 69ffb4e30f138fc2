import Canvas
import Domain

extension AppState {
  func drawPalette(_ palette: Palette, into grid: inout Grid) {
    let matches = palette.matches
    let box = box(of: palette)
    let title: CleanText = palette.kind == .go ? "Go" : "What can be done here"
    let inside = Popup.draw(box.frame, title: title, glyphs: glyphs, into: &grid)
    guard inside.height > 1 else { return }
    grid.write(palette.kind == .go ? ":" : "?", x: inside.x + 1, y: inside.y, .accent)
    palette.editor.draw(
      into: &grid, Rect(x: inside.x + 3, y: inside.y, width: inside.width - 4, height: 1),
      glyphs: glyphs,
      placeholder: palette.kind == .go
        ? "API-42, a view, a theme, a verb" : "type to find, by name or key")
    if matches.isEmpty {
      grid.write(
        "nothing is called that", x: inside.x + 2, y: inside.y + 1, .dim, maxWidth: inside.width - 3
      )
    }
    for (line, entry) in matches.dropFirst(box.first).prefix(box.list.height).enumerated() {
      let row = Rect(x: inside.x, y: inside.y + 1 + line, width: inside.width, height: 1)
      draw(entry, into: &grid, row)
      guard box.first + line == palette.cursor else { continue }
      grid.write(glyphs.marker, x: row.x, y: row.y, .accent)
      grid.select(row)
    }
    Popup.drawScroll(
      box.frame, list: box.list, first: box.first, place: palette.cursor, of: matches.count,
      glyphs: glyphs, into: &grid)
  }

  /// A key, a name, what it does (or why not), and the same from the shell where it fits.
  private func draw(_ entry: Palette.Entry, into grid: inout Grid, _ row: Rect) {
    let isLegal = entry.obstacle == nil
    let key = CleanText(entry.key ?? "", fitting: 9, ellipsis: glyphs.ellipsis)
    grid.write(key, x: row.x + 2, y: row.y, isLegal ? .key : .dim)
    var x = row.x + 12
    let name = CleanText(entry.name, fitting: row.maxX - x - 1, ellipsis: glyphs.ellipsis)
    grid.write(name, x: x, y: row.y, isLegal ? .text : .dim)
    x += max(23, name.width + 2)
    var end = row.maxX - 1
    if row.width >= 86, isLegal, let command = entry.command {
      let text = CleanText(command, fitting: end - x - 2, ellipsis: glyphs.ellipsis)
      if x + CleanText(entry.help).width + 2 + text.width <= end {
        end -= text.width
        grid.write(text, x: end, y: row.y, .code)
        end -= 2
      }
    }
    guard end - x >= 10 else { return }
    let help = CleanText(entry.obstacle ?? entry.help, fitting: end - x, ellipsis: glyphs.ellipsis)
    grid.write(help, x: x, y: row.y, isLegal ? .dim : .warning)
  }
}
