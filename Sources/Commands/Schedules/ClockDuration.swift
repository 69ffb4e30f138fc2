/// A length of time on the clock, as ISO 8601 writes it: `PT8H`, `P1DT12H`, `P2W`.
///
/// Days have 24 hours and weeks seven days, whatever a zone does in between;
/// months and years are none, for they have no one length.
struct ClockDuration: Equatable {
  /// 0 or more, at most about a thousand years.
  let seconds: Int

  init(seconds: Int) {
    self.seconds = seconds
  }
}

extension ClockDuration: CustomStringConvertible {
  /// A duration from its text; nil when it is written otherwise.
  ///
  /// `P1DT2H30M` is a day, two hours and a half: numbers with their units, the
  /// larger first, a `T` before those of a day.
  init?(_ text: String) {
    let units: [(name: Character, isTime: Bool, seconds: Int)] = [
      ("W", false, 604_800), ("D", false, 86_400), ("H", true, 3600), ("M", true, 60),
      ("S", true, 1),
    ]
    var rest = text.uppercased()[...]
    guard rest.popFirst() == "P" else { return nil }
    var isTime = false
    var next = units.startIndex
    var seconds = 0
    while !rest.isEmpty {
      if !isTime, rest.first == "T" {
        isTime = true
        rest.removeFirst()
        guard !rest.isEmpty else { return nil }
      }
      let digits = rest.prefix { ("0"..."9").contains($0) }
      rest = rest[digits.endIndex...]
      guard digits.utf8.count <= 10, let number = Int(digits), let name = rest.popFirst(),
        let unit = units[next...].firstIndex(where: { $0.name == name && $0.isTime == isTime })
      else { return nil }
      seconds += number * units[unit].seconds
      next = unit + 1
    }
    guard next > units.startIndex, seconds <= 1_000 * 366 * 86_400 else { return nil }
    self.seconds = seconds
  }

  /// The duration as `P1DT2H30M`.
  var description: String {
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let parts = [(rest / 3600, "H"), (rest / 60 % 60, "M"), (rest % 60, "S")]
    let time = parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
    let day = days > 0 ? "\(days)D" : ""
    return day.isEmpty && time.isEmpty ? "PT0S" : "P\(day)\(time.isEmpty ? "" : "T\(time)")"
  }
}
