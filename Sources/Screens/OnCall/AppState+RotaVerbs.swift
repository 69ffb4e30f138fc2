import Canvas
import Domain

extension AppState {
  /// Does an action of the on-call tab to the piece that is chosen.
  mutating func runOnCall(_ id: ActionID) -> [Effect] {
    switch id {
    case .open:
      turnRotaPaper()
      return []
    case .override, .cover, .giveShift: return ask(for: id)
    case .swapShift: askForSwap()
    case .takeShift: return takeShift()
    case .endChange: return endChange()
    case .absence: return askForAbsence()
    case .roster: return askForRoster()
    default: return moveInRota(id, nil)
    }
    return []
  }

  /// Why an action of the on-call tab would do nothing now; nil when it can be done.
  func obstacleOnCall(to id: ActionID) -> String? {
    let verbs: Set<ActionID> = [
      .override, .cover, .giveShift, .swapShift, .takeShift, .endChange, .absence, .roster,
    ]
    let moves: Set<ActionID> = [.laterShift, .earlierShift]
    guard verbs.contains(id) || moves.contains(id) else {
      return id == .previewDown || id == .previewUp ? paperObstacle : nil
    }
    guard let schedule = rotaSchedule, let lane = rotaLane else {
      return "there is no schedule here"
    }
    if moves.contains(id) { return lane.pieces.isEmpty ? "there is no shift here" : nil }
    if let problem = lane.duty.problem { return problem }
    guard let myID else {
      return me == nil ? Self.nobodyActs : "\(me ?? "") is not among the people"
    }
    if id == .roster { return rosterObstacle(schedule) }
    if id == .absence { return nil }
    guard let piece = rotaPiece else { return "there is no shift here" }
    if id == .endChange {
      return endings(of: piece, schedule, me: myID) == nil ? nothingToEnd : nil
    }
    guard piece.period.end > now else {
      return "it is over; what has happened cannot be changed"
    }
    switch id {
    case .override: return nil
    case .takeShift: return takeObstacle(piece, schedule, me: myID)
    default: return offerObstacle(to: id, piece, me: myID)
    }
  }

  private var paperObstacle: String? {
    AppLayout(self).preview == nil
      ? "the window is too small for both; \(key(of: .open)) reads" : nil
  }

  private var nothingToEnd: String {
    "there is nothing to end; this ends an override, a request, an offer or an absence"
  }

  /// Requests, gifts and swaps are about what lies ahead.
  private func offerObstacle(to id: ActionID, _ piece: RotaPiece, me: EntityID) -> String? {
    guard piece.person != nil else {
      return "nobody has it; \(key(of: .override)) puts somebody on call"
    }
    guard piece.period.start > now else {
      if piece.person != me { return "it runs already; \(key(of: .takeShift)) takes it now" }
      return "it runs already; \(key(of: .override)) puts somebody in your place for the rest"
    }
    if id == .giveShift, piece.person != me {
      return "it is not yours to give; \(key(of: .override)) puts another person there"
    }
    return nil
  }

  private func takeObstacle(_ piece: RotaPiece, _ schedule: Schedule, me: EntityID) -> String? {
    guard let person = piece.person else {
      return "nobody has it; \(key(of: .override)) puts somebody on call"
    }
    guard person != me else { return "it is yours already" }
    if takeable(piece, schedule, me: me) != nil { return nil }
    return "nobody asked to be covered then; \(key(of: .cover)) asks for them, "
      + "\(key(of: .swapShift)) offers a swap"
  }

  private func key(of id: ActionID) -> String { keymap.key(of: id) ?? ":\(id.rawValue)" }

  // MARK: What there is

  /// Open requests of the piece's person that touch it.
  func requests(for piece: RotaPiece, _ schedule: Schedule) -> [CoverRequest] {
    (bill?.covers ?? []).filter { request in
      request.schedule == schedule.id && request.asker == piece.person
        && request.state(at: now) == .open
        && request.remainder.contains { $0.overlaps(piece.period) }
    }
  }

  /// Offers that are not answered and would move the piece.
  func offers(of piece: RotaPiece, _ schedule: Schedule) -> [ShiftOffer] {
    (bill?.offers ?? []).filter { offer in
      guard offer.schedule == schedule.id, offer.state(at: now) == .offered else { return false }
      return offer.giver == piece.person && offer.gives.overlaps(piece.period)
        || offer.receiver == piece.person && offer.takes?.overlaps(piece.period) == true
    }
  }

