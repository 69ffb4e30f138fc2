extension NDJSONReader {
  func issue(
    _ element: JSONElement, _ cursor: inout JSONCursor
  ) throws(InterchangeError) -> IncomingIssue {
    var issue = IncomingIssue()
    var extra = ExtraMembers()
    var title: String?
    issue.line = element.line
    issue.fingerprint = element.fingerprint
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "type": try cursor.skip()
      case "id": issue.id = try cursor.id()
      case "key":
        let key = try cursor.issueKey()
        issue.prefix = key.prefix
        issue.number = key.number
      case "kind": issue.kind = try kind(&cursor)
      case "title": title = try cursor.optionalString()
      case "body": issue.body = try cursor.optionalString() ?? ""
      case "status": issue.status = try cursor.status()
      case "priority": issue.priority = try cursor.priority()
      case "author": issue.author = try cursor.optionalString()
      case "owner": issue.owner = try cursor.optionalString()
      case "assignees": issue.assignees = try cursor.texts()
      case "labels": issue.labels = try labels(&cursor)
      case "watchers": issue.watchers = try cursor.texts()
      case "service": issue.service = try cursor.optionalString()
      case "milestone": issue.milestone = try cursor.optionalString()
      case "due": issue.due = try cursor.date()
      case "demo": issue.demo = try cursor.optionalString()
      case "blocks": issue.blocks = try cursor.issueKeys()
      case "relates": issue.relates = try cursor.issueKeys()
      case "duplicates": issue.duplicates = try cursor.issueKeys()
      case "created": issue.created = try cursor.instant()
      case "updated": issue.updated = try cursor.instant()
      case "closed": issue.closed = try cursor.instant()
      case "closed_by": issue.closedBy = try cursor.optionalString()
      case "foreign": issue.foreign = try foreign(&cursor, &extra)
      case "comments": issue.comments = try comments(&cursor)
      default:
        let start = cursor.memberStart
        try cursor.skip()
        extra.keep(from: start, cursor)
      }
    }
    guard let title else {
      throw cursor.failure(
        "the issue has no title", advice: "add its title", at: cursor.range.lowerBound,
        field: "title")
    }
    issue.title = title
    if !extra.isEmpty {
      let id = issue.id?.description ?? issue.key?.description ?? ""
      keep(extra, in: &issue.foreign, id: id)
    }
    return issue
  }

  private func comments(
    _ cursor: inout JSONCursor
  ) throws(InterchangeError) -> [IncomingComment] {
    if try cursor.readNull() { return [] }
    var comments: [IncomingComment] = []
    try cursor.openArray()
    while try cursor.nextElement() { comments.append(try comment(&cursor)) }
    return comments
  }

  private func comment(_ cursor: inout JSONCursor) throws(InterchangeError) -> IncomingComment {
    var comment = IncomingComment()
    var extra = ExtraMembers()
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "id": comment.id = try cursor.id()
      case "kind": comment.kind = try commentKind(&cursor)
      case "author": comment.author = try cursor.optionalString()
      case "body": comment.body = try cursor.optionalString() ?? ""
      case "created": comment.created = try cursor.instant()
      case "updated": comment.updated = try cursor.instant()
      case "redacted": comment.redacted = try cursor.instant()
      case "foreign": comment.foreign = try foreign(&cursor, &extra)
      default:
        let start = cursor.memberStart
        try cursor.skip()
        extra.keep(from: start, cursor)
      }
    }
    if !extra.isEmpty {
      let id = comment.id?.description ?? ""
      keep(extra, in: &comment.foreign, id: id)
    }
    return comment
  }

  private func labels(_ cursor: inout JSONCursor) throws(InterchangeError) -> [IncomingLabel] {
    if try cursor.readNull() { return [] }
    var labels: [IncomingLabel] = []
    try cursor.openArray()
    while try cursor.nextElement() { labels.append(IncomingLabel(name: try cursor.string())) }
    return labels
  }

  private func kind(_ cursor: inout JSONCursor) throws(InterchangeError) -> IssueKind {
    let start = cursor.at
    switch try cursor.word() {
    case "issue": return .issue
    case "pull": return .pull
    default:
      throw cursor.failure(
        "this kind of issue is none we know", advice: "write issue or pull", at: start)
    }
  }

  private func commentKind(_ cursor: inout JSONCursor) throws(InterchangeError) -> CommentKind {
    let start = cursor.at
    if let kind = CommentKind(name: try cursor.string()) { return kind }
    let words = CommentKind.allCases.map(\.name).joined(separator: ", ")
    throw cursor.failure(
      "this kind of comment is none we know", advice: "write one of \(words)", at: start)
  }

  /// Where an entity lives elsewhere; members we do not know join those of the record.
  func foreign(
    _ cursor: inout JSONCursor, _ extra: inout ExtraMembers
  ) throws(InterchangeError) -> Foreign? {
    if try cursor.readNull() { return nil }
    var foreign = Foreign(system: "", id: "")
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "system": foreign.system = try cursor.string()
      case "id": foreign.id = try cursor.textOrNumeral() ?? ""
      case "url": foreign.url = try cursor.optionalString() ?? ""
      case "extra":
        guard cursor.byte == 0x7B else { throw cursor.wrongType("an object") }
        foreign.extra = try cursor.compactText()
      default:
        let start = cursor.memberStart
        try cursor.skip()
        extra.keep(from: start, cursor)
      }
    }
    return foreign
  }

  /// Puts members we do not know behind those of another system, or into a place of their own.
  func keep(_ extra: ExtraMembers, in foreign: inout Foreign?, id: String) {
    var place = foreign ?? Foreign(system: Foreign.own, id: id)
    place.extra = extra.object(after: place.extra)
    foreign = place
  }
}

extension JSONCursor {
  /// One value as it is written, without the space between its tokens.
  mutating func compactText() throws(InterchangeError) -> String {
    let raw = try raw()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    RawJSON.appendCompact(raw, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
