/// Running text of one block in its styles, before it is cut into lines.
///
/// It is kept as clean UTF-8 with a note for every byte, so that breaking lines
/// compares small numbers and makes strings only for the finished runs.
struct MarkdownFlow {
  /// What a byte is to line breaking.
  struct Note {
    /// The columns of the cell that begins here.
    let columns: UInt8
    /// Whether a cell begins here; otherwise the byte continues one (more UTF-8, or a mark).
    let isStart: Bool
    /// Whether the cell closes what is before it, so that no line may begin with it.
    var clings = false

    static let single = Note(columns: 1, isStart: true)
    static let wide = Note(columns: 2, isStart: true)
    static let closing = Note(columns: 2, isStart: true, clings: true)
    static let inside = Note(columns: 0, isStart: false)
    static let lineBreak = Note(columns: 0, isStart: true)
  }

  /// CJK stops and closing brackets.
  private static let closings = Set("、。〉》」』】〕〗！），．：；？］｝ー".unicodeScalars)

  /// Text in one style, up to where the next begins.
  struct Run {
    var end: Int
    let style: Style
    let link: String?
  }

  static let blank = UInt8(ascii: " ")
  static let newline = UInt8(ascii: "\n")

  private(set) var bytes: [UInt8] = []
  private(set) var notes: [Note] = []
  private(set) var runs: [Run] = []

  var isEmpty: Bool { bytes.isEmpty }
  var count: Int { bytes.count }

  /// Adds raw text; blanks collapse into one unless they are to be kept.
  mutating func append(
    _ raw: String, _ style: Style, link: String? = nil, keepsBlanks: Bool = false
  ) {
    append(CleanText(raw), style, link: link, keepsBlanks: keepsBlanks)
  }

  /// Adds clean text; blanks collapse into one unless they are to be kept.
  mutating func append(
    _ text: CleanText, _ style: Style, link: String? = nil, keepsBlanks: Bool = false
  ) {
    if text.isASCII {
      appendASCII(text.characters.utf8, keepsBlanks: keepsBlanks)
    } else {
      for scalar in text.characters.unicodeScalars {
        append(scalar, keepsBlanks: keepsBlanks)
      }
    }
    endRun(style, link)
  }

  /// Ends the line here, whatever its width.
  mutating func appendLineBreak() {
    bytes.append(Self.newline)
    notes.append(.lineBreak)
    endRun(Style(.text), nil)
  }

  /// Empties it for the next block, whose text will be about as long.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    notes.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
  }

  /// Adds another flow behind this one.
  mutating func append(_ other: MarkdownFlow) {
    let offset = bytes.count
    bytes += other.bytes
    notes += other.notes
    runs += other.runs.map { Run(end: $0.end + offset, style: $0.style, link: $0.link) }
  }

  /// The text from a place on.
  func text(from start: Int) -> String {
    String(decoding: bytes[start...], as: UTF8.self)
  }

  /// The columns of the longest line when nothing is broken.
  var widestLine: Int {
    var widest = 0
    var line = 0
    for (byte, note) in zip(bytes, notes) {
      line = byte == Self.newline ? 0 : line + Int(note.columns)
      widest = max(widest, line)
    }
    return widest
  }

  private mutating func appendASCII(_ text: String.UTF8View, keepsBlanks: Bool) {
    let start = bytes.count
    if keepsBlanks {
      bytes.append(contentsOf: text)
    } else {
      var isAfterBlank = isSecondBlank(Self.blank)
      for byte in text {
        let isBlank = byte == Self.blank
        if !(isBlank && isAfterBlank) { bytes.append(byte) }
        isAfterBlank = isBlank
      }
    }
    notes.append(contentsOf: repeatElement(.single, count: bytes.count - start))
  }

  private mutating func append(_ scalar: Unicode.Scalar, keepsBlanks: Bool) {
    guard scalar != " " else {
      guard keepsBlanks || !isSecondBlank(Self.blank) else { return }
      bytes.append(Self.blank)
      notes.append(.single)
      return
    }
    let first = notes.count
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    notes.append(contentsOf: repeatElement(.inside, count: bytes.count - first))
    switch TextWidth.columns(of: scalar) {
    case 0: break
    case 1: notes[first] = .single
    default: notes[first] = Self.closings.contains(scalar) ? .closing : .wide
    }
  }

  private func isSecondBlank(_ byte: UInt8) -> Bool {
    byte == Self.blank && bytes.last.map { $0 == Self.blank || $0 == Self.newline } ?? true
  }

  private mutating func endRun(_ style: Style, _ link: String?) {
    guard bytes.count > runs.last?.end ?? 0 else { return }
    if let last = runs.last, last.style == style, last.link == link {
      runs[runs.count - 1].end = bytes.count
    } else {
      runs.append(Run(end: bytes.count, style: style, link: link))
    }
  }
}
