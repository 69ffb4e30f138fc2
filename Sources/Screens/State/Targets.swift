import Domain

/// The issues that a verb is to act on.
enum Targets: Sendable, Equatable {
  case one(IssueKey, EntityID)
  case marked([EntityID])
  /// Everything a query matches, seen or not.
  case all(Query, CappedCount?)

  /// The issues in words: `API-42`, `3 issues`.
  var words: String {
    switch self {
    case .one(let key, _): key.description
    case .marked(let ids): ids.count == 1 ? "1 issue" : "\(ids.count.grouped) issues"
    case .all(_, let count): count.map { "all \($0) issues" } ?? "all that match"
    }
  }

  /// What unsent text for them is kept under.
  var commentSubject: DraftSubject {
    if case .one(_, let id) = self { .comment(id) } else { .commentOnMany }
  }

  /// The effect of a verb on them.
  func perform(_ verb: IssueVerb) -> Effect {
    switch self {
    case .one(_, let id): .perform(verb, on: [id])
    case .marked(let ids): .perform(verb, on: ids)
    case .all(let query, _): .performOnQuery(verb, query)
    }
  }
}

extension AppState {
  /// What verbs act on here: the issue on the screen, else the marked ones, else the cursor's.
  var targets: Targets? {
    if let detail { return .one(detail.key, detail.id) }
    if list.hasAllMarked, let query = list.query { return .all(query, list.count) }
    if !list.marks.isEmpty { return .marked(list.marks.sorted()) }
    return list.selected.map { .one($0.key, $0.id) }
  }

  /// The issue the keys act on, as far as its row or its full text is here.
  var subject: IssueSummary? {
    guard let detail else { return list.selected }
    return list.rows.first { $0.issue.id == detail.id }?.issue
      ?? detail.reader.detail.map { IssueSummary(row: $0.issue) }
  }

  /// The targets that are known here, for showing what they have already.
  var knownTargets: [IssueSummary] {
    guard case .marked(let ids) = targets else { return subject.map { [$0] } ?? [] }
    let wanted = Set(ids)
    return list.rows.map(\.issue).filter { wanted.contains($0.id) }
  }
}

extension IssueSummary {
  /// The row an issue would have; its cursor leads nowhere.
  init(row issue: Issue) {
    self.init(
      id: issue.id, key: issue.key, kind: issue.kind, title: issue.title, status: issue.status,
      priority: issue.priority, author: issue.author, owner: issue.owner,
      assignees: issue.assignees, labels: issue.labels, service: issue.service,
      milestone: issue.milestone, due: issue.due, createdAt: issue.createdAt,
      updatedAt: issue.updatedAt, closedAt: issue.closedAt, commentCount: issue.commentCount,
      cursor: IssueCursor(values: [], row: Int64(truncatingIfNeeded: issue.id.low)))
  }
}
