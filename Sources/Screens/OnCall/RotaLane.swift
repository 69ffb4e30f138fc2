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
  var schedule: EntityID
  /// By start, those out of sight on both sides too.
  var pieces: [RotaPiece] = []
  /// The cells, a row each for people who are on call at the same time.
  var rows: [StyledLine] = []
  /// Those who only watch and learn; nil when there is nobody.
  var shadows: StyledLine?
  /// Why nothing can be drawn.
  var problem: String?
  /// The zone of the schedule; nil with a problem.
  var zone: Zone?
  /// Who is on call now, by the pieces.
  var holders: [EntityID] = []
  /// Whether nobody has to be on call now.
  var isOffHours = false
  /// When others take over; nil when that is not within eight weeks.
  var until: Instant?

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
  init(_ schedule: Schedule, _ bill: WatchBill, on ruler: RotaRuler, _ brush: RotaBrush) {
    self.schedule = schedule.id
    let resolver: Resolver
    do throws(WatchRefusal) {
      resolver = try bill.resolver(of: schedule)
    } catch {
      problem = "\(error)"
      return
    }
    zone = resolver.zone
    let wide = Period(
      ruler.period.start.advanced(by: -RotaLane.margin * Instant.week),
      ruler.period.end.advanced(by: RotaLane.margin * Instant.week))
    let timeline = resolver.timeline(in: wide)
    take(timeline, of: schedule, resolver, ruler)
    markOffers(in: bill)
    paint(timeline, on: ruler, brush)
    // Now may lie far outside of what is in sight.
    holders = resolver.resolve(brush.now).holders.map(\.person)
    isOffHours = resolver.wanted(in: Period(brush.now, brush.now.advanced(by: 1))).isEmpty
    let ahead = Period(brush.now, brush.now.advanced(by: RotaLane.margin * Instant.week))
    until = resolver.timeline(in: ahead).handoffs.first { $0.at > brush.now }?.at
  }

  private mutating func take(
    _ timeline: Timeline, of schedule: Schedule, _ resolver: Resolver, _ ruler: RotaRuler
  ) {
    let begin =
      schedule.versions.contains { $0.effectiveFrom == nil }
      ? nil : schedule.versions.compactMap(\.effectiveFrom).min()
    let wanted = resolver.wanted(
      in: Period(max(timeline.period.start, begin ?? timeline.period.start), timeline.period.end))
    var ends: [Instant] = []
    for shift in timeline.shifts {
      // Far out of sight a shift is left out until it is whole.
      let isFar = ruler.columns(of: shift.period).isEmpty
      if isFar, shift.isCutAtStart || shift.isCutAtEnd { continue }
      let free = ends.firstIndex { $0 <= shift.period.start } ?? ends.count
      let row = min(free, RotaLane.mostRows - 1)
      if row < ends.count {
        ends[row] = max(ends[row], shift.period.end)
      } else {
        ends.append(shift.period.end)
      }
      pieces.append(
        RotaPiece(
          what: .shift(shift), period: shift.period, row: row,
          columns: ruler.columns(of: shift.period)))
    }
    for gap in timeline.gaps {
      for part in [gap.period].intersecting(wanted) {
        pieces.append(
          RotaPiece(
            what: .gap(Gap(kind: gap.kind, period: part, people: gap.people)), period: part,
            columns: ruler.columns(of: part)))
      }
    }
    pieces.sort { ($0.period.start, $0.row) < ($1.period.start, $1.row) }
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
