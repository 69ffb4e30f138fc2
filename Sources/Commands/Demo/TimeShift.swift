internal import Domain

/// Moves every time of a record, so that a demo written long ago happened just now.
///
/// Times move by whole seconds, so that they stay as round as they were; dates move by
/// the nearest number of days.
struct TimeShift: Equatable {
  let milliseconds: Int64

  /// The shift that puts one instant onto another.
  init(from old: Instant, to new: Instant) {
    milliseconds = (new.milliseconds - old.milliseconds) / 1000 * 1000
  }

  private var days: Int {
    Int((Double(milliseconds) / Double(Instant.day)).rounded())
  }

  /// A record with its times moved.
  func moving(_ record: IncomingRecord) -> IncomingRecord {
    switch record {
    case .issue(var issue):
      issue.created = moving(issue.created)
      issue.updated = moving(issue.updated)
      issue.closed = moving(issue.closed)
      issue.due = moving(issue.due)
      issue.milestoneDue = moving(issue.milestoneDue)
      for index in issue.comments.indices {
        issue.comments[index].created = moving(issue.comments[index].created)
        issue.comments[index].updated = moving(issue.comments[index].updated)
        issue.comments[index].redacted = moving(issue.comments[index].redacted)
      }
      return .issue(issue)
    case .milestone(var milestone):
      milestone.due = moving(milestone.due)
      return .milestone(milestone)
    default: return record
    }
  }

  private func moving(_ instant: Instant?) -> Instant? { instant?.advanced(by: milliseconds) }

  private func moving(_ date: CivilDate?) -> CivilDate? {
    date.map { CivilDate(daysSinceEpoch: $0.daysSinceEpoch + days) }
  }
}
