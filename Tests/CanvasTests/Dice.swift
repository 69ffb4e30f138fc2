/// A seeded source of chance: the same seed throws the same numbers everywhere.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  /// Text in which everything that makes trouble is frequent.
  mutating func text(length: Int) -> String {
    let trouble = [
      "a", "b", " ", "作", "者", "é", "e\u{301}", "👩‍👩‍👧", "👍🏽", "🇩🇪", "❤️", "\u{1B}[31m", "\u{9B}",
      "\u{202E}",
      "\u{200D}", "\u{FE0F}", "\u{301}", "हि", "각", "\r\n", "\t", "\u{E0041}", "\u{FFFE}", "☰", "~",
    ]
    return (0..<length).map { _ in trouble[Int.random(in: 0..<trouble.count, using: &self)] }
      .joined()
  }
}
