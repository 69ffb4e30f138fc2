/// Comments, reviews and the comments of reviews.
extension GitHubReader {
  /// Reads the comments of an item; false when they are only counted.
  mutating func comments(
    _ cursor: inout JSONCursor, _ issue: inout IncomingIssue
  ) throws(InterchangeError) -> Bool {
    if try cursor.readNull() { return true }
    guard cursor.byte == 0x5B else {
      try cursor.skip()
      return false
    }
    try cursor.openArray()
    while try cursor.nextElement() {
      try comment(.comment, &cursor, &issue)
    }
    return true
  }

  /// Reads the reviews of a pull, each followed by its own comments.
  ///
  /// One without a word is kept as well: it carries a verdict.
  mutating func reviews(
    _ cursor: inout JSONCursor, _ issue: inout IncomingIssue
  ) throws(InterchangeError) -> Bool {
    if try cursor.readNull() { return true }
    try cursor.openArray()
    while try cursor.nextElement() {
      try comment(.reviewed, &cursor, &issue)
    }
    return true
  }

  /// Appends a comment, and behind it the comments it holds when it is a review.
  private mutating func comment(
    _ kind: CommentKind, _ cursor: inout JSONCursor, _ issue: inout IncomingIssue
  ) throws(InterchangeError) {
    var comment = IncomingComment()
    var foreign = Foreign(system: GitHubItem.system, id: "")
    var extra = ExtraMembers()
    let place = issue.comments.count
    comment.kind = kind
    issue.comments.append(comment)
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      let start = cursor.memberStart
      var isWhole = true
      switch key {
      case "id": foreign.id = try cursor.textOrNumeral() ?? ""
      case "author":
        let author = try person(&cursor)
        (comment.author, isWhole) = (author.handle, author.isWhole)
      case "body": comment.body = try cursor.optionalString() ?? ""
      case "createdAt", "submittedAt":
        comment.created = try cursor.instant() ?? comment.created
      case "updatedAt": comment.updated = try cursor.instant()
      case "url": foreign.url = try cursor.optionalString() ?? ""
      case "state" where kind == .reviewed:
        (comment.kind, isWhole) = try verdict(&cursor)
      case "comments" where kind == .reviewed && cursor.byte == 0x5B:
        try cursor.openArray()
        while try cursor.nextElement() { try self.comment(.reviewComment, &cursor, &issue) }
      default:
        try cursor.skip()
        isWhole = false
      }
      if !isWhole { extra.keep(from: start, cursor) }
    }
    foreign.extra = extra.object()
    comment.foreign = foreign
    issue.comments[place] = comment
    // GitHub's archives name the author of a review once, for all its comments.
    for index in issue.comments.indices.dropFirst(place + 1)
    where issue.comments[index].author == nil {
      issue.comments[index].author = comment.author
    }
  }

  /// A review's verdict; a state that is none of them (`PENDING`) is kept beside it.
  private func verdict(
    _ cursor: inout JSONCursor
  ) throws(InterchangeError) -> (kind: CommentKind, isWhole: Bool) {
    switch try cursor.word() {
    case "APPROVED": (.approved, true)
    case "CHANGES_REQUESTED": (.changesRequested, true)
    case "DISMISSED": (.dismissed, true)
    case "COMMENTED": (.reviewed, true)
    default: (.reviewed, false)
    }
  }
}
