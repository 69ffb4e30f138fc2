extension CleanText {
  /// Raw text, cleaned and cut to a width; cut text ends in the ellipsis.
  public init(_ raw: String, fitting columns: Int, ellipsis: CleanText = .ellipsis) {
    let limit = max(0, columns)
    self = CleanText(raw, limit: limit > .max - 2 ? limit : limit + 2)
      .truncated(to: limit, ellipsis: ellipsis)
  }

  /// The mark of text that was cut.
  public static let ellipsis = CleanText(trusted: "\u{2026}", width: 1)

  /// The text if it fits, else its beginning and the ellipsis, together at most that wide.
  public func truncated(to columns: Int, ellipsis: CleanText = .ellipsis) -> CleanText {
    guard width > columns else { return self }
    guard columns >= ellipsis.width else { return prefix(columns) }
    return prefix(columns - ellipsis.width) + ellipsis
  }

  /// The cells that fit in so many columns, with their marks.
  public func prefix(_ columns: Int) -> CleanText {
    guard width > columns else { return self }
    guard columns > 0 else { return .empty }
    if isASCII {
      let kept = String(decoding: characters.utf8.prefix(columns), as: UTF8.self)
      return CleanText(trusted: kept, width: columns)
    }
    var kept = String.UnicodeScalarView()
    var used = 0
    for scalar in characters.unicodeScalars {
      let next = TextWidth.columns(of: scalar)
      guard used + next <= columns else { break }
      used += next
      kept.append(scalar)
    }
    return CleanText(trusted: String(kept), width: used)
  }

  /// The text with blanks after it, up to a width.
  public func padded(to columns: Int) -> CleanText {
    width < columns ? self + .blank(columns - width) : self
  }

  /// The text with blanks before it, up to a width.
  public func rightAligned(to columns: Int) -> CleanText {
    width < columns ? .blank(columns - width) + self : self
  }

  /// Raw text split at its line breaks (`\n`, `\r\n` or a lone `\r`), each line cleaned.
  ///
  /// At most `limit` lines of at most `columns` columns; what lies beyond is not
  /// looked at. A break at the very end begins no further line.
  public static func lines(
    _ raw: String, limit: Int = .max, columns: Int = .max
  ) -> [CleanText] {
    var lines: [CleanText] = []
    let bytes = raw.utf8
    var start = bytes.startIndex
    while start != bytes.endIndex, lines.count < limit {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
      lines.append(CleanText(String(raw[start..<end]), limit: columns))
      guard end != bytes.endIndex else { break }
      start = bytes.index(after: end)
      if bytes[end] == 0x0D, start != bytes.endIndex, bytes[start] == 0x0A {
        start = bytes.index(after: start)
      }
    }
    return lines
  }
}
