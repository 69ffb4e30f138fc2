extension CleanText {
  /// The text in lines of at most so many columns, broken at blanks where there are any.
  ///
  /// Blanks at a break belong to no line. Wide characters (CJK, emoji) may be
  /// parted without a blank; a word longer than a line is cut. There is always
  /// at least one line.
  public func wrapped(to columns: Int) -> [CleanText] {
    guard width > columns else { return [self] }
    guard columns > 0 else { return [.empty] }
    var wrapping = Wrapping(columns: columns)
    for scalar in characters.unicodeScalars {
      wrapping.take(scalar, columns: TextWidth.columns(of: scalar))
    }
    return wrapping.finish()
  }
}

/// Greedy line breaking: the line so far, the blanks after it, and the word being read.
private struct Wrapping {
  let columns: Int
  var lines: [CleanText] = []
  var line = Piece()
  var blanks = Piece()
  var word = Piece()
  /// Whether the line is still empty because it has just been broken: its blanks are dropped.
  var isBroken = false
  /// Whether the word is one wide character, which may be parted from what follows.
  var isWide = false

  struct Piece {
    var scalars = String.UnicodeScalarView()
    var width = 0

    mutating func append(_ other: Piece) {
      scalars.append(contentsOf: other.scalars)
      width += other.width
    }
  }

  init(columns: Int) {
    self.columns = columns
  }

  mutating func take(_ scalar: Unicode.Scalar, columns taken: Int) {
    if scalar == " " {
      place()
      blanks.scalars.append(scalar)
      blanks.width += 1
      return
    }
    guard taken > 0 else {
      word.scalars.append(scalar)
      return
    }
    if taken == 2 || isWide || word.width + taken > columns { place() }
    isWide = taken == 2
    word.scalars.append(taken > columns ? "\u{FFFD}" : scalar)
    word.width += min(taken, columns)
  }

  /// Puts the word on this line, or on the next one.
  mutating func place() {
    guard !word.scalars.isEmpty else { return }
    let fits = line.width + blanks.width + word.width <= columns
    if line.width > 0, !fits {
      breakLine()
    } else if fits, line.width > 0 || !isBroken {
      line.append(blanks)
    }
    line.append(word)
    blanks = Piece()
    word = Piece()
    isWide = false
  }

  mutating func breakLine() {
    lines.append(CleanText(trusted: String(line.scalars), width: line.width))
    line = Piece()
    isBroken = true
  }

  mutating func finish() -> [CleanText] {
    place()
    if line.width > 0 || lines.isEmpty { breakLine() }
    return lines
  }
}
