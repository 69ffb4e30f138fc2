/// Projects and what belongs to one.
extension NDJSONReader {
  func project(
    _ cursor: inout JSONCursor, _ warnings: inout InterchangeWarnings
  ) throws(InterchangeError) -> IncomingProject {
    var project = IncomingProject()
    var prefix: String?
    project.line = cursor.line
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "type": try cursor.skip()
      case "id": project.id = try cursor.id()
      case "prefix": prefix = try self.prefix(&cursor)
      case "name": project.name = try cursor.optionalString() ?? ""
      case "team": project.team = try cursor.optionalString()
      case "next": project.next = try cursor.nextNumber()
      case "created": project.created = try cursor.instant()
      default: try leaveOut(&cursor, &warnings)
      }
    }
    project.prefix = try needed(prefix, "prefix", "project", cursor)
    return project
  }

  func label(
    _ cursor: inout JSONCursor, _ warnings: inout InterchangeWarnings
  ) throws(InterchangeError) -> IncomingLabel {
    var label = IncomingLabel()
    var name: String?
    label.line = cursor.line
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "type": try cursor.skip()
      case "id": label.id = try cursor.id()
      case "project": label.project = try prefix(&cursor)
      case "name": name = try cursor.optionalString()
      case "color": label.color = try cursor.optionalString()
      case "description": label.description = try cursor.optionalString()
      case "created": label.created = try cursor.instant()
      default: try leaveOut(&cursor, &warnings)
      }
    }
    label.name = try needed(name, "name", "label", cursor)
    return label
  }

  func milestone(
    _ cursor: inout JSONCursor, _ warnings: inout InterchangeWarnings
  ) throws(InterchangeError) -> IncomingMilestone {
    var milestone = IncomingMilestone()
    var title: String?
    milestone.line = cursor.line
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "type": try cursor.skip()
      case "id": milestone.id = try cursor.id()
      case "project": milestone.project = try prefix(&cursor)
      case "title": title = try cursor.optionalString()
      case "due": milestone.due = try cursor.date()
      case "created": milestone.created = try cursor.instant()
      default: try leaveOut(&cursor, &warnings)
      }
    }
    milestone.title = try needed(title, "title", "milestone", cursor)
    return milestone
  }

  private func prefix(_ cursor: inout JSONCursor) throws(InterchangeError) -> String? {
    let start = cursor.at
    guard let text = try cursor.optionalString() else { return nil }
    guard IssueKey.isPrefix(text) else {
      throw cursor.failure(
        "this is no project's prefix",
        advice: "write a letter and up to 11 letters, digits or _", at: start)
    }
    return text.uppercased()
  }
}