  /// Overrides to come or running that leave a gap: those that say nobody, and those that take
  /// somebody off.
  func overrides(emptying piece: RotaPiece, _ schedule: Schedule) -> [Override] {
    schedule.overrides.filter { override in
      guard override.period.overlaps(piece.period) else { return false }
      switch override.kind {
      case .cover(let people): return people.isEmpty
      case .remove: return true
      case .replace, .add: return false
      }
    }
  }

  /// The verb by which I take a piece: it runs now, its person asked, or offered it to me.
  private func takeable(_ piece: RotaPiece, _ schedule: Schedule, me: EntityID) -> WatchVerb? {
    if piece.period.contains(now) { return .takeShift(schedule.id, from: piece.person) }
    if let offer = offers(of: piece, schedule).first(where: { $0.receiver == me }) {
      return .answerOffer(offer.id, accepts: true)
    }
    let request = requests(for: piece, schedule).first { $0.named.isEmpty || $0.named.contains(me) }
    guard let request else { return nil }
    let part = request.remainder.first { $0.overlaps(piece.period) }
    return .takeCover(request.id, request.remainder.count > 1 ? part : nil)
  }

  /// The verb that takes back what was changed or asked about a piece.
  private func endings(of piece: RotaPiece, _ schedule: Schedule, me: EntityID) -> WatchVerb? {
    let isOver = piece.period.end <= now
    if !isOver {
      if let id = piece.reason?.override { return .removeOverride(id) }
      if piece.isGap, let override = overrides(emptying: piece, schedule).first {
        return .removeOverride(override.id)
      }
      for request in requests(for: piece, schedule)
      where [request.asker, request.actor].contains(me) {
        return .withdrawCover(request.id)
      }
      for offer in offers(of: piece, schedule) {
        if offer.giver == me { return .withdrawOffer(offer.id) }
        if offer.receiver == me { return .answerOffer(offer.id, accepts: false) }
      }
    }
    let absence = bill?.absences.first {
      $0.person == me && piece.person == me && $0.period.overlaps(piece.period)
    }
    return absence.map { .removeAbsence($0.id) }
  }

  // MARK: Verbs

  private mutating func takeShift() -> [Effect] {
    guard let myID, let piece = rotaPiece, let schedule = rotaSchedule,
      let verb = takeable(piece, schedule, me: myID)
    else { return [] }
    return [.performWatch(verb)]
  }

  private mutating func endChange() -> [Effect] {
    guard let myID, let piece = rotaPiece, let schedule = rotaSchedule,
      let verb = endings(of: piece, schedule, me: myID)
    else { return [] }
    return [.performWatch(verb)]
  }

  /// What of the piece lies ahead, as the beginning of a wish.
  private func wish(_ kind: ShiftWish.Kind) -> ShiftWish? {
    guard let piece = rotaPiece, let schedule = rotaSchedule else { return nil }
    return ShiftWish(
      kind: kind, schedule: schedule.id, person: piece.person,
      period: Period(max(piece.period.start, now), piece.period.end))
  }

  private mutating func ask(for id: ActionID) -> [Effect] {
    // Who owes most is offered first, whether or not the paper has been looked at.
    if let bill, let schedule = rotaSchedule { countLoad(of: schedule, bill) }
    switch id {
    case .cover:
      guard let wish = wish(.cover) else { return [] }
      return ask(Question(purpose: .coverNote(wish), editor: LineEditor()))
    case .giveShift: if let wish = wish(.give) { overlay = .picker(peoplePicker(wish)) }
    default: if let wish = wish(.override) { overlay = .picker(peoplePicker(wish)) }
    }
    return []
  }

  private mutating func askForSwap() {
    guard let wish = wish(.swap), let picker = swapPicker(wish) else { return }
    guard !picker.items.isEmpty else {
      complain("nobody else has a shift to swap with in the next eight weeks")
      return
    }
    overlay = .picker(picker)
  }

  private mutating func askForAbsence() -> [Effect] {
    guard let schedule = rotaSchedule, let zone = rotaLane?.duty.zone else { return [] }
    let line = rotaPiece.map { TypedPeriod(zone: zone).line($0.period) } ?? ""
    let start = rotaPiece?.period.start ?? .distantPast
    return ask(
      Question(purpose: .absence(schedule.id, over: start), editor: LineEditor(line)))
  }
}
