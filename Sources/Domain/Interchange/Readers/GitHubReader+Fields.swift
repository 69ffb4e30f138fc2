/// The members that items have under the same name at every door.
extension GitHubReader {
  /// Reads such a member, or over any other; whether we model the whole of it.
  mutating func sharedField(
    _ key: JSONKey, _ cursor: inout JSONCursor, _ item: inout GitHubItem
  ) throws(InterchangeError) -> Bool {
    var isWhole = true
    switch key {
    case "number": item.issue.number = try cursor.issueNumber()
    case "title": item.title = try cursor.optionalString()
    case "body":
      item.issue.body = try cursor.optionalString() ?? ""
      item.issue.told.insert(.body)
    case "state": item.state = try state(&cursor)
    case "assignees":
      (item.issue.assignees, isWhole) = try people(&cursor)
      item.issue.told.insert(.assignees)
    case "labels":
      (item.issue.labels, isWhole) = try gitHubLabels(&cursor)
      item.issue.told.insert(.labels)
    case "milestone":
      isWhole = try milestone(&cursor, &item.issue)
      item.issue.told.insert(.milestone)
    default:
      try cursor.skip()
      isWhole = false
    }
    return isWhole
  }
}
