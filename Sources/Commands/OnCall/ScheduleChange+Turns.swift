internal import Domain
internal import Storage

/// Who has the running turn keeps it when a file is laid over a schedule.
extension ScheduleChange {
  /// The running turns' ends of the rotations whose people the file changes, by layer.
  ///
  /// Nothing else of the plan says when a roster ought to change: a window that closes does not.
  func handoffs(over known: Schedule, _ zones: ZoneCatalog, now: Instant) -> [EntityID: Instant] {
    let before = known.version(at: now)?.layers ?? []
    var handoffs: [EntityID: Instant] = [:]
    for layer in schedule.version(at: now)?.layers ?? [] {
      guard case .rotation(let new) = layer.source, let old = before.rotation(of: layer.id),
        new.slots != old.slots, new.countsLike(old), let turns = try? Turns(old, zones: zones)
      else { continue }
      handoffs[layer.id] = turns.turn(at: now).period.end
    }
    return handoffs
  }

  /// Makes each of several rosters change at a handoff of its own, by a version for each.
  mutating func stage(_ handoffs: [EntityID: Instant], over known: Schedule, now: Instant) {
    let starts = Set(handoffs.values).sorted()
    let next = schedule.versions.compactMap(\.effectiveFrom).filter { $0 > now }.min()
    let stages = starts.enumerated().filter {
      $0.offset == 0 || $0.element < next ?? .distantFuture
    }
    .map(\.element)
    let running = schedule.version(at: now)
    guard stages.count > 1, let running,
      let index = schedule.versions.firstIndex(where: { $0 == running })
    else { return }
    let staged = stages.map { start -> Schedule.Version in
      var version = running
      if start != stages[0] { version.effectiveFrom = start }
      let before = known.version(at: start)?.layers ?? []
      for place in version.layers.indices {
        let id = version.layers[place].id
        guard let handoff = handoffs[id], handoff > start,
          let old = before.first(where: { $0.id == id })
        else { continue }
        version.layers[place] = old
      }
      return version
    }
    schedule.versions.replaceSubrange(index...index, with: staged)
    openCounts = Set(
      openCounts.flatMap { place -> [ScheduleFile.LayerPlace] in
        let moved = place.version < index ? 0 : staged.count - 1
        let versions =
          place.version == index
          ? index...index + moved
          : place.version + moved...place.version + moved
        return versions.map { ScheduleFile.LayerPlace(version: $0, layer: place.layer) }
      })
  }

  /// The schedule with offsets by which the running turns stay with whom they are.
  ///
  /// A rotation that counts its turns as before, and does not say another offset, goes on with the
  /// known one; where its people change, the offset is chosen anew. Everything else is as the file
  /// has it.
  func keepingTurns(
    of known: Schedule, from start: Instant, _ zones: ZoneCatalog, now: Instant
  ) -> Schedule {
    var edited = schedule
    var previous: [Layer]?
    let order = edited.versions.indices.sorted { a, b in
      (edited.versions[a].effectiveFrom ?? .distantPast)
        < (edited.versions[b].effectiveFrom ?? .distantPast)
    }
    let running = order.last { (edited.versions[$0].effectiveFrom ?? .distantPast) <= start }
    for index in order.drop(while: { $0 != running && running != nil }) {
      let begin = max(edited.versions[index].effectiveFrom ?? start, start)
      let holding = known.version(at: begin)?.layers ?? []
      let isKnown = known.versions.contains { $0.effectiveFrom == begin }
      let before = previous ?? known.version(at: begin.advanced(by: -1))?.layers ?? holding
      for place in edited.versions[index].layers.indices {
        let layer = edited.versions[index].layers[place]
        guard case .rotation(let new) = layer.source else { continue }
        let isOpen = openCounts.contains(.init(version: index, layer: place))
        var rotation: Rotation?
        if isKnown || previous == nil, let old = holding.rotation(of: layer.id) {
          rotation = kept(new, isOpen, as: old, of: layer.id, in: known, before: begin)
        }
        if rotation == nil, let old = before.rotation(of: layer.id) {
          rotation =
            kept(new, isOpen, as: old, of: layer.id, in: known, before: begin)
            ?? recounted(new, isOpen, from: old, at: begin, zones, now: now)
        }
        if let rotation { edited.versions[index].layers[place].source = .rotation(rotation) }
      }
      previous = edited.versions[index].layers
    }
    return edited
  }

  /// The rotation with the offset of one that has the same people in the same order.
  ///
  /// An offset in the file counts, unless it is that of an earlier version with other people: then
  /// the file was written from that one, and has been applied since.
  private func kept(
    _ new: Rotation, _ isOpen: Bool, as old: Rotation, of layer: EntityID, in known: Schedule,
    before begin: Instant
  ) -> Rotation? {
    guard new.slots == old.slots, new.countsLike(old) else { return nil }
    let wasPrinted = known.versions.contains { version in
      guard version.effectiveFrom.map({ $0 < begin }) ?? true,
        let earlier = version.layers.rotation(of: layer)
      else { return false }
      return earlier.slots != new.slots && earlier.offset == new.offset && earlier.countsLike(new)
    }
    var rotation = new
    if isOpen || wasPrinted { rotation.offset = old.offset }
    return rotation
  }

  /// The rotation counted so that the turn that runs in another goes on.
  private func recounted(
    _ new: Rotation, _ isOpen: Bool, from old: Rotation, at begin: Instant, _ zones: ZoneCatalog,
    now: Instant
  ) -> Rotation? {
    guard new.slots != old.slots, new.countsLike(old), isOpen || new.offset == old.offset,
      let turns = try? Turns(old, zones: zones)
    else { return nil }
    var rotation = new
    rotation.offset =
      turns.editing(slots: new.slots, from: .at(begin), now: now).rotation.offset
    return rotation
  }
}

extension [Layer] {
  /// The rotation of a layer; nil when it has none.
  fileprivate func rotation(of id: EntityID) -> Rotation? {
    guard case .rotation(let rotation) = first(where: { $0.id == id })?.source else { return nil }
    return rotation
  }
}

extension Rotation {
  /// Whether the turns of both have the same numbers, whoever's they are and however long a shift
  /// is.
  func countsLike(_ other: Rotation) -> Bool {
    unit == other.unit && length == other.length && anchor == other.anchor && clock == other.clock
      && turnStart == other.turnStart && advance == other.advance
      && (advance == .calendar || weekdays == other.weekdays)
  }
}
