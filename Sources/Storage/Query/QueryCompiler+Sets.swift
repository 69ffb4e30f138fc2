internal import Domain
internal import GRDB

extension QueryCompiler {
  /// The ids of at least all issues for which a condition holds, as one column `id`; nil when no
  /// index has them together.
  func ids(_ expression: Query.Expression) -> SQLText? {
    // SQLite joins 500 selections at most; nobody asks for so many, and a walk answers them.
    guard let sets = sets(expression), sets.count <= 200 else { return nil }
    return sets.joined(separator: " UNION ALL ")
  }

  /// Whether the ids are those of the issues for which it holds, and no others.
  func isExact(_ expression: Query.Expression) -> Bool {
    switch expression {
    case .term(.trait(.blocked)), .term(.trait(.blocking)): false
    case .term(.person(.commenter, _)), .term(.person(.involves, _)): false
    case .term: true
    case .any(let parts): parts.allSatisfy(isExact)
    case .all, .not: false
    }
  }

  private func sets(_ expression: Query.Expression) -> [SQLText]? {
    switch expression {
    case .term(let term): return sets(term)
    case .not: return nil
    case .all(let parts):
      for part in parts { if let sets = sets(part) { return sets } }
      return nil
    case .any(let parts):
      let sets = parts.compactMap(sets)
      return sets.count == parts.count ? sets.flatMap(\.self) : nil
    }
  }

  private func sets(_ term: Query.Term) -> [SQLText]? {
    switch term {
    case .trait(let trait): return sets(trait)
    case .kind, .comments, .has, .lacks: return nil
    case .status(let statuses):
      return ["SELECT id FROM issue WHERE is_live = 1 AND status IN \(statuses.map(\.rawValue))"]
    case .priority(let comparisons):
      return comparisons.map {
        "SELECT id FROM issue WHERE is_live = 1 AND \(openness) AND \(within($0.window, "priority"))"
      }
    case .key(let keys): return keys.map(ids)
    case .person(let role, let people): return sets(role, context.handles(of: people))
    case .name(let field, let names): return sets(field, names)
    case .time(let field, let comparisons):
      let column = SQLText(sql: "\(field.rawValue)_at")
      return comparisons.map {
        "SELECT id FROM issue WHERE is_live = 1 AND \(column) IS NOT NULL "
          + "AND \(within($0.instants(in: context), column))"
      }
    case .due(let comparisons):
      return comparisons.map {
        "SELECT id FROM issue WHERE is_live = 1 AND \(openness) AND due IS NOT NULL "
          + "AND \(withinDates($0.dates(in: context), "due"))"
      }
    case .text(let text):
      let words = WordMatch(text).ids
      return [words] + (text.key.map { [ids($0)] } ?? [])
    }
  }

  private func sets(_ trait: Query.Trait) -> [SQLText]? {
    switch trait {
    case .open, .closed, .all, .assigned, .unassigned, .unowned: nil
    case .mine: [Query.Role.owner, .assignee].flatMap { sets($0, context.handles(of: [.me])) }
    case .blocked: ["SELECT other_id AS id FROM issue_link WHERE kind = 0"]
    case .blocking: ["SELECT issue_id AS id FROM issue_link WHERE kind = 0"]
    case .overdue:
      [
        "SELECT id FROM issue WHERE is_live = 1 AND is_open = 1 AND due IS NOT NULL "
          + "AND due < \(context.today.description)"
      ]
    }
  }

  private func sets(_ role: Query.Role, _ handles: [String]) -> [SQLText] {
    switch role {
    case .owner:
      return ["SELECT id FROM issue WHERE owner_id IN \(people(handles))\(andOpen)"]
    case .author:
      return ["SELECT id FROM issue WHERE author_id IN \(people(handles))"]
    case .assignee:
      return ["SELECT issue_id AS id FROM issue_assignee WHERE person_id IN \(people(handles))"]
    case .watcher:
      return ["SELECT issue_id AS id FROM issue_watcher WHERE person_id IN \(people(handles))"]
    case .mentions:
      return ["SELECT issue_id AS id FROM issue_mention WHERE handle IN \(handles)"]
    case .commenter:
      return ["SELECT issue_id AS id FROM comment WHERE author_id IN \(people(handles))"]
    case .involves:
      let roles: [Query.Role] = [.owner, .assignee, .author, .mentions, .commenter]
      return roles.flatMap { sets($0, handles) }
    }
  }

  private func sets(_ field: Query.NamedField, _ names: [String]) -> [SQLText] {
    switch field {
    case .label:
      ["SELECT issue_id AS id FROM issue_label WHERE label_id IN \(labels(names))"]
    case .milestone: ["SELECT id FROM issue WHERE milestone_id IN \(milestones(names))"]
    case .service: ["SELECT id FROM issue WHERE service_id IN \(services(names))\(andOpen)"]
    case .project: ["SELECT id FROM issue WHERE project_id IN \(projects(names))"]
    case .team:
      [
        "SELECT id FROM issue WHERE owner_id IN \(members(names))\(andOpen)",
        "SELECT issue_id AS id FROM issue_assignee WHERE person_id IN \(members(names))",
        "SELECT id FROM issue WHERE service_id IN \(services(ofTeams: names))\(andOpen)",
      ]
    }
  }

  private func ids(_ key: IssueKey) -> SQLText {
    "SELECT id FROM issue WHERE project_id IN \(projects([key.prefix])) AND number = \(key.number)"
  }
}
