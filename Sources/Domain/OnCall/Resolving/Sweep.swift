/// Which of many periods hold an instant that only moves forward.
struct Sweep {
  private let periods: [Period]
  /// Indices by start.
  private let order: [Int]
  private var next = 0
  /// Indices of the periods that hold the instant, ascending.
  private(set) var active: [Int] = []

  init(_ periods: [Period]) {
    self.periods = periods
    order = periods.indices.filter { !periods[$0].isEmpty }
      .sorted { (periods[$0].start, $0) < (periods[$1].start, $1) }
  }

  mutating func advance(to instant: Instant) {
    if active.contains(where: { periods[$0].end <= instant }) {
      active.removeAll { periods[$0].end <= instant }
    }
    while next < order.count, periods[order[next]].start <= instant {
      let index = order[next]
      next += 1
      guard periods[index].end > instant else { continue }
      active.insert(index, at: active.firstIndex { $0 > index } ?? active.count)
    }
  }
}
