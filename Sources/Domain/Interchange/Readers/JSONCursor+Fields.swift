/// How the fields of issues are written in JSON. Null reads as absent.
extension JSONCursor {
  /// A list of texts.
  mutating func texts() throws(InterchangeError) -> [String] {
    if try readNull() { return [] }
    var texts: [String] = []
    try openArray()
    while try nextElement() { texts.append(try string()) }
    return texts
  }

  /// A text, or a number as it is written: ids are either.
  mutating func textOrNumeral() throws(InterchangeError) -> String? {
    if try readNull() { return nil }
    return byte == 0x22 ? try string() : try numeral()
  }

  /// A whole number, or nil for null.
  mutating func optionalInteger() throws(InterchangeError) -> Int? {
    try readNull() ? nil : integer()
  }

  /// A number of an issue, 1 or more.
  mutating func issueNumber() throws(InterchangeError) -> Int {
    let start = at
    let number = try integer()
    guard IssueKey.numbers.contains(number) else {
      throw failure(
        "\(number) is no number of an issue",
        advice: "write a number from 1 to \(IssueKey.numbers.upperBound)", at: start)
    }
    return number
  }

  /// The number that the next issue of a project gets, one past the last where none is left; nil
  /// for null.
  mutating func nextNumber() throws(InterchangeError) -> Int? {
    if try readNull() { return nil }
    let start = at
    let number = try integer()
    guard IncomingProject.nextNumbers.contains(number) else {
      throw failure(
        "\(number) is no number of an issue",
        advice: "write a number from 1 to \(IssueKey.numbers.upperBound)", at: start)
    }
    return number
  }

  /// A time, or nil for null; an empty text is none either.
  mutating func instant() throws(InterchangeError) -> Instant? {
    if try readNull() { return nil }
    let start = at
    guard byte == 0x22 else { throw wrongType("a time") }
    let text = try scanString()
    if let instant = Instant(iso8601: bytes[text.range]) { return instant }
    if text.range.isEmpty { return nil }
    let read = unescaped(text)
    if let instant = Instant(iso8601: read) { return instant }
    if let date = CivilDate(read) { return date.startUTC }
    throw failure(
      "\"\(read.prefix(40))\" is no time", advice: "write one like 2026-01-31T09:30:00Z", at: start)
  }

  /// A date, or nil for null; of a time, its date in UTC.
  mutating func date() throws(InterchangeError) -> CivilDate? {
    guard let text = try optionalString(), !text.isEmpty else { return nil }
    if let date = CivilDate(text) { return date }
    if let instant = Instant(iso8601: text) { return instant.utcDate }
    throw failure(
      "\"\(text.prefix(40))\" is no date", advice: "write one like 2026-01-31", at: at - 1)
  }

  /// A permanent id.
  mutating func id() throws(InterchangeError) -> EntityID? {
    if try readNull() { return nil }
    let start = at
    guard byte == 0x22 else { throw wrongType("a UUID") }
    let text = try scanString()
    guard let id = EntityID(utf8: bytes[text.range]) else {
      throw failure(
        "this is no UUID", advice: "write 32 hexadecimal digits, or leave the field out", at: start)
    }
    return id
  }

  /// A key such as `API-42`.
  mutating func issueKey() throws(InterchangeError) -> IssueKey {
    guard byte == 0x22 else { throw wrongType("a key such as API-42") }
    let start = at
    let text = try scanString()
    if let key = IssueKey(utf8: bytes[text.range]) { return key }
    throw failure("this is no key of an issue", advice: "write one like API-42", at: start)
  }

  /// A list of keys.
  mutating func issueKeys() throws(InterchangeError) -> [IssueKey] {
    if try readNull() { return [] }
    var keys: [IssueKey] = []
    try openArray()
    while try nextElement() { keys.append(try issueKey()) }
    return keys
  }

  /// One of our own words for where an issue stands.
  mutating func status() throws(InterchangeError) -> Status {
    let start = at
    switch try word() {
    case "triage": return .triage
    case "todo": return .todo
    case "doing": return .doing
    case "review": return .review
    case "done": return .done
    case "dropped": return .dropped
    default:
      throw failure(
        "this is no status we know", advice: "write one of \(Status.words)", at: start)
    }
  }

  /// A priority by number or word.
  mutating func priority() throws(InterchangeError) -> Priority {
    let start = at
    let priority = byte == 0x22 ? Priority(name: try string()) : Priority(rawValue: try integer())
    guard let priority else {
      throw failure(
        "this is no priority we know", advice: "write 0 (urgent) to 4 (none)", at: start)
    }
    return priority
  }
}

extension Status {
  /// All words in one line, for errors.
  static let words = Status.allCases.map(\.name).joined(separator: ", ")
}

extension IssueKey {
  /// A key from its bytes, as `init(_:)` reads it; imports read millions of them.
  init?(utf8 bytes: ArraySlice<UInt8>) {
    guard let dash = bytes.lastIndex(of: 0x2D) else { return nil }
    let digits = bytes[(dash + 1)...]
    guard (1...10).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let prefix = String(decoding: bytes[..<dash], as: UTF8.self)
    guard IssueKey.isPrefix(prefix), IssueKey.numbers.contains(number) else { return nil }
    self.init(prefix: prefix.isUpperCaseASCII ? prefix : prefix.uppercased(), number: number)
  }
}

extension String {
  fileprivate var isUpperCaseASCII: Bool { !utf8.contains { (0x61...0x7A).contains($0) } }
}
