/// Why a rotation cannot be: what is wrong and what would do.
public enum RotationProblem: Error, Sendable, Equatable {
  case length(Int)
  case noSlots
  case emptySlot(Int)
  case duration(Int)
  case noDays
  case monthDay(Int)
  case turnStartNeeds(Rotation.Unit)
  case activeDaysNeedDays
  case elapsedNeedsHours
  case endsBeforeItStarts
}

extension RotationProblem: CustomStringConvertible {
  /// The problem as one sentence for people.
  public var description: String {
    switch self {
    case .length(let length):
      "a turn cannot last \(length) units; write a number from 1 to \(Rotation.mostLength)"
    case .noSlots: "the rotation has nobody in it; name at least one person"
    case .emptySlot(let index):
      "slot \(index + 1) of the rotation is empty; name a person or drop it"
    case .duration(let seconds):
      "a shift cannot last \(seconds) seconds; leave the duration out for the whole turn"
    case .noDays: "no day is enabled, so there would never be a shift; name at least one day"
    case .monthDay(let day): "there is no day \(day) of a month; write a number from 1 to 31"
    case .turnStartNeeds(.week): "only a rotation of weeks can change on a fixed weekday"
    case .turnStartNeeds: "only a rotation of months can change on a fixed day of the month"
    case .activeDaysNeedDays:
      "only a rotation of days with weekdays can count active days; use calendar days"
    case .elapsedNeedsHours: "only a rotation of hours can count elapsed time; use the wall clock"
    case .endsBeforeItStarts: "the rotation ends before it takes effect; move one of the two times"
    }
  }
}

extension Rotation {
  /// Throws the first thing that is wrong with the definition.
  public func check() throws(RotationProblem) {
    guard (1...Rotation.mostLength).contains(length) else { throw .length(length) }
    guard !slots.isEmpty else { throw .noSlots }
    if let empty = slots.firstIndex(where: \.isEmpty) { throw .emptySlot(empty) }
    if let duration, !(1...366 * 86_400).contains(duration) { throw .duration(duration) }
    if let weekdays, weekdays.isEmpty { throw .noDays }
    if let monthDays {
      guard !monthDays.isEmpty else { throw .noDays }
      if let wrong = monthDays.first(where: { !(1...31).contains($0) }) { throw .monthDay(wrong) }
    }
    switch turnStart {
    case .anchor: break
    case .weekday: guard unit == .week else { throw .turnStartNeeds(.week) }
    case .dayOfMonth(let day):
      guard unit == .month else { throw .turnStartNeeds(.month) }
      guard (1...31).contains(day) else { throw .monthDay(day) }
    }
    if advance == .activeDays, unit != .day || weekdays == nil { throw .activeDaysNeedDays }
    if clock == .elapsed, unit != .hour { throw .elapsedNeedsHours }
    if let effectiveFrom, let until, until <= effectiveFrom { throw .endsBeforeItStarts }
  }
}
