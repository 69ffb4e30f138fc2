import Canvas
import Domain

/// One thing on a lane that can be chosen: somebody's shift, or a time without anybody.
struct RotaPiece: Sendable, Equatable {
  enum What: Sendable, Equatable {
    case shift(Shift)
    case gap(Gap)
  }

  var what: What
  /// From when until when, in sight or not.
  var period: Period
  /// Which row of the lane it stands in.
  var row = 0
  /// Its columns; empty when it is out of sight.
  var columns = 0..<0
  /// Whether its person asks to be covered, or offers it.
  var isOnOffer = false

  /// Who is on call; nobody in a gap.
  var person: EntityID? {
    if case .shift(let shift) = what { shift.person } else { nil }
  }

  var reason: Reason? {
    if case .shift(let shift) = what { shift.reason } else { nil }
  }

  /// Whether an override brought the person.
  var isChanged: Bool { reason?.override != nil }

  var isGap: Bool { person == nil }
}

/// A schedule over the time in sight: its pieces, and the rows of cells they are drawn in.
struct RotaLane: Sendable, Equatable {
  /// Who is on call there now.
  var duty: RotaDuty
  /// By start; of the lane under the cursor those out of sight on both sides too.
  var pieces: [RotaPiece] = []
  /// Whether pieces out of sight are among them.
  var isWide = false
  /// The cells, a row each for people who are on call at the same time.
  var rows: [StyledLine] = []
  /// Those who only watch and learn; nil when there is nobody.
  var shadows: StyledLine?

  var schedule: EntityID { duty.schedule }

  /// Weeks looked at before and after the time in sight.
  static let margin: Int64 = 8
  /// The most rows for people who are on call at the same time; further ones share the last.
  static let mostRows = 4

  /// The rows it takes with its heading.
  var height: Int { 1 + max(1, rows.count) + (shadows == nil ? 0 : 1) }

  /// The lane of a schedule on a ruler.
  ///
  /// A gap counts where the schedule's coverage target wants somebody, from the first version of
  /// the plan on.
  ///
  /// - Parameter isWide: whether what is out of sight is looked at too, which costs as much again
  ///   for every two weeks; what is in sight looks the same.
  init(
    _ schedule: Schedule, _ duty: RotaDuty, _ bill: WatchBill, on ruler: RotaRuler,
    _ brush: RotaBrush, isWide: Bool
  ) {
    self.duty = duty
    self.isWide = isWide
    guard let resolver = duty.resolver else { return }
    // A moment more than is in sight tells what has begun before it.
    let margin = isWide ? RotaLane.margin * Instant.week : 1
    let timeline = resolver.timeline(
      in: Period(ruler.period.start.advanced(by: -margin), ruler.period.end.advanced(by: margin)))
    takeShifts(timeline, ruler)
    takeGaps(timeline, of: schedule, resolver, ruler)
    pieces.sort { ($0.period.start, $0.row) < ($1.period.start, $1.row) }
    markOffers(in: bill)
    paint(timeline, on: ruler, brush)
  }

  private mutating func takeShifts(_ timeline: Timeline, _ ruler: RotaRuler) {
    for shift in timeline.shifts {
      let columns = ruler.columns(of: shift.period)
      // Far out of sight a shift is left out until it is whole.
      if columns.isEmpty, shift.isCutAtStart || shift.isCutAtEnd { continue }
      pieces.append(RotaPiece(what: .shift(shift), period: shift.period, columns: columns))
    }
    placeInRows(timeline, from: ruler.period.start)
  }

  /// Puts shifts in sight that overlap into rows of their own, in the order of the schedule; how
  /// far beyond the edge of what is in sight they reach makes no difference.
  private mutating func placeInRows(_ timeline: Timeline, from edge: Instant) {
    let inSight = pieces.indices.filter { !pieces[$0].columns.isEmpty }.map { index in
      let start = max(edge, pieces[index].period.start)
      let holders = timeline.stretch(at: start)?.holders ?? []
      let slot = holders.firstIndex { $0.person == pieces[index].person } ?? holders.count
      return (index: index, start: start, slot: slot)
    }
    var ends: [Instant] = []
    for place in inSight.sorted(by: { ($0.start, $0.slot) < ($1.start, $1.slot) }) {
      let free = ends.firstIndex { $0 <= place.start } ?? ends.count
      let row = min(free, RotaLane.mostRows - 1)
      let end = pieces[place.index].period.end
      if row < ends.count {
        ends[row] = max(ends[row], end)
      } else {
        ends.append(end)
      }
      pieces[place.index].row = row
    }
  }

  private mutating func takeGaps(
    _ timeline: Timeline, of schedule: Schedule, _ resolver: Resolver, _ ruler: RotaRuler
  ) {
    let begin =
      schedule.versions.contains { $0.effectiveFrom == nil }
      ? nil : schedule.versions.compactMap(\.effectiveFrom).min()
    let wanted = resolver.wanted(
      in: Period(max(timeline.period.start, begin ?? timeline.period.start), timeline.period.end))
    for gap in timeline.gaps {
      for part in [gap.period].intersecting(wanted) {
        pieces.append(
          RotaPiece(
            what: .gap(Gap(kind: gap.kind, period: part, people: gap.people)), period: part,
            columns: ruler.columns(of: part)))
      }
    }
  }

  /// Marks what its people want to be rid of.
  private mutating func markOffers(in bill: WatchBill) {
    for request in bill.covers where request.schedule == schedule && request.withdrawnAt == nil {
      for part in request.remainder { markOffer(part, of: request.asker) }
    }
    for offer in bill.offers where offer.schedule == schedule && offer.answer == nil {
      markOffer(offer.gives, of: offer.giver)
      if let takes = offer.takes { markOffer(takes, of: offer.receiver) }
    }
  }

  private mutating func markOffer(_ period: Period, of person: EntityID) {
    for index in pieces.indices
    where pieces[index].person == person && pieces[index].period.overlaps(period) {
      pieces[index].isOnOffer = true
    }
  }
}
