/// Where an issue stands; the first four count as open.
public enum Status: Int, Sendable, CaseIterable, Comparable {
  case triage, todo, doing, review, done, dropped

  /// Whether work is still expected.
  public var isOpen: Bool { self < .done }

  /// The word people type and read.
  public var name: String {
    switch self {
    case .triage: "triage"
    case .todo: "todo"
    case .doing: "doing"
    case .review: "review"
    case .done: "done"
    case .dropped: "dropped"
    }
  }

  /// A status from its word, whatever its case.
  public init?(name: some StringProtocol) {
    let lowered = name.lowercased()
    guard let match = Status.allCases.first(where: { $0.name == lowered }) else { return nil }
    self = match
  }

  /// Orders by progress, from triage to dropped.
  public static func < (a: Status, b: Status) -> Bool { a.rawValue < b.rawValue }
}
