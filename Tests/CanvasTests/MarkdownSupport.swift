import Canvas

/// The lines of a body as bare text.
func text(_ source: String, width: Int = 40, glyphs: Glyphs = .unicode) -> [String] {
  Markdown.render(source, width: width, glyphs: glyphs).map(\.bareText)
}

/// The first run that shows exactly these words.
func span(_ words: String, of source: String, width: Int = 60) -> Span? {
  Markdown.render(source, width: width, glyphs: .unicode)
    .flatMap(\.spans).first { $0.text.characters == words }
}

/// The first line wider than it may be, or with a width that its scalars do not add up to.
func brokenLine(_ source: String, width: Int) -> String? {
  Markdown.render(source, width: width, glyphs: .unicode).first { line in
    let claimed = line.spans.reduce(0) { $0 + $1.text.width }
    let drawn = line.bareText.unicodeScalars.reduce(0) { $0 + TextWidth.columns(of: $1) }
    return claimed > width || drawn != claimed
  }?.bareText
}

extension StyledLine {
  /// The words of the line without their styles.
  var bareText: String { spans.map(\.text.characters).joined() }
}
