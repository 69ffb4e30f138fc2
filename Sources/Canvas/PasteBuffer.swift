/// Pasted text between `ESC [ 200 ~` and `ESC [ 201 ~`, kept up to a mebibyte.
struct PasteBuffer: Sendable {
  private var bytes: [UInt8] = []
  private var isTruncated = false
  /// How many bytes of the end mark have come.
  private var matched = 0

  static let limit = 1 << 20
  private static let mark: [UInt8] = Array("\u{1B}[201~".utf8)

  /// Whether the end mark has come.
  var isComplete: Bool { matched == PasteBuffer.mark.count }

  /// Takes bytes up to the end mark and returns where it stopped.
  mutating func take(_ input: [UInt8], from start: Int) -> Int {
    var index = start
    while index < input.count, !isComplete {
      if input[index] == PasteBuffer.mark[matched] {
        matched += 1
        index += 1
      } else if matched > 0 {
        // Only its first byte is an ESC, so no part of a failed mark can begin another.
        append(PasteBuffer.mark[..<matched])
        matched = 0
      } else {
        let end = input[index...].firstIndex(of: 0x1B) ?? input.count
        append(input[index..<end])
        index = end
      }
    }
    return index
  }

  /// The text so far, its lines ended by a line feed; the buffer is not used again.
  ///
  /// Terminals send the key Enter for a line break: CR, or CR LF where the text had that.
  mutating func finish() -> Input {
    if !isComplete { append(PasteBuffer.mark[..<matched]) }
    return .paste(String(decoding: withLineFeeds, as: UTF8.self), truncated: isTruncated)
  }

  private var withLineFeeds: [UInt8] {
    guard bytes.contains(0x0D) else { return bytes }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D { continue }
      text.append(byte == 0x0D ? 0x0A : byte)
    }
    return text
  }

  private mutating func append(_ more: ArraySlice<UInt8>) {
    let room = PasteBuffer.limit - bytes.count
    if more.count > room { isTruncated = true }
    bytes.append(contentsOf: more.prefix(room))
  }
}
