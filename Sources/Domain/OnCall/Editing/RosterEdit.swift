/// When a change of the slots begins.
public enum RosterStart: Sendable, Hashable {
  /// With the next turn; the running one is finished by who has it.
  case nextHandoff
  /// At once, in the middle of the turn.
  case now
  /// At an instant to come; before now it is now.
  case at(Instant)
}

/// A rotation with other slots, counted so that the running turn stays where it is.
public struct RosterEdit: Sendable, Equatable {
  /// The rotation with its new slots and offset.
  public var rotation: Rotation
  /// When it takes effect: the start of the new version of the schedule.
  public var effectiveFrom: Instant
}

extension Turns {
  /// The same rotation with other slots from a time on.
  ///
  /// The offset is chosen so that the slot of the running turn stays and the
  /// others follow in the new order; a slot counts as the same when it shares a
  /// person. When the running slot is not in the new list, the first of those
  /// after it that is steps in: at the handoff, or at once in the middle of the
  /// turn. When none is, the new list begins at its first slot.
  public func editing(slots new: [[EntityID]], from start: RosterStart, now: Instant) -> RosterEdit
  {
    let effective: Instant
    switch start {
    case .nextHandoff: effective = turn(at: now).period.end
    case .now: effective = now
    case .at(let instant): effective = max(instant, now)
    }
    var edited = rotation
    edited.slots = new
    guard !new.isEmpty else { return RosterEdit(rotation: edited, effectiveFrom: effective) }
    let starting = turn(at: effective)
    let isAtHandoff = starting.period.start == effective && start != .now
    // At a handoff the turn just ended decides who is next; else the turn that runs.
    let running = isAtHandoff ? turn(at: effective.advanced(by: -1)).index : starting.index
    let place = place(ofTurn: running, in: new)
    let first: Int
    switch place {
    case .same(let slot): first = isAtHandoff ? slot + 1 : slot
    case .next(let slot): first = slot
    }
    edited.offset = (first - starting.index).flooredRemainder(dividingBy: new.count)
    return RosterEdit(rotation: edited, effectiveFrom: effective)
  }

  private enum Place {
    /// The running slot stands here.
    case same(Int)
    /// It is gone; the one to follow stands here.
    case next(Int)
  }

  private func place(ofTurn index: Int, in new: [[EntityID]]) -> Place {
    guard let running = rotation.slot(ofTurn: index) else { return .next(0) }
    let count = rotation.slots.count
    for step in 0..<count {
      if let slot = place(ofSlot: (running + step) % count, in: new) {
        return step == 0 ? .same(slot) : .next(slot)
      }
    }
    return .next(0)
  }

  /// Where a slot stands in a new order; of several alike the one of the same number, else the last.
  private func place(ofSlot index: Int, in new: [[EntityID]]) -> Int? {
    let old = rotation.slots[index]
    func alike(_ isAlike: ([EntityID]) -> Bool) -> Int? {
      let places = new.indices.filter { isAlike(new[$0]) }
      let number = rotation.slots[..<index].count(where: isAlike)
      return number < places.count ? places[number] : places.last
    }
    return alike { $0 == old } ?? alike { $0.contains(where: old.contains) }
  }
}
