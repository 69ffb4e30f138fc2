/// How bad a signal says it is, in the four words most monitors share, mildest first.
///
/// The words are those of the PagerDuty Events API; a rise of the severity is what makes a page
/// that somebody holds ring again.
public enum Severity: Int, Sendable, CaseIterable, Comparable, Codable {
  case info, warning, error, critical

  /// The word people and monitors write.
  public var name: String {
    switch self {
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    case .critical: "critical"
    }
  }

  /// How loudly it pages unless the sender says otherwise: high from `error` on.
  public var urgency: Urgency { self >= .error ? .high : .low }

  /// A severity from its word, whatever its case.
  public init?(name: some StringProtocol) {
    let lowered = name.lowercased()
    guard let match = Severity.allCases.first(where: { $0.name == lowered }) else { return nil }
    self = match
  }

  /// Orders the milder first.
  public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
}

/// Whether a page may wake somebody: low waits for the day and for a covered schedule.
public enum Urgency: Int, Sendable, CaseIterable, Comparable, Codable {
  case low, high

  /// The word people read.
  public var name: String {
    switch self {
    case .low: "low"
    case .high: "high"
    }
  }

  /// An urgency from its word, whatever its case.
  public init?(name: some StringProtocol) {
    let lowered = name.lowercased()
    guard let match = Urgency.allCases.first(where: { $0.name == lowered }) else { return nil }
    self = match
  }

  /// Orders the lower first.
  public static func < (a: Urgency, b: Urgency) -> Bool { a.rawValue < b.rawValue }
}
