/// Who is on call over a period, in stretches during which nothing changes.
public struct Timeline: Sendable, Equatable {
  /// What was asked for.
  public var period: Period
  /// In order, without holes, together the whole period; neighbours differ.
  public var stretches: [Stretch]

  /// A timeline of these stretches.
  public init(period: Period, stretches: [Stretch]) {
    self.period = period
    self.stretches = stretches
  }

  /// The shifts in it, by start; one person's with one reason is one shift.
  public var shifts: [Shift] { shifts(of: \.holders) }

  /// The shifts of those who only watch and learn.
  public var shadowShifts: [Shift] { shifts(of: \.shadows) }

  /// When nobody is on call, in order.
  public var gaps: [Gap] {
    var gaps: [Gap] = []
    for stretch in stretches {
      guard let kind = stretch.gap else { continue }
      if let last = gaps.last, last.kind == kind, last.period.end == stretch.period.start {
        gaps[gaps.count - 1].period.end = stretch.period.end
        gaps[gaps.count - 1].people += stretch.barred.map(\.person).filter {
          !last.people.contains($0)
        }
      } else {
        gaps.append(
          Gap(kind: kind, period: stretch.period, people: stretch.barred.map(\.person)))
      }
    }
    return gaps
  }

  /// Every instant at which other people take over, with who goes and who comes.
  public var handoffs: [PagerHandoff] {
    var handoffs: [PagerHandoff] = []
    for (before, after) in zip(stretches, stretches.dropFirst()) {
      let outgoing = before.holders.map(\.person)
      let incoming = after.holders.map(\.person)
      guard Set(outgoing) != Set(incoming) else { continue }
      handoffs.append(
        PagerHandoff(
          at: after.period.start, outgoing: outgoing.filter { !incoming.contains($0) },
          incoming: incoming.filter { !outgoing.contains($0) }))
    }
    return handoffs
  }

  /// The stretch that holds an instant; nil outside the period.
  public func stretch(at instant: Instant) -> Stretch? {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].period.end <= instant { low = middle + 1 } else { high = middle }
    }
    guard low < stretches.count, stretches[low].period.contains(instant) else { return nil }
    return stretches[low]
  }

  private func shifts(of holders: (Stretch) -> [Holder]) -> [Shift] {
    var shifts: [Shift] = []
    var running: [(holder: Holder, index: Int)] = []
    for stretch in stretches {
      var next: [(holder: Holder, index: Int)] = []
      for holder in holders(stretch) {
        if let found = running.first(where: { $0.holder == holder }) {
          shifts[found.index].period.end = stretch.period.end
          next.append(found)
        } else {
          next.append((holder, shifts.count))
          shifts.append(Shift(person: holder.person, period: stretch.period, reason: holder.reason))
        }
      }
      running = next
    }
    for index in shifts.indices {
      shifts[index].isCutAtStart = shifts[index].period.start == period.start
      shifts[index].isCutAtEnd = shifts[index].period.end == period.end
    }
    return shifts
  }
}

/// A stretch of time during which the same people are on call for the same reasons.
public struct Stretch: Sendable, Hashable {
  /// From when until when.
  public var period: Period
  /// Who is on call, in slot order, each once; empty is a gap.
  public var holders: [Holder]
  /// Who only watches and learns.
  public var shadows: [Holder]
  /// Who would be on call but may not.
  public var barred: [Holder]
  /// Whether a shift is on that has nobody in it, such as an imported one with a strange name.
  public var hasEmptyShift: Bool

  /// A stretch; a gap unless somebody is named.
  public init(
    period: Period, holders: [Holder] = [], shadows: [Holder] = [], barred: [Holder] = [],
    hasEmptyShift: Bool = false
  ) {
    self.period = period
    self.holders = holders
    self.shadows = shadows
    self.barred = barred
    self.hasEmptyShift = hasEmptyShift
  }

  /// Why nobody is on call in it; nil when somebody is.
  public var gap: Gap.Kind? {
    guard holders.isEmpty else { return nil }
    return barred.isEmpty && !hasEmptyShift ? .nobody : .empty
  }

  /// Whether the same people are on call for the same reasons as in another.
  func isLike(_ other: Stretch) -> Bool {
    holders == other.holders && shadows == other.shadows && barred == other.barred
      && hasEmptyShift == other.hasEmptyShift
  }
}

/// A person on call, and why.
public struct Holder: Sendable, Hashable {
  /// Who.
  public let person: EntityID
  /// What put the person on call.
  public let reason: Reason

  /// A person and a reason.
  public init(person: EntityID, reason: Reason) {
    self.person = person
    self.reason = reason
  }
}

/// One person's time on call without a break, for one reason.
public struct Shift: Sendable, Hashable {
  /// Who.
  public var person: EntityID
  /// From when until when, within the period asked for.
  public var period: Period
  /// What puts the person on call.
  public var reason: Reason
  /// Whether it starts with the period asked for, so that it may have begun before.
  public var isCutAtStart = false
  /// Whether it ends with the period asked for, so that it may run on.
  public var isCutAtEnd = false

  /// A shift with true edges.
  public init(person: EntityID, period: Period, reason: Reason) {
    self.person = person
    self.period = period
    self.reason = reason
  }
}

/// A time without anybody on call.
public struct Gap: Sendable, Hashable {
  /// Why nobody is.
  public var kind: Kind
  /// From when until when.
  public var period: Period
  /// Whose turn it is, when they may not be on call.
  public var people: [EntityID]

  /// A gap.
  public init(kind: Kind, period: Period, people: [EntityID] = []) {
    self.kind = kind
    self.period = period
    self.people = people
  }

  /// Why nobody is on call.
  public enum Kind: String, Sendable, CaseIterable {
    /// No layer is active, or an override says nobody.
    case nobody
    /// A shift is on, but those in it may not be on call, or it has nobody in it.
    case empty
  }
}

/// A moment at which the pager moves.
public struct PagerHandoff: Sendable, Hashable {
  /// When.
  public var at: Instant
  /// Who was on call and no longer is.
  public var outgoing: [EntityID]
  /// Who was not and now is.
  public var incoming: [EntityID]

  /// A handoff of the pager.
  public init(at: Instant, outgoing: [EntityID], incoming: [EntityID]) {
    self.at = at
    self.outgoing = outgoing
    self.incoming = incoming
  }
}
