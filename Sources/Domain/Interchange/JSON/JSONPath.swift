/// Says which field of a record a byte belongs to: `comments[3].created`.
///
/// It is asked only once something is wrong, so it walks the record again from
/// its start and takes whatever it finds there.
enum JSONPath {
  private enum Level {
    case object(name: String)
    case array(index: Int)
  }

  static func path(to index: Int, in bytes: [UInt8], from range: Range<Int>) -> String {
    var levels: [Level] = []
    var at = range.lowerBound
    var isName = false
    while at < min(index, range.upperBound) {
      switch bytes[at] {
      case 0x7B:
        levels.append(.object(name: ""))
        isName = true
      case 0x5B:
        levels.append(.array(index: 0))
      case 0x7D, 0x5D:
        _ = levels.popLast()
        isName = false
      case 0x2C:
        switch levels.last {
        case .object: isName = true
        case .array(let index): levels[levels.count - 1] = .array(index: index + 1)
        case nil: break
        }
      case 0x22:
        let end = endOfString(in: bytes, at, range.upperBound)
        if isName, !levels.isEmpty {
          let name = String(decoding: bytes[at + 1..<max(at + 1, end)].prefix(40), as: UTF8.self)
          levels[levels.count - 1] = .object(name: name)
          isName = false
        }
        at = end
      default: break
      }
      at += 1
    }
    return description(of: levels)
  }

  /// The index of the quote that closes a text, or the end.
  private static func endOfString(in bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var at = start + 1
    while at < end, bytes[at] != 0x22 { at += bytes[at] == 0x5C ? 2 : 1 }
    return min(at, end)
  }

  private static func description(of levels: [Level]) -> String {
    var text = ""
    for level in levels.prefix(16) {
      switch level {
      case .object(let name):
        if name.isEmpty { continue }
        if !text.isEmpty { text += "." }
        text += name
      case .array(let index): text += "[\(index)]"
      }
    }
    return text
  }
}
