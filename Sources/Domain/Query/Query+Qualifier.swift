extension Query {
  /// The words that stand before a colon; nothing else does.
  public enum Qualifier: String, QueryWord {
    case `is`, owner, assignee, author, team, label, status, priority, milestone, service, project
    case kind, key, no, has, due, updated, created, closed, comments, mentions, involves
    case commenter, watcher, `in`, sort

    /// A qualifier by its name or another tracker's name for it.
    init?(name: some StringProtocol) {
      let name = name.lowercased()
      guard let qualifier = Qualifier(rawValue: name) ?? Qualifier.synonyms[name] else {
        return nil
      }
      self = qualifier
    }

    static let synonyms: [String: Qualifier] = [
      "state": .is, "type": .kind, "assigned": .assignee, "labels": .label, "text": .in,
    ]

    /// One line for the completion list.
    public var help: String {
      switch self {
      case .is: "open, closed, mine, blocked, overdue…"
      case .owner: "the one accountable person"
      case .assignee: "somebody who helps"
      case .author: "who opened it"
      case .team: "owned by, assigned to or a service of a team"
      case .label: "one of these labels"
      case .status: "one of these states"
      case .priority: "0 urgent to 4 none: high, <=1, 0..2"
      case .milestone: "one of these milestones"
      case .service: "the service it concerns"
      case .project: "by key prefix"
      case .kind: "issue or pull"
      case .key: "one issue by its key"
      case .no: "what it lacks"
      case .has: "what it has"
      case .due: "a date, today, overdue, <1w ahead"
      case .updated: "<2d within two days, >2w longer ago, >2026-01-31"
      case .created: "<2d within two days, >2w longer ago, 2026-01"
      case .closed: "<2d within two days, >2w longer ago, 2026"
      case .comments: "how many: 0, >5, 2..9"
      case .mentions: "names somebody with @"
      case .involves: "anything to do with somebody"
      case .commenter: "somebody commented"
      case .watcher: "somebody follows it"
      case .in: "where words are looked for"
      case .sort: "the order"
      }
    }

    /// The words it takes, when those are a closed list.
    var words: [(name: String, help: String)] {
      switch self {
      case .is: list(Trait.self) + [("issue", "an issue"), ("pull", "a pull request")]
      case .status: Status.allCases.map { ($0.name, $0.isOpen ? "open" : "closed") }
      case .priority: Priority.allCases.map { ($0.name, "priority \($0.rawValue)") }
      case .kind: IssueKind.allCases.map { ($0.name, "") }
      case .no: Facet.allCases.map { ($0.rawValue, "lacks \($0.help)") }
      case .has: Facet.allCases.map { ($0.rawValue, "has \($0.help)") }
      case .in: list(TextColumn.self)
      case .sort: list(SortKey.self)
      case .due:
        [("today", "today"), ("tomorrow", "tomorrow"), ("overdue", "open and past due")]
      case .updated, .created, .closed: [("today", "today"), ("yesterday", "yesterday")]
      default: []
      }
    }

    private func list<Word: QueryWord>(_ words: Word.Type) -> [(name: String, help: String)] {
      words.allCases.map { ($0.rawValue, $0.help) }
    }
  }
}
