/// `github-rest`: issues, and pull requests among them, as the REST API lists them.
extension GitHubReader {
  mutating func restItem(
    _ element: JSONElement, _ cursor: inout JSONCursor
  ) throws(InterchangeError) -> IncomingIssue {
    var item = GitHubItem(element)
    var numericID = ""
    var nodeID = ""
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      let start = cursor.memberStart
      var isWhole = true
      switch key {
      case "id": (numericID, isWhole) = (try cursor.textOrNumeral() ?? "", false)
      case "node_id": nodeID = try cursor.optionalString() ?? ""
      case "html_url": item.url = try cursor.optionalString() ?? ""
      case "state_reason":
        (item.reason, isWhole) = (try reason(&cursor), false)
      case "user":
        let author = try person(&cursor)
        (item.issue.author, isWhole) = (author.handle, author.isWhole)
      case "created_at": item.issue.created = try cursor.instant()
      case "updated_at": item.issue.updated = try cursor.instant()
      case "closed_at": item.issue.closed = try cursor.instant()
      case "closed_by":
        let closer = try person(&cursor)
        (item.issue.closedBy, isWhole) = (closer.handle, closer.isWhole)
      case "pull_request":
        if try !cursor.readNull() { try pullRequest(&cursor, &item) }
        isWhole = false
      case "merged_at":
        (item.isMerged, isWhole) = (try cursor.instant() != nil, false)
        item.isPull = true
      case "draft":
        (item.isDraft, isWhole) = (try flag(&cursor), false)
      default: isWhole = try sharedField(key, &cursor, &item)
      }
      if !isWhole { item.extra.keep(from: start, cursor) }
    }
    item.id = nodeID.isEmpty ? numericID : nodeID
    return try item.issue(repository: repository, cursor)
  }

  /// Whether a listed pull was merged; lists of before 2020 do not say.
  private func pullRequest(
    _ cursor: inout JSONCursor, _ item: inout GitHubItem
  ) throws(InterchangeError) {
    item.isPull = true
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      if "merged_at" ~= key {
        item.isMerged = try cursor.instant() != nil
      } else {
        try cursor.skip()
      }
    }
  }
}
