/// A word of the query language that people choose from a list.
public protocol QueryWord: CaseIterable, RawRepresentable, Sendable where RawValue == String {
  /// One line for the completion list.
  var help: String { get }
}

extension Query {
  /// What an issue is, as `is:` asks.
  public enum Trait: String, QueryWord {
    case open, closed, all, mine, blocked, blocking, overdue, assigned, unassigned, unowned

    /// One line for the completion list.
    public var help: String {
      switch self {
      case .open: "work is still expected"
      case .closed: "done or dropped"
      case .all: "every state"
      case .mine: "you own it or are assigned"
      case .blocked: "open, and an open issue blocks it"
      case .blocking: "open, and it blocks an open issue"
      case .overdue: "open, and its due date has passed"
      case .assigned: "somebody owns it or is assigned"
      case .unassigned: "nobody owns it or is assigned"
      case .unowned: "nobody owns it"
      }
    }
  }

  /// What people are to an issue.
  public enum Role: String, Sendable, CaseIterable {
    case owner, assignee, author, watcher, mentions, involves, commenter
  }

  /// What an issue has by name.
  public enum NamedField: String, Sendable, CaseIterable {
    case team, label, milestone, service, project
  }

  /// When things happened to an issue.
  public enum TimeField: String, Sendable, CaseIterable {
    case updated, created, closed
  }

  /// Where words are looked for.
  public enum TextColumn: String, QueryWord, Comparable {
    case title, body, comments

    /// In the order of the index of words.
    public static func < (a: TextColumn, b: TextColumn) -> Bool {
      allCases.firstIndex(of: a) ?? 0 < allCases.firstIndex(of: b) ?? 0
    }

    /// One line for the completion list.
    public var help: String { "words are looked for in the \(rawValue)" }
  }

  /// What an issue can have or lack.
  public enum Facet: String, QueryWord {
    case owner, assignee, author, watcher, label, milestone, service, due, demo, priority
    case comments, links, body, foreign

    /// One line for the completion list.
    public var help: String {
      switch self {
      case .owner: "one accountable person"
      case .assignee: "somebody who helps"
      case .author: "a known author"
      case .watcher: "somebody who follows it"
      case .label: "a label"
      case .milestone: "a milestone"
      case .service: "a service it concerns"
      case .due: "a due date"
      case .demo: "a demo link"
      case .priority: "a priority"
      case .comments: "comments"
      case .links: "links to other issues"
      case .body: "a body"
      case .foreign: "a home in another system"
      }
    }
  }
}

extension QueryWord {
  /// The word's case by its name, whatever the case of its letters.
  init?(word: String) {
    self.init(rawValue: word.lowercased())
  }
}
