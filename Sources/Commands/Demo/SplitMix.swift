/// A generator of numbers that are the same for the same seed, fast enough for millions of issues.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// The stream of one issue: it depends on the seed and the place alone.
  init(seed: UInt64, index: Int) {
    var outer = SplitMix(seed: seed ^ UInt64(truncatingIfNeeded: index) &* 0xD134_2543_DE82_EF95)
    state = outer.next()
  }

  /// 64 random bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but not including a limit.
  mutating func below(_ limit: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(1, limit))).high)
  }

  /// Whether something that happens this often in a hundred happens now.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of a list; nil when it is empty.
  mutating func pick<Element>(_ list: [Element]) -> Element? {
    list.isEmpty ? nil : list[below(list.count)]
  }

  /// A number by weights: `[70, 30]` gives 0 in seven cases of ten.
  mutating func weighted(_ weights: [Int]) -> Int {
    var left = below(weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return index }
    }
    return 0
  }
}
