extension Resolver {
  /// Why who is on call at an instant, in words, a line each.
  ///
  /// First who; then for each the layer, the turn with its edges and the slot,
  /// or the override and whom it replaces; last the next three handoffs. Times
  /// are local in the zone of the schedule. `name` gives what people are called.
  public func explain(_ instant: Instant, name: (EntityID) -> String) -> [String] {
    let stretch = resolve(instant)
    let moment = "\(words(instant)) \(zone.name)"
    var lines: [String] = []
    if stretch.holders.isEmpty {
      lines.append("Nobody is on call at \(moment): \(emptiness(of: stretch, instant)).")
    } else {
      let people = stretch.holders.map { name($0.person) }.joined(separator: ", ")
      lines.append("On call at \(moment): \(people).")
    }
    for holder in stretch.holders {
      lines.append("\(name(holder.person)): \(words(holder.reason, at: instant, name)).")
    }
    for holder in stretch.barred {
      let reason = words(holder.reason, at: instant, name)
      lines.append("\(name(holder.person)) would be, but may not be on call: \(reason).")
    }
    for holder in stretch.shadows {
      let reason = words(holder.reason, at: instant, name)
      lines.append("\(name(holder.person)) watches and learns: \(reason).")
    }
    let ahead = Period(instant, instant.advanced(by: 8 * Instant.week))
    for handoff in timeline(in: ahead).handoffs.prefix(3) {
      lines.append("Next: \(words(handoff.at)) \(handoff.words(name)).")
    }
    return lines
  }

  private func emptiness(of stretch: Stretch, _ instant: Instant) -> String {
    if instant < schedule.ledger.closedUntil ?? .distantPast { return "the ledger has nobody" }
    if fixedPlans.contains(where: { $0.period.contains(instant) }) {
      return "the fixed plan has a hole and no fallback"
    }
    guard stretch.barred.isEmpty else { return "whose turn it is may not" }
    if stretch.hasEmptyShift { return "the shift that is on has nobody in it" }
    let override = overrides.contains {
      if case .add = $0.kind { return false }
      return $0.period.contains(instant)
    }
    return override ? "an override says so" : "no layer is active"
  }

  private func words(_ reason: Reason, at instant: Instant, _ name: (EntityID) -> String) -> String
  {
    var words = ""
    switch reason.source {
    case .layer(let id): words = layerWords(id, reason.turn, at: instant)
    case .override: words = "by nothing but an override"
    case .fixedPlan: words = "by a fixed plan"
    case .fallback: words = "as the fallback of a fixed plan"
    case .ledger: words = "by the ledger"
    }
    guard let id = reason.override, let override = overrides.first(where: { $0.id == id }) else {
      return words
    }
    let period = "from \(self.words(override.period.start)) to \(self.words(override.period.end))"
    let note = override.note.isEmpty ? "" : ", \"\(override.note)\""
    guard let replaced = reason.insteadOf else { return "\(words), \(period)\(note)" }
    return "instead of \(name(replaced)) \(period)\(note) (\(words))"
  }

  private func layerWords(_ id: EntityID, _ turn: Turn?, at instant: Instant) -> String {
    let layers = versions.last { $0.period.start <= instant }?.layers ?? []
    guard let layer = layers.first(where: { $0.layer.id == id })?.layer else {
      return "a layer that is no longer there"
    }
    let words = "layer \(layer.name)"
    guard let turn, case .rotation(let rotation) = layer.source else { return words }
    let edges = "\(self.words(turn.period.start)) to \(self.words(turn.period.end))"
    let slot = rotation.slot(ofTurn: turn.index).map { $0 + 1 } ?? 0
    return "\(words), turn \(turn.index) (\(edges)), slot \(slot) of \(rotation.slots.count), "
      + "\(rotation.words)"
  }

  private func words(_ instant: Instant) -> String { zone.local(instant).words }
}

extension PagerHandoff {
  func words(_ name: (EntityID) -> String) -> String {
    let incoming = incoming.map(name).joined(separator: ", ")
    let outgoing = outgoing.map(name).joined(separator: ", ")
    if incoming.isEmpty { return "\(outgoing) goes and nobody follows" }
    return outgoing.isEmpty ? "\(incoming) comes on" : "\(incoming) takes over from \(outgoing)"
  }
}

extension Rotation {
  /// How turns are counted, in words: `turns of 2 weeks from 2026-01-05 09:00 Europe/Paris`.
  public var words: String {
    let name = advance == .activeDays ? "active \(unit.rawValue)" : unit.rawValue
    let units = length == 1 ? "1 \(name)" : "\(length) \(name)s"
    return "turns of \(units) from \(anchor.words) \(zone)"
  }
}

extension LocalTime {
  /// The local time as people read it: `2026-03-29 02:30`.
  public var words: String { "\(date) \(time)" }
}
