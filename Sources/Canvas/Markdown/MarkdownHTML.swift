/// What of HTML is worth showing.
enum MarkdownHTML {
  /// The source without `<!-- comments -->`; one that never ends reaches to the end.
  static func withoutComments(_ source: String) -> String {
    guard source.utf8.contains(UInt8(ascii: "!")) else { return source }
    let bytes = Array(source.utf8)
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index...].starts(with: "<!--".utf8) else {
        kept.append(bytes[index])
        index += 1
        continue
      }
      index += 4
      while index < bytes.count, !bytes[index...].starts(with: "-->".utf8) { index += 1 }
      index = min(index + 3, bytes.count)
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
