/// The signs that screens draw with, in a Unicode and an ASCII form.
///
/// Every sign takes one column in both forms, check boxes excepted, so that a
/// layout is the same in both.
public struct Glyphs: Sendable, Hashable {
  public let horizontal, vertical: Unicode.Scalar
  public let topLeft, topRight, bottomLeft, bottomRight: Unicode.Scalar
  public let teeLeft, teeRight, teeDown, teeUp, cross: Unicode.Scalar

  public let ellipsis, bullet, marker, separator, unread: CleanText
  public let left, right, up, down: CleanText
  public let folded, unfolded: CleanText
  public let checked, unchecked: CleanText
  public let warning, failure, success: CleanText
  /// From empty to full, for sparklines and load bars.
  public let bars: [CleanText]
  /// A filled and an empty part of a progress bar or a shift on a timeline.
  public let filled, shaded: CleanText
  private let marks: [Role: CleanText]

  /// The sign that stands for a status or a priority; a blank for other roles.
  public func mark(_ role: Role) -> CleanText {
    marks[role] ?? CleanText.blank(1)
  }

  /// Values as a row of bars, the largest one full; negative values count as nothing.
  public func sparkline(_ values: [Double]) -> CleanText {
    let top = values.max() ?? 0
    return values.reduce(.empty) { line, value in
      guard top > 0, value > 0 else { return line + bars[0] }
      return line + bars[max(1, min(bars.count - 1, Int(value / top * Double(bars.count - 1))))]
    }
  }
}

extension Glyphs {
  /// For terminals that show UTF-8.
  public static let unicode = Glyphs(
    horizontal: "─", vertical: "│",
    topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯",
    teeLeft: "├", teeRight: "┤", teeDown: "┬", teeUp: "┴", cross: "┼",
    ellipsis: "…", bullet: "•", marker: "▌", separator: "·", unread: "●",
    left: "←", right: "→", up: "↑", down: "↓",
    folded: "▸", unfolded: "▾", checked: "☑", unchecked: "☐",
    warning: "▲", failure: "✗", success: "✓",
    bars: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], filled: "█", shaded: "░",
    marks: [
      .statusTriage: "◌", .statusTodo: "○", .statusDoing: "◐", .statusReview: "◑",
      .statusDone: "●", .statusDropped: "✗",
      .priorityUrgent: "‼", .priorityHigh: "↑", .priorityNormal: "•", .priorityLow: "↓",
      .priorityNone: "·",
    ])

  /// For terminals outside UTF-8.
  public static let ascii = Glyphs(
    horizontal: "-", vertical: "|",
    topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    teeLeft: "+", teeRight: "+", teeDown: "+", teeUp: "+", cross: "+",
    ellipsis: "~", bullet: "*", marker: ">", separator: "-", unread: "*",
    left: "<", right: ">", up: "^", down: "v",
    folded: ">", unfolded: "v", checked: "[x]", unchecked: "[ ]",
    warning: "!", failure: "x", success: "+",
    bars: [" ", "_", ".", ":", "-", "=", "+", "*", "#"], filled: "#", shaded: ".",
    marks: [
      .statusTriage: "?", .statusTodo: "o", .statusDoing: ">", .statusReview: "%",
      .statusDone: "*", .statusDropped: "x",
      .priorityUrgent: "!", .priorityHigh: "^", .priorityNormal: "=", .priorityLow: "v",
      .priorityNone: "-",
    ])

  /// What stands for a scalar where only ASCII can be shown; `?` when nothing resembles it.
  public static func ascii(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x20..<0x7F: scalar
    case 0xA0, 0x2002...0x200A, 0x202F, 0x3000: " "
    case 0xB7, 0x2022, 0x25CF, 0x2219: "*"
    case 0x2010...0x2015, 0x2500, 0x2501, 0x2212: "-"
    case 0x2018, 0x2019: "'"
    case 0x201C, 0x201D: "\""
    case 0x2026: "~"
    case 0x2190: "<"
    case 0x2192: ">"
    case 0x2191: "^"
    case 0x2193: "v"
    case 0x2400...0x2421: "^"
    case 0x2502, 0x2503: "|"
    case 0x250C...0x254B, 0x256D...0x2570: "+"
    case 0x2581...0x2588: "#"
    case 0x258C: ">"
    case 0x2591...0x2593: "."
    default: "?"
    }
  }
}
