/// The bytes of a file that were fed and not yet read, and where in the file they stand.
struct SourceBuffer {
  private(set) var bytes: [UInt8] = []
  /// The first byte not read yet.
  private(set) var start = 0
  /// The place of that byte in the file.
  private(set) var place = SourcePlace()
  /// Whether nothing will follow.
  private(set) var isFinished = false

  var end: Int { bytes.count }

  mutating func feed(_ chunk: RawSpan) {
    if start > 0 {
      bytes.removeSubrange(..<start)
      start = 0
    }
    chunk.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  mutating func finish() {
    isFinished = true
  }

  /// Reads on to an index, counting the lines on the way.
  mutating func consume(to index: Int) {
    place = place(of: index)
    start = index
  }

  /// Reads on to an index just past a line's end; nothing need be counted.
  mutating func consumeLine(to index: Int) {
    place.offset += index - start
    place.line += 1
    place.column = 1
    start = index
  }

  /// The place of a byte at or after `start`.
  func place(of index: Int) -> SourcePlace {
    place.advanced(over: bytes[start..<index])
  }

  /// Skips the three bytes some editors put before UTF-8; false while it cannot tell yet.
  mutating func skipByteOrderMark() -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard place.offset == 0, bytes.first == mark.first else { return true }
    if bytes.count < mark.count, !isFinished { return false }
    if bytes.starts(with: mark) {
      start = mark.count
      place.offset = mark.count
    }
    return true
  }
}
