/// Everything raw that a handoff note is gathered from.
///
/// The caller may give more than belongs to the shift: what lies outside is left out.
public struct HandoffMaterial: Sendable {
  /// The change of shifts.
  public var change: Handoff.ShiftChange
  /// Who goes off duty.
  public var giver: EntityID
  /// Who comes on duty.
  public var receiver: EntityID
  /// Pages of the services the schedule answers for.
  public var pages: [Page] = []
  /// When each page rang for people, by page; the first signal counts where there is nothing.
  public var rings: [EntityID: [Instant]] = [:]
  /// The last line of a page's history that says more than its state, by page.
  public var lastNotes: [EntityID: String] = [:]
  /// Maintenance windows of these services.
  public var windows: [MaintenanceWindow] = []
  /// Issues that the giver touched during the shift, or that are labelled for on-call.
  public var issues: [HandoffFacts.TouchedIssue] = []
  /// Changes of ownership.
  public var ownership: [HandoffFacts.OwnershipChange] = []
  /// Times without anybody on call.
  public var gaps: [HandoffFacts.Span] = []
  /// Times in which somebody stands in.
  public var covers: [HandoffFacts.Span] = []
  /// Times in which somebody is away.
  public var absences: [HandoffFacts.Span] = []
  /// Asks of the last handoff that nobody has done.
  public var unfinishedAsks: [HandoffNote.Ask] = []

  /// A shift of which nothing is known yet.
  public init(change: Handoff.ShiftChange, giver: EntityID, receiver: EntityID) {
    self.change = change
    self.giver = giver
    self.receiver = receiver
  }
}

extension HandoffNote {
  /// Gathers a note from raw facts; what only the giver knows is still empty.
  ///
  /// - Parameters:
  ///   - clock: the giver's, by which nights and working hours are told.
  ///   - week: the giver's working hours.
  public static func gather(
    _ material: HandoffMaterial, on clock: WallClock, week: WorkingWeek = WorkingWeek()
  ) -> HandoffNote {
    let change = material.change
    let shift = change.began..<change.at
    let next = change.at..<change.nextEnds
    var facts = HandoffFacts()
    let pages = material.pages.filter { shift.contains($0.firstSeen) }
    facts.heldBack = pages.count { $0.alarms == 0 }
    facts.countPages(
      material.pages.filter { $0.alarms > 0 }, rings: material.rings, in: shift, clock, week)
    facts.noisiest = noisiest(among: pages)
    facts.openPages =
      material.pages.filter { $0.isOpen && $0.state != .suppressed }
      .map { HandoffFacts.OpenPage($0, lastNote: material.lastNotes[$0.id]) }
      .sorted { ($1.urgency, $0.since, $0.id) < ($0.urgency, $1.since, $1.id) }
    facts.maintenance = material.windows.filter { $0.end > change.at && $0.start < next.upperBound }
      .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    facts.issues = material.issues.sorted { $0.key < $1.key }
    facts.ownership = material.ownership.filter { shift.contains($0.at) }.sorted { $0.at < $1.at }
    facts.gaps = material.gaps.within(next)
    facts.covers = material.covers.within(next)
    facts.absences = material.absences.within(next)
    let asks = material.unfinishedAsks.map {
      Ask(id: $0.id, $0.text, since: $0.since ?? change.began)
    }
    return HandoffNote(
      change: change, giver: material.giver, receiver: material.receiver, facts: facts, asks: asks)
  }

  private static func noisiest(among pages: [Page]) -> [HandoffFacts.NoisyKey] {
    struct Source: Hashable {
      var service: EntityID
      var key: PageKey
    }
    var signals: [Source: Int] = [:]
    for page in pages {
      if let key = page.key {
        signals[Source(service: page.service, key: key), default: 0] += page.count
      }
    }
    return
      signals.filter { $0.value > 1 }
      .map { HandoffFacts.NoisyKey(service: $0.key.service, key: $0.key.key, signals: $0.value) }
      .sorted { ($1.signals, $0.key, $0.service) < ($0.signals, $1.key, $1.service) }
      .prefix(3).map { $0 }
  }
}

extension HandoffFacts {
  /// Counts what rang in a shift; a page of an earlier shift that rang again counts too.
  fileprivate mutating func countPages(
    _ pages: [Page], rings: [EntityID: [Instant]], in shift: Range<Instant>, _ clock: WallClock,
    _ week: WorkingWeek
  ) {
    var nights: Set<CivilDate> = []
    var services: [EntityID: Int] = [:]
    for page in pages {
      let rang = (rings[page.id] ?? [page.firstSeen]).filter(shift.contains)
      guard !rang.isEmpty else { continue }
      pageCount += 1
      services[page.service, default: 0] += 1
      if rang.contains(where: { !week.isWorkingTime($0, on: clock) }) { outOfHours += 1 }
      nights.formUnion(rang.compactMap(clock.night))
      guard let ack = page.firstAck, shift.contains(ack.at) else { continue }
      let wait = ack.at.milliseconds - page.firstSeen.milliseconds
      if wait > slowestAck?.wait ?? -1 {
        slowestAck = SlowAck(summary: page.summary, wait: wait)
      }
    }
    nightsBroken = nights.count
    byService = services.map { ServiceCount(service: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.service) < ($0.count, $1.service) }
  }
}

extension [HandoffFacts.Span] {
  /// The parts that lie in a shift, in order.
  fileprivate func within(_ shift: Range<Instant>) -> [HandoffFacts.Span] {
    compactMap { span in
      let start = Swift.max(span.start, shift.lowerBound)
      let end = Swift.min(span.end, shift.upperBound)
      return start < end ? HandoffFacts.Span(start, end, person: span.person) : nil
    }
    .sorted { $0.start < $1.start }
  }
}
