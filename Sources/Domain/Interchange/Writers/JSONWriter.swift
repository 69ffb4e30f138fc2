/// Writes JSON, compact and always the same for the same values.
///
/// It sets commas and escapes itself; the caller opens, names and closes.
/// Text is escaped only where RFC 8259 demands it.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.beginObject()
/// writer.member("key", "API-42")
/// writer.key("labels")
/// writer.list(["bug"])
/// writer.endObject()             // {"key":"API-42","labels":["bug"]}
/// ```
public struct JSONWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8]
  private var needsComma = false

  /// A writer of an empty text.
  public init() {
    bytes = []
  }

  /// Writes behind bytes that are there already, without copying them.
  public static func append(to bytes: inout [UInt8], _ write: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    swap(&writer.bytes, &bytes)
    write(&writer)
    swap(&writer.bytes, &bytes)
  }

  /// What has been written, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Opens an object.
  public mutating func beginObject() { open(0x7B) }

  /// Closes an object.
  public mutating func endObject() { close(0x7D) }

  /// Opens a list.
  public mutating func beginArray() { open(0x5B) }

  /// Closes a list.
  public mutating func endArray() { close(0x5D) }

  /// Names the member whose value comes next.
  public mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Names the member whose value comes next; the name must need no escape.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Writes a text.
  public mutating func string(_ text: String) {
    separate()
    quote(text)
  }

  /// Writes a whole number.
  public mutating func integer(_ number: Int) {
    separate()
    appendDecimal(number)
  }

  /// Writes a number; JSON has no word for an infinite one, so that becomes null.
  public mutating func number(_ number: Double) {
    guard number.isFinite else { return null() }
    separate()
    bytes.append(contentsOf: number.description.utf8)
  }

  /// Writes true or false.
  public mutating func bool(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  /// Writes null.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a time as UTC ISO 8601.
  public mutating func instant(_ instant: Instant) {
    separate()
    bytes.append(0x22)
    appendISO8601(instant)
    bytes.append(0x22)
  }

  /// Writes a list of texts.
  public mutating func list(_ texts: [String]) {
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  /// Copies a JSON value as it stands, but without its line ends, for our records are lines.
  public mutating func raw(_ json: String) {
    separate()
    if json.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      RawJSON.appendCompact(json.utf8, to: &bytes)
    } else {
      bytes.append(contentsOf: json.utf8)
    }
  }

  /// Ends a line; what follows is a value of its own.
  public mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
  }

  private mutating func quote(_ text: String) {
    bytes.append(0x22)
    var text = text
    text.withUTF8 { appendEscaped(UnsafeRawBufferPointer($0)) }
    bytes.append(0x22)
  }

  private mutating func appendEscaped(_ text: UnsafeRawBufferPointer) {
    var at = 0
    while at < text.count {
      let end = ByteScan.plainText(in: text, at..<text.count).end
      bytes.append(contentsOf: text[at..<end])
      if end < text.count { appendEscape(of: text[end]) }
      at = end + 1
    }
  }

  private mutating func appendEscape(of byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x08: bytes.append(0x62)
    case 0x09: bytes.append(0x74)
    case 0x0A: bytes.append(0x6E)
    case 0x0C: bytes.append(0x66)
    case 0x0D: bytes.append(0x72)
    case 0x22, 0x5C: bytes.append(byte)
    default:
      bytes.append(contentsOf: "u00".utf8)
      for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? digit + 0x30 : digit + 0x57) }
    }
  }

  private mutating func appendDecimal(_ number: Int) {
    if (0...9).contains(number) {
      bytes.append(UInt8(number) + 0x30)
    } else {
      bytes.append(contentsOf: String(number).utf8)
    }
  }

  /// The same text as `Instant.iso8601`, without building one.
  private mutating func appendISO8601(_ instant: Instant) {
    let (date, millisecond) = instant.utcDateAndTime
    guard (0...9999).contains(date.year) else {
      bytes.append(contentsOf: instant.iso8601.utf8)
      return
    }
    appendDigits(date.year, 4)
    bytes.append(0x2D)
    appendDigits(date.month, 2)
    bytes.append(0x2D)
    appendDigits(date.day, 2)
    bytes.append(0x54)
    appendDigits(millisecond / 3_600_000, 2)
    bytes.append(0x3A)
    appendDigits(millisecond / 60_000 % 60, 2)
    bytes.append(0x3A)
    appendDigits(millisecond / 1000 % 60, 2)
    if millisecond % 1000 != 0 {
      bytes.append(0x2E)
      appendDigits(millisecond % 1000, 3)
    }
    bytes.append(0x5A)
  }

  private mutating func appendDigits(_ number: Int, _ width: Int) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(number / divisor % 10) + 0x30)
      divisor /= 10
    }
  }
}

extension JSONWriter {
  /// Writes a member that is a text, or nothing for nil.
  public mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  /// Writes a member that is a time, or nothing for nil.
  public mutating func member(_ name: StaticString, _ instant: Instant?) {
    guard let instant else { return }
    key(name)
    self.instant(instant)
  }

  /// Writes a member that is a whole number, or nothing for nil.
  public mutating func member(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    key(name)
    integer(number)
  }

  /// Writes a member that is a list of texts, or nothing for an empty one.
  public mutating func member(_ name: StaticString, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    key(name)
    list(texts)
  }
}
