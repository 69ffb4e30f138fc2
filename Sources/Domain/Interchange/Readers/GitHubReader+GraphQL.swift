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
      case "id": item.id = try cursor.textOrNumeral() ?? ""
      case "url": item.url = try cursor.optionalString() ?? ""
      case "stateReason":
        (item.reason, isWhole) = (try reason(&cursor), false)
      case "author":
        let author = try person(&cursor)
        (item.issue.author, isWhole) = (author.handle, author.isWhole)
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
      default: isWhole = try sharedField(key, &cursor, &item)
      }
      if !isWhole { item.extra.keep(from: start, cursor) }
    }
    // GraphQL has a state of its own for merged, so what is merely closed was turned away.
    item.isMerged = false
    return try item.issue(repository: repository, cursor)
  }
}
