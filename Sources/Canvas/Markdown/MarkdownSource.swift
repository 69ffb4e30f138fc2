/// The bytes of a body as the parser may have them: not too many, and nothing that blows up.
///
/// cmark takes time by the square, or memory by the product, on a few kinds of
/// hostile text. What matters of those is changed before it sees them:
/// - a line keeps its first 32 quote and list marks and 128 columns of indent,
///   because each open block is visited again for every line;
/// - a table head of more than 100 columns is left out, so that its rows are
///   text, and a table ends when its columns times its rows pass 65,536,
///   because short rows are filled up with empty cells;
/// - a paragraph ends when the marks that cmark searches ahead from (`<`, `)`,
///   `]`, `@`, backtick), times its length, pass what is left of a budget that
///   ordinary bodies hardly touch.
struct MarkdownSource {
  private static let mostMarks = 32
  private static let widestIndent = 128
  private static let mostColumns = 100
  private static let mostCells = 65_536
  private static let searchBudget = 64_000_000
  private static let smallestSearch = 500_000

  /// What the parser gets.
  private(set) var bytes: [UInt8] = []
  /// How many bytes at the end were left out for the limit.
  let hiddenBytes: Int

  private var columns = 0
  private var cells = 0
  private var paragraphStart = 0
  private var searches = 0
  private var budget = searchBudget

  init(_ source: String, limit: Int) {
    var source = source
    let kept = source.withUTF8 { MarkdownSource.kept($0, limit: max(0, limit)) }
    hiddenBytes = source.utf8.count - kept
    bytes.reserveCapacity(kept + kept / 16)
    source.withUTF8 { tame(UnsafeBufferPointer(rebasing: $0[..<kept])) }
  }

  /// Whether a box of a task list stands anywhere, so that most bodies need no parsing.
  static func mayHaveTasks(_ source: String) -> Bool {
    var source = source
    return source.withUTF8 { bytes in
      bytes.count > 2
        && (2..<bytes.count).contains {
          bytes[$0] == UInt8(ascii: "]") && bytes[$0 - 2] == UInt8(ascii: "[")
        }
    }
  }

  /// How many bytes fit into the limit: whole lines, or whole characters of a single line.
  private static func kept(_ source: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
    guard source.count > limit else { return source.count }
    if let newline = source[..<limit].lastIndex(of: UInt8(ascii: "\n")) { return newline + 1 }
    var end = limit
    while end > 0, source[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  private mutating func tame(_ source: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < source.count {
      var end = start
      while end < source.count, !isLineEnd(source[end]) { end += 1 }
      let next = min(end + 1, source.count)
      tame(line: source[start..<end])
      bytes.append(contentsOf: source[end..<next])
      start = next
    }
  }

  private mutating func tame(line: Slice<UnsafeBufferPointer<UInt8>>) {
    let rest = tameMarks(of: line)
    if rest.isEmpty {
      endParagraph()
    } else if let count = delimiterColumns(rest) {
      guard count <= Self.mostColumns else { return }
      columns = count
    } else if columns > 0 {
      cells += columns
      if cells > Self.mostCells { breakParagraph() }
    }
    copy(rest)
  }

  /// Copies the indent and the quote and list marks a line begins with; what is left is its text.
  private mutating func tameMarks(
    of line: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var rest = line
    var marks = 0
    var column = 0
    while let first = rest.first {
      if isBlank(first) {
        column += first == UInt8(ascii: "\t") ? 4 : 1
        if column <= Self.widestIndent, marks <= Self.mostMarks { bytes.append(first) }
        rest.removeFirst()
        continue
      }
      let length = markLength(rest)
      guard length > 0 else { break }
      marks += 1
      if marks <= Self.mostMarks { bytes.append(contentsOf: rest.prefix(length)) }
      rest.removeFirst(length)
    }
    return rest
  }

  /// The length of the quote or list mark at the start: `>`, `-`, `*`, `+`, `12.`, `12)`; else 0.
  private func markLength(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    switch rest.first {
    case UInt8(ascii: ">"): return 1
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return rest.dropFirst().first.map(isBlank) ?? true ? 1 : 0
    default:
      let digits = rest.prefix(10).prefix { (48...57).contains($0) }.count
      let after = rest.dropFirst(digits)
      guard digits > 0, after.first == UInt8(ascii: ".") || after.first == UInt8(ascii: ")")
      else { return 0 }
      return after.dropFirst().first.map(isBlank) ?? true ? digits + 1 : 0
    }
  }

  /// How many columns a line such as `|---|:-:|` announces; nil for any other line.
  private func delimiterColumns(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var pipes = 0
    var hasDash = false
    for byte in rest {
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: ":"): break
      default: if !isBlank(byte) { return nil }
      }
    }
    return hasDash ? pipes + 1 : nil
  }

  private mutating func copy(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    for byte in text {
      if isSearchedFrom(byte) {
        searches += 1
        if searches * (bytes.count - paragraphStart) > max(budget, Self.smallestSearch) {
          breakParagraph()
        }
      }
      bytes.append(byte)
    }
  }

  private mutating func breakParagraph() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(UInt8(ascii: "\n"))
    endParagraph()
  }

  private mutating func endParagraph() {
    budget = max(0, budget - searches * (bytes.count - paragraphStart))
    paragraphStart = bytes.count
    searches = 0
    columns = 0
    cells = 0
  }

  private func isSearchedFrom(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "@"),
      UInt8(ascii: "`"):
      true
    default: false
    }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// A blank as cmark's table and block rules see it.
  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }
}
