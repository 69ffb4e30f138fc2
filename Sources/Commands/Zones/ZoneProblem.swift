internal import Domain

/// Why a time zone is not at hand.
enum ZoneProblem: Error, Equatable {
  /// The folder of the zone data is not there.
  case noData(folder: String)
  /// No zone has this name; those typed alike stand beside it.
  case unknown(String, near: [String])
  /// There is a file of that name, but it cannot be used.
  case damaged(ZoneError)
}

extension ZoneProblem: CustomStringConvertible {
  /// The problem as one sentence that says what to do.
  var description: String {
    switch self {
    case .noData(let folder):
      "there are no time zone data in \(folder); install the package tzdata "
        + "(apt-get install tzdata), or let TZDIR name the folder"
    case .unknown(let name, let near):
      near.isEmpty
        ? "there is no time zone \"\(name.shown)\"; write an IANA name such as Europe/Copenhagen"
        : "there is no time zone \"\(name.shown)\"; did you mean \(near.joined(separator: " or "))?"
    case .damaged(let error): error.description
    }
  }
}
