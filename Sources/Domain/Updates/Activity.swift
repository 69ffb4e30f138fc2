/// Something a person did, as a draft of their update tells it.
public struct Activity: Sendable, Equatable {
  /// When they did it.
  public var at: Instant
  /// What they did.
  public var deed: Deed

  /// Something done.
  public init(at: Instant, _ deed: Deed) {
    self.at = at
    self.deed = deed
  }

  /// What somebody can do that is worth telling.
  public enum Deed: Sendable, Equatable {
    case opened(IssueTitle)
    case moved(IssueTitle, from: Status, to: Status)
    case commented(IssueTitle)
    /// Held a page of a service, by its permanent id; told once however often it rang.
    case held(page: EntityID, service: EntityID, isResolved: Bool)
    /// Handed something over, which was accepted: `billing`, `API-42`, `the api-primary pager`.
    case gave(String, to: Handoff.Receiver)
    case took(String, from: EntityID)
  }
}

/// An issue as a sentence names it: key and title.
public struct IssueTitle: Sendable, Hashable {
  /// Its key.
  public var key: IssueKey
  /// Its title, as it came.
  public var title: String

  /// An issue's name.
  public init(_ key: IssueKey, _ title: String) {
    self.key = key
    self.title = title
  }

  /// `API-42 Rate limiter drops headers`, on one line.
  public var words: String {
    let title = title.onOneLine.trimmed
    return title.isEmpty ? key.description : "\(key) \(title)"
  }
}

extension [Activity] {
  /// The issues somebody touched, each once with the last thing done, for the note of a shift.
  public var touchedIssues: [HandoffFacts.TouchedIssue] {
    var touched: [IssueKey: HandoffFacts.TouchedIssue] = [:]
    for activity in sorted(by: { $0.at < $1.at }) {
      guard let (issue, how) = activity.deed.issue else { continue }
      // A comment says less than a move of the same issue.
      if case .commented = activity.deed, touched[issue.key] != nil { continue }
      touched[issue.key] = HandoffFacts.TouchedIssue(
        key: issue.key, title: issue.title, how: how)
    }
    return touched.values.sorted { $0.key < $1.key }
  }
}

extension Activity.Deed {
  /// The issue it was done to, and the deed in one or two words; nil for what is no issue's.
  fileprivate var issue: (IssueTitle, how: String)? {
    switch self {
    case .opened(let issue): (issue, "opened")
    case .moved(let issue, _, .done): (issue, "closed")
    case .moved(let issue, _, .dropped): (issue, "dropped")
    case .moved(let issue, _, let to): (issue, "now \(to.name)")
    case .commented(let issue): (issue, "commented")
    case .held, .gave, .took: nil
    }
  }
}
