/// What an edit moves, person by person: shown before saving, and told to exactly those after.
public struct RosterPreview: Sendable, Equatable {
  /// What moves for one person.
  public struct Move: Sendable, Equatable {
    /// Who.
    public var person: EntityID
    /// Times the person is no longer on call, in order.
    public var loses: [Period]
    /// Times the person newly is, in order.
    public var gains: [Period]
  }

  /// The period compared.
  public var period: Period
  /// The people for whom something moves, who is first concerned first.
  public var moves: [Move]

  /// Compares two plans over a period, eight weeks from now unless said otherwise.
  public init(from old: Resolver, to new: Resolver, now: Instant, weeks: Int = 8) {
    let weeks = Int64(min(max(weeks, 1), 520))
    period = Period(now, now.advanced(by: weeks * Instant.week))
    let before = old.timeline(in: period).periodsByPerson
    let after = new.timeline(in: period).periodsByPerson
    moves = Set(before.keys).union(after.keys).map { person in
      let (had, has) = (before[person] ?? [], after[person] ?? [])
      return Move(person: person, loses: had.subtracting(has), gains: has.subtracting(had))
    }.filter { !$0.loses.isEmpty || !$0.gains.isEmpty }
      .sorted { ($0.first, $0.person) < ($1.first, $1.person) }
  }
}

extension RosterPreview.Move {
  fileprivate var first: Instant {
    min(loses.first?.start ?? .distantFuture, gains.first?.start ?? .distantFuture)
  }
}

extension Timeline {
  /// When each person is on call, for whatever reason, without overlaps.
  var periodsByPerson: [EntityID: [Period]] {
    Dictionary(grouping: shifts, by: \.person).mapValues { $0.map(\.period).united() }
  }
}
