/// How soon an issue matters: 0 urgent, 1 high, 2 normal, 3 low, 4 none.
public enum Priority: Int, Sendable, CaseIterable, Comparable {
  case urgent, high, normal, low, none

  /// The word people type and read.
  public var name: String {
    switch self {
    case .urgent: "urgent"
    case .high: "high"
    case .normal: "normal"
    case .low: "low"
    case .none: "none"
    }
  }

  /// A priority from its word, its number or `p` and its number (`high`, `1`, `P1`).
  public init?(name: some StringProtocol) {
    let lowered = name.lowercased()
    let digits = lowered.hasPrefix("p") ? lowered.dropFirst() : Substring(lowered)
    if let number = Int(digits) {
      self.init(rawValue: number)
    } else if let match = Priority.allCases.first(where: { $0.name == lowered }) {
      self = match
    } else {
      return nil
    }
  }

  /// Orders the most urgent first.
  public static func < (a: Priority, b: Priority) -> Bool { a.rawValue < b.rawValue }
}
