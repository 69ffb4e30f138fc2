internal import Domain
internal import GRDB

/// People, labels and the rest by name, as lists of row ids; and numbers in a window.
///
/// What was trashed is as if it were not there. People stay, because history names them.
extension QueryCompiler {
  func people(_ handles: [String]) -> SQLText {
    "(SELECT id FROM person WHERE handle IN \(handles))"
  }

  func labels(_ names: [String]) -> SQLText {
    "(SELECT id FROM label WHERE name IN \(names) AND trashed_at IS NULL)"
  }

  func milestones(_ titles: [String]) -> SQLText {
    "(SELECT id FROM milestone WHERE title IN \(titles) AND trashed_at IS NULL)"
  }

  func services(_ handles: [String]) -> SQLText {
    "(SELECT id FROM service WHERE handle IN \(handles) AND trashed_at IS NULL)"
  }

  func projects(_ prefixes: [String]) -> SQLText {
    "(SELECT id FROM project WHERE prefix IN \(prefixes))"
  }

  func members(_ teams: [String]) -> SQLText {
    "(SELECT person_id FROM team_member WHERE team_id IN \(self.teams(teams)))"
  }

  func services(ofTeams teams: [String]) -> SQLText {
    "(SELECT id FROM service WHERE trashed_at IS NULL AND team_id IN \(self.teams(teams)))"
  }

  private func teams(_ handles: [String]) -> SQLText {
    "(SELECT id FROM team WHERE handle IN \(handles) AND trashed_at IS NULL)"
  }

  func within(_ window: Query.Window, _ column: SQLText) -> SQLText {
    var bounds: [SQLText] = []
    if let from = window.from { bounds.append("\(column) >= \(from)") }
    if let before = window.before { bounds.append("\(column) < \(before)") }
    return "(\(bounds.conjoined))"
  }

  /// Dates are compared as texts, so that a bound outside of four-digit years must not be written.
  func withinDates(_ window: Query.Window, _ column: SQLText) -> SQLText {
    var bounds: [SQLText] = []
    if let from = window.from {
      bounds.append(bound(column, ">=", from, beyond: "0", below: "1"))
    }
    if let before = window.before {
      bounds.append(bound(column, "<", before, beyond: "1", below: "0"))
    }
    return "(\(bounds.conjoined))"
  }

  private func bound(
    _ column: SQLText, _ sign: String, _ day: Int64, beyond: SQLText, below: SQLText
  ) -> SQLText {
    let date = CivilDate(daysSinceEpoch: Int(day))
    if date.year > 9999 { return beyond }
    if date.year < 0 { return below }
    return "\(column) \(sql: sign) \(date.description)"
  }
}
