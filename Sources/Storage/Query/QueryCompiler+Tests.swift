internal import Domain
internal import GRDB

extension QueryCompiler {
  /// The condition on a row called `issue`: 1 or 0, never NULL.
  ///
  /// Negations go down to the terms ("not both" is "one not, or the other not"), which keeps the
  /// SQL of a deep query shallow.
  func test(_ expression: Query.Expression) -> SQLText { test(expression, holds: true) }

  private func test(_ expression: Query.Expression, holds: Bool) -> SQLText {
    switch expression {
    case .term(let term): return holds ? test(term) : "NOT \(test(term))"
    case .not(let inner): return test(inner, holds: !holds)
    case .all(let parts):
      let tests = parts.map { test($0, holds: holds) }
      return holds ? tests.conjoined : tests.disjoined
    case .any(let parts):
      let tests = parts.map { test($0, holds: holds) }
      return holds ? tests.disjoined : tests.conjoined
    }
  }

  private func test(_ term: Query.Term) -> SQLText {
    switch term {
    case .trait(let trait): return "(\(test(trait)))"
    case .kind(let kinds): return "(\(column("kind")) IN \(kinds.map(\.rawValue)))"
    case .status(let statuses): return "(\(column("status")) IN \(statuses.map(\.rawValue)))"
    case .priority(let comparisons):
      return comparisons.map { within($0.window, column("priority")) }.disjoined
    case .comments(let comparisons):
      return comparisons.map { within($0.window, column("comment_count")) }.disjoined
    case .key(let keys): return keys.map { isKey($0) }.disjoined
    case .person(let role, let people): return "(\(test(role, context.handles(of: people))))"
    case .name(let field, let names): return "(\(test(field, names)))"
    case .time(let field, let comparisons):
      return comparisons.map { comparison in
        let column = column("\(field.rawValue)_at")
        let window = within(comparison.instants(in: context), column)
        return field == .closed ? "(\(column) IS NOT NULL AND \(window))" : window
      }.disjoined
    case .due(let comparisons):
      return comparisons.map { comparison in
        let column = column("due")
        return "(\(column) IS NOT NULL AND \(withinDates(comparison.dates(in: context), column)))"
      }.disjoined
    case .has(let facet): return "(\(test(facet)))"
    case .lacks(let facet): return "NOT (\(test(facet)))"
    case .text(let text): return test(text)
    }
  }

  private func test(_ trait: Query.Trait) -> SQLText {
    switch trait {
    case .open: "\(column("is_open")) = 1"
    case .closed: "\(column("is_open")) = 0"
    case .all: "1"
    case .mine: isHeld(by: context.handles(of: [.me]))
    case .blocked:
      "\(column("is_open")) = 1 AND EXISTS (SELECT 1 FROM issue_link JOIN issue AS other "
        + "ON other.id = issue_link.issue_id WHERE issue_link.other_id = issue.id "
        + "AND issue_link.kind = 0 AND other.is_live = 1 AND other.is_open = 1)"
    case .blocking:
      "\(column("is_open")) = 1 AND EXISTS (SELECT 1 FROM issue_link JOIN issue AS other "
        + "ON other.id = issue_link.other_id WHERE issue_link.issue_id = issue.id "
        + "AND issue_link.kind = 0 AND other.is_live = 1 AND other.is_open = 1)"
    case .overdue:
      "\(column("is_open")) = 1 AND \(column("due")) IS NOT NULL "
        + "AND \(column("due")) < \(context.today.description)"
    case .assigned: "issue.owner_id IS NOT NULL OR \(exists("issue_assignee"))"
    case .unassigned: "issue.owner_id IS NULL AND NOT \(exists("issue_assignee"))"
    case .unowned: "issue.owner_id IS NULL"
    }
  }

