/// Why zone data cannot be used.
public enum ZoneError: Error, Sendable, Equatable {
  /// No data are at hand for a name.
  case unknown(name: String)
  /// No data are at hand for a name, and whoever looked for them says why.
  case missing(name: String, reason: String)
  /// The bytes for a name are not TZif, or break its rules.
  case malformed(name: String, problem: String)
}

extension ZoneError: CustomStringConvertible {
  /// The error as one sentence that says what to do.
  public var description: String {
    switch self {
    case .unknown(let name):
      "there are no data for the time zone \"\(name)\"; write an IANA name such as "
        + "Europe/Copenhagen, or install the package tzdata"
    case .missing(_, let reason): reason
    case .malformed(let name, let problem):
      "the data of the time zone \"\(name)\" are damaged: \(problem); "
        + "reinstall the package tzdata"
    }
  }
}
