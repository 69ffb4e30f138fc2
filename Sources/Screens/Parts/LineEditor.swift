import Canvas

/// One line of text with a cursor: what every field on the screen is.
///
/// It counts in characters as people see them, so that one press of Backspace
/// takes `é` or a family emoji whole. The text stays as it was typed or pasted;
/// it is cleaned when it is drawn.
struct LineEditor: Sendable, Equatable {
  private(set) var characters: [Character] = []
  /// The cursor stands before the character of this index.
  private(set) var cursor = 0
  /// What was cut last, for putting it back.
  private var cut: [Character] = []
  /// Whether a pasted line break stays one, or becomes a blank.
  var keepsLineBreaks = false

  init(_ text: String = "", keepsLineBreaks: Bool = false) {
    self.keepsLineBreaks = keepsLineBreaks
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }
  var hasWords: Bool { characters.contains { !$0.isWhitespace } }
  var isAtEnd: Bool { cursor == characters.count }

  /// What a key did to a line.
  enum Outcome: Sendable, Equatable {
    case changed, moved, ignored
  }

  /// Edits as the shell does (readline's keys).
  mutating func take(_ key: Key) -> Outcome {
    switch key {
    case .character(let character): return insert(String(character))
    case .backspace, .ctrl("h"): return remove(from: cursor - 1, to: cursor)
    case .delete, .ctrl("d"): return remove(from: cursor, to: cursor + 1)
    case .ctrl("w"), .alt(.backspace), .ctrl("_"): return cutText(from: wordStart, to: cursor)
    case .alt(.character("d")): return cutText(from: cursor, to: wordEnd)
    case .ctrl("u"): return cutText(from: 0, to: cursor)
    case .ctrl("k"): return cutText(from: cursor, to: characters.count)
    case .ctrl("y"): return insert(String(cut))
    case .left, .ctrl("b"): return move(to: cursor - 1)
    case .right, .ctrl("f"): return move(to: cursor + 1)
    case .home, .ctrl("a"): return move(to: 0)
    case .end, .ctrl("e"): return move(to: characters.count)
    case .alt(.character("b")), .control(.left), .alt(.left): return move(to: wordStart)
    case .alt(.character("f")), .control(.right), .alt(.right): return move(to: wordEnd)
    default: return .ignored
    }
  }

  /// Puts text in at the cursor: typed, pasted or completed.
  @discardableResult
  mutating func insert(_ text: String) -> Outcome {
    let fresh = keepsLineBreaks ? Array(text) : text.map { $0.isNewline ? " " : $0 }
    guard !fresh.isEmpty else { return .ignored }
    let behind = characters.count - cursor
    // Joined again, so that an accent typed after its letter becomes one with it.
    characters = Array(String(characters[..<cursor] + fresh + characters[cursor...]))
    cursor = max(0, characters.count - behind)
    return .changed
  }

  /// Puts other text in a range of characters, and the cursor behind it.
  mutating func replace(_ range: Range<Int>, with text: String) {
    let range = range.clamped(to: 0..<characters.count)
    characters.replaceSubrange(range, with: Array(text))
    cursor = range.lowerBound + text.count
  }

  private mutating func remove(from start: Int, to end: Int) -> Outcome {
    guard start >= 0, end <= characters.count, start < end else { return .ignored }
    characters.removeSubrange(start..<end)
    cursor = start
    return .changed
  }

  private mutating func cutText(from start: Int, to end: Int) -> Outcome {
    guard start < end else { return .ignored }
    cut = Array(characters[start..<end])
    return remove(from: start, to: end)
  }

  private mutating func move(to place: Int) -> Outcome {
    let place = min(max(0, place), characters.count)
    guard place != cursor else { return .ignored }
    cursor = place
    return .moved
  }

  private var wordStart: Int {
    var place = cursor
    while place > 0, characters[place - 1].isWhitespace { place -= 1 }
    while place > 0, !characters[place - 1].isWhitespace { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    while place < characters.count, !characters[place].isWhitespace { place += 1 }
    return place
  }
}
