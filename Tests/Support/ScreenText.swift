public import Canvas

/// A grid as text: a picture in a frame, then the styled runs by role.
///
/// The picture is for people; the runs hold the colours by the name of their
/// role, so that a theme can change without a test.
public enum ScreenText {
  /// The picture and the runs of a grid.
  public static func text(of grid: Grid) -> String {
    let width = grid.size.width
    let ruler = String((0..<width).map { $0 % 10 == 0 ? "+" : "-" })
    var text = "   +\(ruler)\n"
    for y in 0..<grid.size.height {
      text += number(y) + "|" + grid.text(row: y).withoutBlanksAtEnd + "\n"
    }
    text += "   +\(ruler)\n"
    if let cursor = grid.cursor { text += "cursor \(cursor.x),\(cursor.y)\n" }
    for y in 0..<grid.size.height {
      let runs = grid.runs(row: y).filter { $0.style != Style(.text) }
      guard !runs.isEmpty else { continue }
      let words = runs.map { "\($0.columns.lowerBound)-\($0.columns.upperBound) \(name($0.style))" }
      text += number(y) + " " + words.joined(separator: ", ") + "\n"
    }
    return text
  }

  private static func number(_ y: Int) -> String {
    let digits = String(y)
    return String(repeating: " ", count: max(0, 3 - digits.count)) + digits
  }

  private static func name(_ style: Style) -> String {
    var name = style.role.rawValue
    if let tint = style.tint { name += "#" + String(tint, radix: 16) }
    if style.isSelected { name += " selected" }
    if style.isBold { name += " bold" }
    if style.isItalic { name += " italic" }
    if style.isUnderlined { name += " underlined" }
    if style.isStruck { name += " struck" }
    return name
  }
}

extension String {
  fileprivate var withoutBlanksAtEnd: String {
    var rest = unicodeScalars[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
