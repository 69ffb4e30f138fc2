extension Query.Text {
  /// Where a text has these words, for marking them: ranges from the first letter to the last.
  ///
  /// `crème brû*` marks `Creme brulee` in `Creme brulee, cold`; of a word that matches as a
  /// prefix only the typed part is marked.
  public func ranges(in text: String) -> [Range<String.Index>] {
    let wanted = FoldedWord.words(of: self.text).map(\.letters)
    let words = FoldedWord.words(of: text)
    guard let last = wanted.last, words.count >= wanted.count else { return [] }
    var ranges: [Range<String.Index>] = []
    var start = 0
    while start + wanted.count <= words.count {
      let run = words[start..<start + wanted.count]
      let end = run[run.endIndex - 1]
      guard zip(run.dropLast(), wanted).allSatisfy({ $0.letters == $1 }),
        isPrefix ? end.letters.starts(with: last) : end.letters == last
      else {
        start += 1
        continue
      }
      ranges.append(run[run.startIndex].start..<end.index(after: last.count))
      start += wanted.count
    }
    return ranges
  }
}

/// One word of a text, folded, with the place of each letter.
private struct FoldedWord {
  var letters: [Unicode.Scalar] = []
  /// Where each letter begins, and at last where the word ends.
  var places: [String.Index] = []

  var start: String.Index { places[0] }

  func index(after count: Int) -> String.Index { places[count] }

  static func words(of text: String) -> [FoldedWord] {
    var words: [FoldedWord] = []
    var word = FoldedWord()
    let scalars = text.unicodeScalars
    func close(at end: String.Index) {
      guard !word.letters.isEmpty else { return }
      word.places.append(end)
      words.append(word)
      word = FoldedWord()
    }
    for index in scalars.indices {
      switch FoldedText.piece(scalars[index]) {
      case .letter(let letter):
        word.letters.append(letter)
        word.places.append(index)
      case .mark: break
      case .separator: close(at: index)
      }
    }
    close(at: scalars.endIndex)
    return words
  }
}
