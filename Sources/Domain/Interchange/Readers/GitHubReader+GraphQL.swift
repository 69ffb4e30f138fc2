/// `gh`, and the items of an archive: GraphQL's names.
extension GitHubReader {
  mutating func graphQLItem(
    _ element: JSONElement, _ cursor: inout JSONCursor, kind: IssueKind = .issue
  ) throws(InterchangeError) -> IncomingIssue {
    var item = GitHubItem(element, kind: kind)
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      let start = cursor.memberStart
      var isWhole = true
      switch key {
      case "number": item.issue.number = try cursor.issueNumber()
      case "id": item.id = try cursor.textOrNumeral() ?? ""
      case "title": item.title = try cursor.optionalString()
      case "body":
        item.issue.body = try cursor.optionalString() ?? ""
        item.issue.told.insert(.body)
      case "url": item.url = try cursor.optionalString() ?? ""
      case "state": item.state = try state(&cursor)
      case "stateReason":
        (item.reason, isWhole) = (try reason(&cursor), false)
      case "author":
        let author = try person(&cursor)
        (item.issue.author, isWhole) = (author.handle, author.isWhole)
      case "assignees":
        (item.issue.assignees, isWhole) = try people(&cursor)
        item.issue.told.insert(.assignees)
      case "labels":
        (item.issue.labels, isWhole) = try gitHubLabels(&cursor)
        item.issue.told.insert(.labels)
      case "milestone":
        isWhole = try milestone(&cursor, &item.issue)
        item.issue.told.insert(.milestone)
      case "createdAt": item.issue.created = try cursor.instant()
      case "updatedAt": item.issue.updated = try cursor.instant()
      case "closedAt": item.issue.closed = try cursor.instant()
      case "mergedBy":
        (item.issue.closedBy, isWhole) = (try person(&cursor).handle, false)
        item.isPull = true
      case "isDraft":
        (item.isDraft, isWhole) = (try flag(&cursor), false)
        item.isPull = true
      case "mergedAt", "headRefName", "baseRefName", "headRefOid", "mergeCommit":
        try cursor.skip()
        (item.isPull, isWhole) = (true, false)
      case "comments":
        isWhole = try comments(&cursor, &item.issue)
      case "reviews":
        isWhole = try reviews(&cursor, &item.issue)
        item.isPull = true
      default:
        try cursor.skip()
        isWhole = false
      }
      if !isWhole { item.extra.keep(from: start, cursor) }
    }
    // GraphQL has a state of its own for merged, so what is merely closed was turned away.
    item.isMerged = false
    return try item.issue(repository: repository, cursor)
  }
}
