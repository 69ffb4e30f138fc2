/// A time during which a person is away; it never changes the plan.
///
/// The shifts that fall into it are said when it is planned, for somebody has to
/// be asked to cover them.
public struct Absence: Sendable, Hashable, Codable {
  /// The permanent id.
  public var id: EntityID
  /// Who is away.
  public var person: EntityID
  /// From when until when.
  public var period: Period
  /// Why, in somebody's words; may be empty.
  public var note: String

  /// An absence.
  public init(id: EntityID, person: EntityID, _ period: Period, note: String = "") {
    self.id = id
    self.person = person
    self.period = period
    self.note = note
  }
}

/// A shift of somebody who will be away.
public struct AbsenceConflict: Sendable, Hashable {
  /// The absence.
  public var absence: Absence
  /// The shift, cut to the time looked at.
  public var shift: Shift
  /// What of the shift falls into the absence: what a cover request should ask for.
  public var overlap: Period
}

extension Resolver {
  /// The shifts of a period that fall into absences, by start.
  public func conflicts(with absences: [Absence], in period: Period) -> [AbsenceConflict] {
    let shifts = timeline(in: period).shifts
    return shifts.flatMap { shift in
      absences.filter { $0.person == shift.person && $0.period.overlaps(shift.period) }.map {
        AbsenceConflict(
          absence: $0, shift: shift, overlap: $0.period.intersection(shift.period))
      }
    }
  }
}
