internal import Domain

/// What people type for the fields of an issue, or one line that says what can be typed.
extension Status {
  /// A status as somebody typed it.
  init(typed text: String) throws(Failure) {
    guard let status = Status(name: text) else {
      let names = Status.allCases.map(\.name).joined(separator: ", ")
      throw Failure(.usage, "'\(text)' is no status; use one of \(names)")
    }
    self = status
  }
}

extension Priority {
  /// A priority as somebody typed it.
  init(typed text: String) throws(Failure) {
    guard let priority = Priority(name: text) else {
      let names = Priority.allCases.map(\.name).joined(separator: ", ")
      throw Failure(.usage, "'\(text)' is no priority; use one of \(names), or 0 to 4")
    }
    self = priority
  }
}

extension CivilDate {
  /// A date as somebody typed it.
  init(typed text: String) throws(Failure) {
    guard let date = CivilDate(text) else {
      throw Failure(.usage, "'\(text)' is no date; write one like 2026-01-31")
    }
    self = date
  }
}

extension String {
  /// The text, or nil for `none`, which empties a field.
  var orNone: String? { lowercased() == "none" ? nil : self }
}

extension [String] {
  /// Every element cut at commas: `--add bug,ui --add docs`.
  var split: [String] {
    flatMap { $0.split(separator: ",").map(String.init) }
  }
}
