extension Query {
  /// An order that was asked for with `sort:`.
  public struct Sort: Sendable, Equatable {
    /// What is compared.
    public var key: SortKey
    /// Whether the greatest stands first.
    public var isDescending: Bool

    /// A key in its usual direction, or the given one.
    public init(_ key: SortKey, descending: Bool? = nil) {
      self.key = key
      isDescending = descending ?? key.isDescendingByDefault
    }
  }

  /// What issues can be sorted by.
  public enum SortKey: String, QueryWord {
    case updated, created, closed, priority, due, key, title, comments

    /// Newest and most first; urgent, soonest and A first.
    public var isDescendingByDefault: Bool {
      switch self {
      case .updated, .created, .closed, .comments: true
      case .priority, .due, .key, .title: false
      }
    }

    /// One line for the completion list.
    public var help: String {
      switch self {
      case .updated: "changed last first"
      case .created: "opened last first"
      case .closed: "closed last first"
      case .priority: "most urgent first"
      case .due: "due soonest first"
      case .key: "by project and number"
      case .title: "from A to Z"
      case .comments: "most comments first"
      }
    }
  }

  /// The order of an answer; issues that are equal in it stand newest first.
  public enum Order: Sendable, Equatable {
    /// By id, the one minted last first.
    case newest
    case by(Sort)
  }
}

extension Query.Sort: CustomStringConvertible, LosslessStringConvertible {
  /// A sort from `due`, `due-asc` or `due-desc`; nil for anything else.
  public init?(_ text: String) {
    let lowered = text.lowercased()
    let parts = lowered.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, let name = parts.first, let key = Query.SortKey(rawValue: String(name))
    else { return nil }
    guard parts.count == 2 else {
      self.init(key)
      return
    }
    guard parts[1] == "asc" || parts[1] == "desc" else { return nil }
    self.init(key, descending: parts[1] == "desc")
  }

  /// The sort with its direction: `due-asc`.
  public var description: String { key.rawValue + (isDescending ? "-desc" : "-asc") }
}
