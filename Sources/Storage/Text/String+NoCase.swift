extension String {
  /// The text with A to Z in lower-case and nothing else changed, as SQLite's `NOCASE` compares.
  var nocase: String {
    guard utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return self }
    return String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
