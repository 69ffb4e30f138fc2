/// A person as GitHub tells them: a login alone, or an object with more.
struct GitHubPerson {
  var login = ""
  var name = ""
  var id = ""
  var url = ""
  /// Whether the login is all there was.
  var isWhole = true

  /// Nil for a deleted account.
  var handle: String? { login.isEmpty ? nil : login }
}

/// The parts that the doors have in common, whatever their names for them.
extension GitHubReader {
  mutating func person(_ cursor: inout JSONCursor) throws(InterchangeError) -> GitHubPerson {
    var person = GitHubPerson()
    if try cursor.readNull() { return person }
    if cursor.byte == 0x22 {
      person.login = try cursor.string()
      return person
    }
    var numericID = ""
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "login": person.login = try cursor.optionalString() ?? ""
      case "name":
        person.name = try cursor.optionalString() ?? ""
        person.isWhole = false
      case "id":
        numericID = try cursor.textOrNumeral() ?? ""
        person.isWhole = false
      case "node_id":
        person.id = try cursor.optionalString() ?? ""
        person.isWhole = false
      case "html_url":
        person.url = try cursor.optionalString() ?? ""
        person.isWhole = false
      default:
        try cursor.skip()
        person.isWhole = false
      }
    }
    if person.id.isEmpty { person.id = numericID }
    meet(person, line: cursor.line)
    return person
  }

  mutating func people(
    _ cursor: inout JSONCursor
  ) throws(InterchangeError) -> (handles: [String], isWhole: Bool) {
    var handles: [String] = []
    var isWhole = true
    if try cursor.readNull() { return ([], true) }
    try cursor.openArray()
    while try cursor.nextElement() {
      let person = try person(&cursor)
      if let handle = person.handle { handles.append(handle) }
      isWhole = isWhole && person.isWhole
    }
    return (handles, isWhole)
  }

  func gitHubLabels(
    _ cursor: inout JSONCursor
  ) throws(InterchangeError) -> (labels: [IncomingLabel], isWhole: Bool) {
    var labels: [IncomingLabel] = []
    var isWhole = true
    if try cursor.readNull() { return ([], true) }
    try cursor.openArray()
    while try cursor.nextElement() {
      let read = try gitHubLabel(&cursor)
      if read.label.name.isEmpty { isWhole = false } else { labels.append(read.label) }
      isWhole = isWhole && read.isWhole
    }
    return (labels, isWhole)
  }

  func gitHubLabel(
    _ cursor: inout JSONCursor
  ) throws(InterchangeError) -> (label: IncomingLabel, isWhole: Bool) {
    var label = IncomingLabel()
    var isWhole = true
    if cursor.byte == 0x22 {
      label.name = try cursor.string()
      return (label, true)
    }
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "name": label.name = try cursor.optionalString() ?? ""
      case "color": label.color = try cursor.optionalString()
      case "description": label.description = try cursor.optionalString()
      default:
        try cursor.skip()
        isWhole = false
      }
    }
    return (label, isWhole)
  }

  /// Reads a milestone into an issue; false when it says more than a title and a date.
  func milestone(
    _ cursor: inout JSONCursor, _ issue: inout IncomingIssue
  ) throws(InterchangeError) -> Bool {
    if try cursor.readNull() { return true }
    if cursor.byte == 0x22 {
      issue.milestone = try cursor.string()
      return true
    }
    var isWhole = true
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "title": issue.milestone = try cursor.optionalString()
      case "dueOn", "due_on":
        // A time, of which we keep the date.
        issue.milestoneDue = try cursor.date()
        isWhole = false
      default:
        try cursor.skip()
        isWhole = false
      }
    }
    if issue.milestone?.isEmpty ?? false { issue.milestone = nil }
    return isWhole
  }

  func state(_ cursor: inout JSONCursor) throws(InterchangeError) -> GitHubItem.State? {
    if try cursor.readNull() { return nil }
    let start = cursor.at
    switch try cursor.word() {
    case "OPEN", "open": return .open
    case "CLOSED", "closed": return .closed
    case "MERGED", "merged": return .merged
    default:
      throw cursor.failure(
        "this is no state of GitHub's we know", advice: "write OPEN, CLOSED or MERGED", at: start)
    }
  }

  /// Whether the reason for closing is that nobody will do it.
  func reason(_ cursor: inout JSONCursor) throws(InterchangeError) -> Bool {
    if try cursor.readNull() { return false }
    switch try cursor.word() {
    case "NOT_PLANNED", "not_planned", "DUPLICATE", "duplicate": return true
    default: return false
    }
  }

  func flag(_ cursor: inout JSONCursor) throws(InterchangeError) -> Bool {
    if try cursor.readNull() { return false }
    return try cursor.bool()
  }
}