  private func test(_ role: Query.Role, _ handles: [String]) -> SQLText {
    switch role {
    case .owner: return isPerson("owner_id", handles)
    case .author: return isPerson("author_id", handles)
    case .assignee: return exists("issue_assignee", "person_id IN \(people(handles))")
    case .watcher: return exists("issue_watcher", "person_id IN \(people(handles))")
    case .mentions: return exists("issue_mention", "handle IN \(handles)")
    case .commenter:
      return exists("comment", "trashed_at IS NULL AND author_id IN \(people(handles))")
    case .involves:
      let roles: [Query.Role] = [.owner, .assignee, .author, .mentions, .commenter]
      return roles.map { role in "(\(test(role, handles)))" }.disjoined
    }
  }

  private func test(_ field: Query.NamedField, _ names: [String]) -> SQLText {
    switch field {
    case .label: exists("issue_label", "label_id IN \(labels(names))")
    case .milestone:
      "issue.milestone_id IS NOT NULL AND +issue.milestone_id IN \(milestones(names))"
    case .service: "issue.service_id IS NOT NULL AND +issue.service_id IN \(services(names))"
    case .project: "\(project) IN \(projects(names))"
    case .team:
      [
        "(issue.owner_id IS NOT NULL AND +issue.owner_id IN \(members(names)))",
        exists("issue_assignee", "person_id IN \(members(names))"),
        "(issue.service_id IS NOT NULL AND +issue.service_id IN \(services(ofTeams: names)))",
      ].disjoined
    }
  }

  private func test(_ facet: Query.Facet) -> SQLText {
    switch facet {
    case .owner: "issue.owner_id IS NOT NULL"
    case .assignee: exists("issue_assignee")
    case .author: "issue.author_id IS NOT NULL"
    case .watcher: exists("issue_watcher")
    case .label:
      exists("issue_label", "label_id IN (SELECT id FROM label WHERE trashed_at IS NULL)")
    case .milestone:
      "issue.milestone_id IS NOT NULL AND +issue.milestone_id NOT IN "
        + "(SELECT id FROM milestone WHERE trashed_at IS NOT NULL)"
    case .service:
      "issue.service_id IS NOT NULL AND +issue.service_id NOT IN "
        + "(SELECT id FROM service WHERE trashed_at IS NOT NULL)"
    case .due: "\(column("due")) IS NOT NULL"
    case .demo: "issue.demo IS NOT NULL"
    case .priority: "\(column("priority")) < \(Priority.none.rawValue)"
    case .comments: "+issue.comment_count > 0"
    case .links:
      "EXISTS (SELECT 1 FROM issue_link JOIN issue AS other ON other.id = issue_link.other_id "
        + "WHERE issue_link.issue_id = issue.id AND other.is_live = 1) "
        + "OR EXISTS (SELECT 1 FROM issue_link JOIN issue AS other "
        + "ON other.id = issue_link.issue_id WHERE issue_link.other_id = issue.id "
        + "AND issue_link.kind = 0 AND other.is_live = 1) "
        + "OR \(exists("pending_link"))"
    case .body: "issue.body <> ''"
    case .foreign: exists("issue_foreign")
    }
  }

  private func test(_ text: Query.Text) -> SQLText {
    let words = WordMatch(text).test
    guard let key = text.key else { return words }
    return [words, isKey(key)].disjoined
  }

  private func isHeld(by handles: [String]) -> SQLText {
    "(\(isPerson("owner_id", handles))) OR "
      + exists("issue_assignee", "person_id IN \(people(handles))")
  }

  private func isPerson(_ name: String, _ handles: [String]) -> SQLText {
    "issue.\(sql: name) IS NOT NULL AND +issue.\(sql: name) IN \(people(handles))"
  }

  private func isKey(_ key: IssueKey) -> SQLText {
    "(+issue.number = \(key.number) AND +issue.project_id IN \(projects([key.prefix])))"
  }

  private func exists(_ table: String, _ condition: SQLText = "1") -> SQLText {
    "EXISTS (SELECT 1 FROM \(sql: table) WHERE issue_id = issue.id AND \(condition))"
  }
}
