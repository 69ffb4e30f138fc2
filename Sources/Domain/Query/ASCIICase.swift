extension String {
  /// The text with A to Z in lower-case and nothing else changed.
  ///
  /// SQLite's `NOCASE` folds no other letters, so neither does what must agree with it.
  public var nocase: String {
    guard utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return self }
    return String(decoding: utf8.map(asciiLowercased), as: UTF8.self)
  }
}

/// How two texts are ordered by `NOCASE`: negative, zero or positive.
func asciiOrder(_ a: String, _ b: String) -> Int {
  var left = a.utf8.makeIterator()
  var right = b.utf8.makeIterator()
  while true {
    switch (left.next(), right.next()) {
    case (nil, nil): return 0
    case (nil, _): return -1
    case (_, nil): return 1
    case (let x?, let y?):
      let difference = Int(asciiLowercased(x)) - Int(asciiLowercased(y))
      if difference != 0 { return difference }
    }
  }
}

private func asciiLowercased(_ byte: UInt8) -> UInt8 {
  (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}
