/// Cuts a file, fed in chunks, into the JSON values of its records, one at a time.
///
/// A file of any size passes through: only the record being read and the rest
/// of the newest chunk are held.
///
/// ```swift
/// var reader = JSONReader(.values)
/// while let chunk = try file.read() {
///   reader.feed(chunk)
///   while let element = try reader.next() { ... }
/// }
/// reader.finish()
/// while let element = try reader.next() { ... }
/// ```
public struct JSONReader {
  /// How a file holds its records.
  public enum Layout: Sendable, Equatable {
    /// A record a line.
    case lines
    /// The elements of a list, of several lists one after another, or objects one after another.
    case values
    /// One object; the lists of its members with these names are cut into elements, other
    /// members come whole.
    case members([String])
  }

  /// The most one record may hold unless the caller says otherwise: 64 MiB.
  public static let usualLimit = 64 << 20

  let layout: Layout
  let limit: Int
  var buffer = SourceBuffer()
  var scan = ValueScan()
  var expecting = Expecting.top
  var member = ""
  private var failure: InterchangeError?

  /// A reader for a layout; `limit` bounds one record in bytes (256 MiB at most).
  public init(_ layout: Layout, limit: Int = JSONReader.usualLimit) {
    self.layout = layout
    self.limit = min(max(limit, 1), 256 << 20)
  }

  /// Takes the next bytes of the file.
  public mutating func feed(_ chunk: RawSpan) {
    buffer.feed(chunk)
  }

  /// Takes the next bytes of the file.
  public mutating func feed(_ chunk: [UInt8]) {
    buffer.feed(chunk.span.bytes)
  }

  /// Says that the file has ended.
  public mutating func finish() {
    buffer.finish()
  }

  /// How many bytes of the file lie behind.
  public var offset: Int { buffer.place.offset }

  /// The next record; nil when more must be fed first, or after the end.
  ///
  /// An error of the file's frame is final and thrown again at every call.
  public mutating func next() throws(InterchangeError) -> JSONElement? {
    if let failure { throw failure }
    guard buffer.skipByteOrderMark() else { return nil }
    do throws(InterchangeError) {
      return layout == .lines ? try nextLine() : try nextValue()
    } catch {
      failure = error
      throw error
    }
  }

  private mutating func nextLine() throws(InterchangeError) -> JSONElement? {
    while buffer.start < buffer.end {
      let from = buffer.start + scan.count
      let found = buffer.bytes.withUnsafeBytes { ByteScan.lineFeed(in: $0, from..<$0.count) }
      let end = found ?? buffer.end
      guard end - buffer.start <= limit else { throw tooLong("line") }
      guard found != nil || buffer.isFinished else {
        scan.count = end - buffer.start
        return nil
      }
      scan.count = 0
      let element = JSONElement(buffer.bytes, buffer.start..<end, at: buffer.place)
      if found != nil { buffer.consumeLine(to: end + 1) } else { buffer.consume(to: end) }
      if !element.isBlank { return element }
    }
    return nil
  }

  func tooLong(_ what: String) -> InterchangeError {
    let megabytes = limit >> 20
    let size = megabytes > 0 ? "\(megabytes) MiB" : "\(limit) bytes"
    return InterchangeError(
      at: buffer.place, "a single \(what) of more than \(size) at line \(buffer.place.line)",
      advice: "check that the file is what you meant to import")
  }
}

/// One record of a file: its raw bytes, where they stand, and a cursor to decode them.
public struct JSONElement {
  /// The member it was found in, for `JSONReader.Layout.members`; empty otherwise.
  public let member: String
  private let storage: [UInt8]
  private let range: Range<Int>
  private let place: SourcePlace

  init(_ storage: [UInt8], _ range: Range<Int>, at place: SourcePlace, member: String = "") {
    self.storage = storage
    self.range = range
    self.place = place
    self.member = member
  }

  /// The record as it stands in the file.
  public var bytes: ArraySlice<UInt8> { storage[range] }

  /// The line on which it begins.
  public var line: Int { place.line }

  /// How many bytes of the file come before it.
  public var offset: Int { place.offset }

  /// A cursor at its start.
  public var cursor: JSONCursor { JSONCursor(storage, range, at: place) }

  /// A stable hash of its bytes.
  public var fingerprint: UInt64 {
    storage.withUnsafeBytes { Fingerprint.of(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  var isBlank: Bool {
    for index in range {
      guard storage[index] <= 0x20, JSONElement.isSpace(storage[index]) else { return false }
    }
    return true
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
