extension Query {
  /// Whether an issue is one of those the query asks for: what a query means, said once and
  /// without a store.
  ///
  /// It is the reference: the store compiles queries to SQL, and tests hold the two against each
  /// other. No list is filtered by it.
  ///
  /// `comments` are those of the issue that were not trashed. The issue itself must not be in the
  /// trash: such issues match no query, and only the store can see that.
  public func matches(_ issue: Issue, comments: [Comment], in context: Context) -> Bool {
    guard let expression else { return true }
    var candidate = Candidate(issue: issue, comments: comments, context: context)
    return candidate.satisfies(expression)
  }
}

/// One issue with everything a condition may look at.
private struct Candidate {
  let issue: Issue
  let comments: [Comment]
  let context: Query.Context
  private(set) lazy var words = FoldedIssue(issue, comments: comments)

  init(issue: Issue, comments: [Comment], context: Query.Context) {
    self.issue = issue
    self.comments = comments
    self.context = context
  }

  mutating func satisfies(_ expression: Query.Expression) -> Bool {
    switch expression {
    case .term(let term): return satisfies(term)
    case .not(let inner): return !satisfies(inner)
    case .all(let parts):
      for part in parts where !satisfies(part) { return false }
      return true
    case .any(let parts):
      for part in parts where satisfies(part) { return true }
      return false
    }
  }

  private mutating func satisfies(_ term: Query.Term) -> Bool {
    switch term {
    case .trait(let trait): return has(trait)
    case .kind(let kinds): return kinds.contains(issue.kind)
    case .status(let statuses): return statuses.contains(issue.status)
    case .priority(let comparisons):
      return comparisons.contains { $0.window.contains(Int64(issue.priority.rawValue)) }
    case .comments(let comparisons):
      return comparisons.contains { $0.window.contains(Int64(issue.commentCount)) }
    case .key(let keys): return keys.contains(issue.key)
    case .person(let role, let people):
      let wanted = Handles(context.handles(of: people))
      return has(wanted, as: role)
    case .name(let field, let names): return has(names, in: field)
    case .time(let field, let comparisons):
      guard let instant = instant(field) else { return false }
      return comparisons.contains { $0.instants(in: context).contains(instant.milliseconds) }
    case .due(let comparisons):
      guard let due = issue.due else { return false }
      return comparisons.contains {
        $0.dates(in: context).contains(Int64(due.daysSinceEpoch))
      }
    case .has(let facet): return has(facet)
    case .lacks(let facet): return !has(facet)
    case .text(let text):
      return words.contains(text) || text.key == issue.key
    }
  }

  private func has(_ trait: Query.Trait) -> Bool {
    switch trait {
    case .open: issue.status.isOpen
    case .closed: !issue.status.isOpen
    case .all: true
    case .mine:
      isHeld(by: Handles(context.handles(of: [.me])))
    case .blocked: issue.status.isOpen && !context.openKeys.isDisjoint(with: issue.blockedBy)
    case .blocking: issue.status.isOpen && !context.openKeys.isDisjoint(with: issue.blocks)
    case .overdue: issue.status.isOpen && issue.due.map { $0 < context.today } ?? false
    case .assigned: issue.owner != nil || !issue.assignees.isEmpty
    case .unassigned: issue.owner == nil && issue.assignees.isEmpty
    case .unowned: issue.owner == nil
    }
  }

  private func isHeld(by people: Handles) -> Bool {
    people.contains(issue.owner) || issue.assignees.contains(where: people.contains)
  }

  private func has(_ people: Handles, as role: Query.Role) -> Bool {
    switch role {
    case .owner: people.contains(issue.owner)
    case .assignee: issue.assignees.contains(where: people.contains)
    case .author: people.contains(issue.author)
    case .watcher: issue.watchers.contains(where: people.contains)
    case .mentions:
      Mentions.handles(in: issue, comments: comments).contains(where: people.contains)
    case .commenter: comments.contains { people.contains($0.author) }
    case .involves:
      isHeld(by: people)
        || [.author, .mentions, .commenter].contains { has(people, as: $0) }
    }
  }

  private func has(_ names: [String], in field: Query.NamedField) -> Bool {
    let wanted = Handles(names)
    switch field {
    case .label: return issue.labels.contains { wanted.contains($0.name) }
    case .milestone: return wanted.contains(issue.milestone)
    case .service: return wanted.contains(issue.service)
    case .project: return wanted.contains(issue.key.prefix)
    case .team:
      return names.contains { name in
        guard let team = context.teams[name.nocase] else { return false }
        return isHeld(by: Handles(team.members)) || Handles(team.services).contains(issue.service)
      }
    }
  }

  private func instant(_ field: Query.TimeField) -> Instant? {
    switch field {
    case .updated: issue.updatedAt
    case .created: issue.createdAt
    case .closed: issue.closedAt
    }
  }

  private func has(_ facet: Query.Facet) -> Bool {
    switch facet {
    case .owner: issue.owner != nil
    case .assignee: !issue.assignees.isEmpty
    case .author: issue.author != nil
    case .watcher: !issue.watchers.isEmpty
    case .label: !issue.labels.isEmpty
    case .milestone: issue.milestone != nil
    case .service: issue.service != nil
    case .due: issue.due != nil
    case .demo: issue.demo != nil
    case .priority: issue.priority != .none
    case .comments: issue.commentCount > 0
    case .links:
      !(issue.blocks.isEmpty && issue.blockedBy.isEmpty && issue.relates.isEmpty
        && issue.duplicates.isEmpty)
    case .body: !issue.body.isEmpty
    case .foreign: issue.foreign != nil
    }
  }
}

/// The texts of an issue as the search sees them.
private struct FoldedIssue {
  let title: FoldedText
  let body: FoldedText
  /// The comments as one text, as in the index: a phrase may begin in one and end in the next.
  let comments: FoldedText

  init(_ issue: Issue, comments all: [Comment]) {
    title = FoldedText(issue.title)
    body = FoldedText(issue.body)
    var comments = FoldedText("")
    for comment in all where comment.redactedAt == nil { comments.append(comment.body) }
    self.comments = comments
  }

  func contains(_ text: Query.Text) -> Bool {
    let phrase = FoldedText(text.text)
    return Query.TextColumn.allCases.contains { column in
      guard text.columns.isEmpty || text.columns.contains(column) else { return false }
      return self[column].contains(phrase, asPrefix: text.isPrefix)
    }
  }

  private subscript(column: Query.TextColumn) -> FoldedText {
    switch column {
    case .title: title
    case .body: body
    case .comments: comments
    }
  }
}

/// Names that are compared without regard to the case of A to Z, as the store's `NOCASE` does.
private struct Handles {
  private let names: [String]

  init(_ names: [String]) {
    self.names = names.map(\.nocase)
  }

  func contains(_ name: String?) -> Bool {
    guard let name else { return false }
    return names.contains { $0.utf8.count == name.utf8.count && asciiOrder($0, name) == 0 }
  }
}
