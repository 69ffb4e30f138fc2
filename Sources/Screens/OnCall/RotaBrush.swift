import Canvas
import Domain

/// What lanes are drawn with: the signs, the names of people, who looks, and when.
struct RotaBrush {
  var glyphs: Glyphs
  var me: EntityID?
  var now: Instant
  var handle: (EntityID) -> String

  /// What follows the name of somebody who is there by an override.
  static let changed = "*"
  /// What follows the name of somebody who wants to be rid of it.
  static let offered = "?"
  /// What fills a time without anybody.
  static let gap = "!"
  /// What follows a day on which clocks change.
  static let clockChange = "~"

  /// A run of one sign.
  func run(_ sign: CleanText, _ count: Int) -> CleanText {
    count <= 0 ? .empty : CleanText(String(repeating: sign.characters, count: count))
  }

  /// How the name of a piece and what fills it look.
  ///
  /// Mine are bright; the past is faint.
  func styles(of piece: RotaPiece) -> (name: Style, fill: Style) {
    if piece.isGap { return (Style(.error, isBold: true), Style(.error, isBold: true)) }
    if piece.person == me {
      return (Style(.accent, isBold: true), Style(.accent, isBold: true))
    }
    if piece.period.end <= now { return (Style(.dim), Style(.border)) }
    return (Style(.text), piece.isChanged ? Style(.info) : Style(.border))
  }

  /// What fills the rest of a piece behind the name.
  func fill(of piece: RotaPiece) -> CleanText {
    if piece.isGap { return CleanText(RotaBrush.gap) }
    if piece.isChanged { return glyphs.shaded }
    return piece.person == me ? glyphs.filled : CleanText(String(glyphs.horizontal))
  }

  /// The name of a piece with its signs.
  func name(of piece: RotaPiece) -> String {
    guard let person = piece.person else {
      if case .gap(let gap) = piece.what, gap.kind == .empty { return "nobody who may" }
      return "nobody"
    }
    return handle(person) + (piece.isChanged ? RotaBrush.changed : "")
      + (piece.isOnOffer ? RotaBrush.offered : "")
  }

  /// The cells of one piece, or of a part of it that is in sight.
  ///
  /// It begins with a bar where a turn begins, and with an arrow where it has begun out of sight;
  /// the name follows, behind the now line when that would strike it.
  ///
  /// - Parameters:
  ///   - width: how many columns there are.
  ///   - isBegun: whether its start is out of sight.
  ///   - nowAt: the column of the now line inside of it.
  func cells(of piece: RotaPiece, width: Int, isBegun: Bool, nowAt: Int?) -> [Span] {
    let styles = styles(of: piece)
    let fill = fill(of: piece)
    let name = CleanText(name(of: piece), limit: 40)
    if piece.isGap {
      guard width >= name.width + 4 else { return [Span(run(fill, width), styles.fill)] }
      return [
        Span(run(fill, 2) + " " + name + " ", styles.name),
        Span(run(fill, width - name.width - 4), styles.fill),
      ]
    }
    guard width > 1 else { return [Span(name.prefix(1).padded(to: 1), styles.name)] }
    guard !name.prefix(width - 1).isEmpty else {
      // A wide letter needs the column of the bar.
      let shown = name.prefix(width)
      return [
        Span(shown, styles.name), Span(run(fill, width - shown.width), styles.fill),
      ]
    }
    let edge = isBegun ? glyphs.left : CleanText(String(glyphs.vertical))
    var spans = [Span(edge, isBegun ? styles.name : Style(.border))]
    var room = width - 1
    if let nowAt, nowAt >= 1, nowAt <= name.width, room - nowAt >= name.width {
      spans.append(Span(run(fill, nowAt), styles.fill))
      room -= nowAt
    }
    let shown = name.prefix(room)
    spans.append(Span(shown, styles.name))
    spans.append(Span(run(fill, room - shown.width), styles.fill))
    return spans
  }
}
