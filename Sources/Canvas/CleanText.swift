/// Text that is safe to draw: the only kind of text a grid accepts.
///
/// It can be built in one way only, from raw text through the cleaner, so that
/// no screen can send a stranger's escape sequence to the terminal. Cleaning
/// never changes what is stored.
public struct CleanText: Sendable, Hashable {
  /// The cleaned characters: no control, no bidi override, no zero-width run.
  public let characters: String
  /// How many columns the text takes.
  public let width: Int

  /// Raw text, cleaned: one line, with line breaks and tabs shown as blanks.
  public init(_ raw: some StringProtocol) {
    self.init(String(raw), limit: .max)
  }

  /// Raw text, cleaned: one line, with line breaks and tabs shown as blanks.
  public init(_ raw: String) {
    self.init(raw, limit: .max)
  }

  /// The first columns of raw text, cleaned; what lies beyond them costs nothing.
  ///
  /// Ask for two columns more than there is room for (a wide character needs
  /// both), and `truncated(to:)` can tell whether something was cut;
  /// `init(_:fitting:)` does that.
  public init(_ raw: String, limit: Int) {
    if let plain = CleanText.plainPrefix(of: raw, limit: limit) {
      self.init(trusted: plain, width: plain.utf8.count)
      return
    }
    var cleaner = Cleaner(limit: limit)
    cleaner.take(raw.unicodeScalars)
    self.init(trusted: String(cleaner.output), width: cleaner.width)
  }

  /// Characters that come from clean text already.
  init(trusted characters: String, width: Int) {
    self.characters = characters
    self.width = width
  }

  /// Nothing.
  public static let empty = CleanText(trusted: "", width: 0)

  /// A run of blanks.
  public static func blank(_ columns: Int) -> CleanText {
    CleanText(trusted: String(repeating: " ", count: max(0, columns)), width: max(0, columns))
  }

  /// Whether it takes no column.
  public var isEmpty: Bool { width == 0 }

  /// Whether every column is one ASCII character: a wider scalar has more bytes than columns.
  public var isASCII: Bool { width == characters.utf8.count }

  /// One text after the other.
  public static func + (left: CleanText, right: CleanText) -> CleanText {
    CleanText(trusted: left.characters + right.characters, width: left.width + right.width)
  }

  /// The raw text's beginning when it is printable ASCII, the common case, as it came.
  private static func plainPrefix(of raw: String, limit: Int) -> String? {
    let found = raw.utf8.withContiguousStorageIfAvailable { bytes -> String? in
      // One byte more than fits is looked at: it may be a mark on the last character.
      let count = min(bytes.count, max(0, limit))
      let seen = min(bytes.count, count + 1)
      for index in 0..<seen where !(0x20..<0x7F).contains(bytes[index]) { return nil }
      return count == bytes.count ? raw : String(decoding: bytes[..<count], as: UTF8.self)
    }
    return found ?? nil
  }
}

extension CleanText: ExpressibleByStringInterpolation {
  /// A literal of ours, cleaned all the same.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

extension CleanText: CustomStringConvertible {
  /// The cleaned characters.
  public var description: String { characters }
}
