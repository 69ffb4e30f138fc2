/// A text as the search sees it: its words without case, accents and punctuation.
///
/// `Crème-brûlée!` folds to ` creme brulee `: the words in UTF-8, a space before,
/// between and after them. A phrase is then found as a run of bytes, and the
/// store's FTS5 index, which folds alike, finds the same.
struct FoldedText: Sendable, Equatable {
  private(set) var utf8: [UInt8] = [FoldedText.space]

  init(_ text: String) {
    append(text)
  }

  /// Whether there is no word in it.
  var isEmpty: Bool { utf8.count == 1 }

  /// The words with single spaces between them.
  var words: String {
    String(decoding: utf8.dropFirst().dropLast(), as: UTF8.self)
  }

  /// Adds the words of another text behind the ones that are here.
  mutating func append(_ text: String) {
    var isInWord = false
    for scalar in text.unicodeScalars {
      // Most texts are ASCII, and a byte is quicker to add than a sequence of one.
      if scalar.isASCII, case .letter(let letter) = FoldedText.piece(scalar) {
        utf8.append(UInt8(truncatingIfNeeded: letter.value))
        isInWord = true
        continue
      }
      switch FoldedText.piece(scalar) {
      case .letter(let letter):
        utf8.append(contentsOf: letter.utf8)
        isInWord = true
      case .mark: break
      case .separator:
        if isInWord { utf8.append(FoldedText.space) }
        isInWord = false
      }
    }
    if isInWord { utf8.append(FoldedText.space) }
  }

  /// Whether these words stand in it, one behind the other; as a prefix, the last one may go on.
  func contains(_ phrase: FoldedText, asPrefix: Bool) -> Bool {
    let wanted = asPrefix ? phrase.utf8.dropLast() : phrase.utf8[...]
    guard !phrase.isEmpty, utf8.count >= wanted.count else { return false }
    return (0...utf8.count - wanted.count).contains { start in
      utf8[start] == FoldedText.space && utf8[start...].starts(with: wanted)
    }
  }

  private static let space: UInt8 = 0x20
}
