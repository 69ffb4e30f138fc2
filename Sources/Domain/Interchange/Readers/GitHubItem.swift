/// An issue or pull being read from GitHub, before all that it says is weighed.
struct GitHubItem {
  static let system = "github"

  /// GitHub's words for whether an item is open.
  enum State {
    case open, closed, merged
  }

  var issue = IncomingIssue()
  var extra = ExtraMembers()
  var id = ""
  var url = ""
  var title: String?
  var state: State?
  /// Whether it was closed because nobody will do it.
  var reason = false
  var isPull: Bool
  var isDraft = false
  /// Nil when the source does not tell merged from closed.
  var isMerged: Bool?

  init(_ element: JSONElement, kind: IssueKind = .issue) {
    issue.line = element.line
    issue.fingerprint = element.fingerprint
    issue.told = []
    isPull = kind == .pull
  }

  /// The issue, once every member has been read.
  func issue(
    repository: String, _ cursor: JSONCursor
  ) throws(InterchangeError) -> IncomingIssue {
    var issue = issue
    guard let title else {
      throw cursor.failure(
        "the issue has no title", advice: "fetch it again with the field title",
        at: cursor.range.lowerBound, field: "title")
    }
    issue.title = title
    issue.kind = isPull || state == .merged || url.contains("/pull/") ? .pull : .issue
    issue.status = status(of: issue)
    if state != nil || issue.closed != nil { issue.told.insert(.status) }
    if issue.status.isOpen { issue.closedBy = nil }
    let known = id.isEmpty ? url : id
    let number = issue.number.map(String.init) ?? ""
    let foreignID = known.isEmpty ? "\(repository)#\(number)" : known
    issue.foreign = Foreign(
      system: Self.system, id: foreignID, url: url, extra: extra.object())
    issue.nameComments(after: "\(foreignID)/")
    return issue
  }

  /// Closed is done, unless nobody will do it or the pull was turned away; a draft is doing.
  private func status(of issue: IncomingIssue) -> Status {
    switch state {
    case .merged: .done
    case .open: issue.kind == .issue ? .todo : isDraft ? .doing : .review
    case .closed: (issue.kind == .issue ? reason : isMerged == false) ? .dropped : .done
    case nil: issue.closed == nil ? .triage : .done
    }
  }
}
