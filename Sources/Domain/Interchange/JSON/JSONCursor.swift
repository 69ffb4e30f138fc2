/// Reads one JSON value (RFC 8259, strictly) front to back, pulling what the caller asks for.
///
/// ```swift
/// try cursor.openObject()
/// while let key = try cursor.nextKey() {
///   switch key {
///   case "title": title = try cursor.string()
///   case "labels":
///     try cursor.openArray()
///     while try cursor.nextElement() { labels.append(try cursor.string()) }
///   default: try cursor.skip()
///   }
/// }
/// ```
/// After every key and element exactly one value must be read or skipped. Line,
/// column and field of an error are worked out when it is thrown, so that
/// reading pays nothing for them.
public struct JSONCursor {
  /// How deep objects and arrays may nest.
  public static let deepest = 128

  let bytes: [UInt8]
  let range: Range<Int>
  private let place: SourcePlace
  var at: Int
  private var isFirst = true
  private var depth = 0
  /// Where the name of the newest member begins, its quote included.
  private(set) var memberStart: Int
  /// Texts that were no UTF-8 and got U+FFFD in its place.
  public internal(set) var repairs = 0
  /// The first of them.
  var firstRepair = 0

  init(_ bytes: [UInt8], _ range: Range<Int>, at place: SourcePlace) {
    self.bytes = bytes
    self.range = range
    self.place = place
    at = range.lowerBound
    memberStart = at
  }

  /// A cursor at the start of a text of its own.
  public init(_ bytes: [UInt8]) {
    self.init(bytes, bytes.indices, at: SourcePlace())
  }

  /// The byte under the cursor; zero, which no token begins with, at the end.
  @inline(__always)
  var byte: UInt8 { at < range.upperBound ? bytes[at] : 0 }

  /// Enters an object.
  public mutating func openObject() throws(InterchangeError) {
    try open(0x7B, "an object")
  }

  /// Enters an array.
  public mutating func openArray() throws(InterchangeError) {
    try open(0x5B, "a list")
  }

  /// The name of the next member, the cursor at its value; nil when the object is closed.
  public mutating func nextKey() throws(InterchangeError) -> JSONKey? {
    guard try advance(to: 0x7D, "}") else { return nil }
    guard byte == 0x22 else {
      throw notJSON("a name in quotes must stand here")
    }
    memberStart = at
    let text = try scanString()
    let key: JSONKey
    if text.hasEscapes {
      key = Array(unescaped(text).utf8).withUnsafeBytes { JSONKey($0, 0..<$0.count) }
    } else {
      key = bytes.withUnsafeBytes { JSONKey($0, text.range) }
    }
    skipSpace()
    guard byte == 0x3A else { throw notJSON("a colon must follow the name") }
    at &+= 1
    skipSpace()
    return key
  }

  /// The name of the next member as text, for members whose names are data; nil when the object
  /// is closed.
  public mutating func nextName() throws(InterchangeError) -> String? {
    guard try nextKey() != nil else { return nil }
    var name = self
    name.at = memberStart
    return try name.string()
  }

  /// Whether another element follows, the cursor at it; false when the array is closed.
  public mutating func nextElement() throws(InterchangeError) -> Bool {
    try advance(to: 0x5D, "]")
  }

  /// Demands that nothing but space follows.
  public mutating func end() throws(InterchangeError) {
    skipSpace()
    guard at >= range.upperBound else { throw notJSON("nothing may follow the end of the record") }
  }

  @inline(__always)
  mutating func skipSpace() {
    while at < range.upperBound {
      let byte = bytes[at]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      at &+= 1
    }
  }

  private mutating func open(_ bracket: UInt8, _ name: String) throws(InterchangeError) {
    skipSpace()
    guard byte == bracket else { throw wrongType(name) }
    depth += 1
    guard depth <= JSONCursor.deepest else {
      throw failure(
        "objects and lists nest deeper than \(JSONCursor.deepest)",
        advice: "no tracker writes such records; check where the file comes from")
    }
    at &+= 1
    isFirst = true
  }

  /// Steps over the comma to what follows, or over the bracket that closes.
  @inline(__always)
  private mutating func advance(
    to bracket: UInt8, _ name: String
  ) throws(InterchangeError) -> Bool {
    skipSpace()
    if byte == bracket {
      at &+= 1
      depth -= 1
      isFirst = false
      return false
    }
    if isFirst {
      isFirst = false
    } else {
      guard byte == 0x2C else { throw notJSON("a comma or \(name) must follow") }
      at &+= 1
      skipSpace()
    }
    return true
  }
}

extension JSONCursor {
  /// The place of the value under the cursor, or of a byte.
  func place(of index: Int) -> SourcePlace {
    place.advanced(over: bytes[range.lowerBound..<min(index, range.upperBound)])
  }

  /// The line on which the value begins.
  public var line: Int { place.line }

  /// An error about a byte; without an index, about the one under the cursor.
  func failure(
    _ message: String, advice: String, at index: Int? = nil, field: String? = nil
  ) -> InterchangeError {
    let index = min(index ?? at, range.upperBound)
    return InterchangeError(
      at: place(of: index), field: field ?? JSONPath.path(to: index, in: bytes, from: range),
      message, advice: advice)
  }

  func notJSON(_ message: String) -> InterchangeError {
    if at >= range.upperBound {
      return failure(
        "the record ends too early, at byte \(place(of: at).offset)",
        advice: "the file is cut short or broken; fetch or export it again")
    }
    return failure("this is not JSON: \(message)", advice: "correct the file or export it again")
  }

  func wrongType(_ wanted: String) -> InterchangeError {
    guard at < range.upperBound else { return notJSON("") }
    let found: String
    switch byte {
    case 0x7B: found = "an object"
    case 0x5B: found = "a list"
    case 0x22: found = "a text"
    case 0x74, 0x66: found = "true or false"
    case 0x6E: found = "null"
    case 0x2D, 0x30...0x39: found = "a number"
    default: return notJSON("a value must stand here")
    }
    return failure(
      "\(found) stands where \(wanted) belongs", advice: "write \(wanted) or leave the field out")
  }
}
