/// Finding a thing by a few of its letters.
enum Fuzzy {
  /// How well some letters fit a name; nil when they are not all there in order.
  ///
  /// Each letter counts 1, 8 more at the start of a word and 4 more right behind
  /// the letter before; the whole name counts most, then its beginning. Blanks
  /// typed do not count. `cm` finds `Comment` and, less well, `Second mate`.
  static func score(_ wanted: String, in name: String) -> Int? {
    let letters = Array(wanted.lowercased().utf8.filter { $0 != 0x20 })
    guard !letters.isEmpty else { return 0 }
    let bytes = Array(name.lowercased().utf8)
    if bytes == letters { return 1000 }
    var score = bytes.starts(with: letters) ? 100 : 0
    var next = 0
    var last = -2
    for (index, byte) in bytes.enumerated() where next < letters.count && byte == letters[next] {
      let isWordStart = index == 0 || isSeparator(bytes[index - 1])
      score += 1 + (isWordStart ? 8 : 0) + (last == index - 1 ? 4 : 0)
      last = index
      next += 1
    }
    return next == letters.count ? score : nil
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x2D, 0x2E, 0x2F, 0x3A, 0x5F: true
    default: false
    }
  }
}
