internal import Domain

/// How far long work has come, as a line for people: a bar on a terminal, else a line now and then.
///
/// It is told everything and says little: on a terminal ten times a second, elsewhere
/// once for each tenth of the whole, and nothing at all during the first second.
struct WorkProgress {
  /// What is counted.
  enum Unit: Sendable {
    case bytes
    case issues
  }

  private let title: String
  private let total: Int?
  private let unit: Unit
  private let isTerminal: Bool
  private let begun: Instant
  private var lastSaid: Instant?
  private var lastTenth = 0

  init(_ title: String, total: Int?, unit: Unit, isTerminal: Bool, now: Instant) {
    self.title = title
    self.total = total
    self.unit = unit
    self.isTerminal = isTerminal
    begun = now
  }

  /// A line to show now; nil when it is too early for another.
  mutating func line(done: Int, items: Int, now: Instant) -> String? {
    if isTerminal {
      if let lastSaid, now.milliseconds - lastSaid.milliseconds < 100 { return nil }
    } else {
      guard let total, total > 0, now.milliseconds - begun.milliseconds >= 1000 else { return nil }
      let tenth = min(10, done * 10 / total)
      guard tenth > lastTenth, tenth < 10 else { return nil }
      lastTenth = tenth
    }
    lastSaid = now
    return text(done: done, items: items, now: now)
  }

  private func text(done: Int, items: Int, now: Instant) -> String {
    let elapsed = max(1, now.milliseconds - begun.milliseconds)
    let rate = Int(Int64(items) * 1000 / elapsed)
    let items = unit == .bytes ? "\(items.grouped) records, " : ""
    guard let total, total > 0 else {
      return "\(title)  \(amount(done))  \(items)\(rate.grouped)/s"
    }
    let percent = min(100, done * 100 / total)
    let bar = isTerminal ? WorkProgress.bar(percent) + " " : ""
    let left = done > 0 ? elapsed * Int64(max(0, total - done)) / Int64(done) : 0
    return "\(title)  \(bar)\(percent)%  \(amount(done)) of \(amount(total))  "
      + "\(items)\(rate.grouped)/s  \(WorkProgress.duration(left)) left"
  }

  private func amount(_ count: Int) -> String {
    switch unit {
    case .issues: return count.grouped
    case .bytes where count < 10 << 20: return "\((count >> 10).grouped) KiB"
    case .bytes: return "\((count >> 20).grouped) MiB"
    }
  }

  /// Twenty cells, filled from the left.
  private static func bar(_ percent: Int) -> String {
    let filled = percent / 5
    return "[" + String(repeating: "#", count: filled)
      + String(repeating: ".", count: 20 - filled) + "]"
  }

  /// A time span in its largest two units: `0.3 s`, `42 s`, `3 min 20 s`, `1 h 5 min`.
  static func duration(_ milliseconds: Int64) -> String {
    let seconds = milliseconds / 1000
    switch seconds {
    case ..<10: return "\(seconds).\(milliseconds % 1000 / 100) s"
    case ..<60: return "\(seconds) s"
    case ..<3600: return "\(seconds / 60) min \(seconds % 60) s"
    default: return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    }
  }
}
