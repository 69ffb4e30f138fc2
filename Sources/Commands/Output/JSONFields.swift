internal import ArgumentParser

/// What `--json` asks for: some fields by name, or all that are usual.
struct JSONFields: ExpressibleByArgument, Equatable {
  /// The value of a `--json` that names no fields.
  static let allOfThem = "all"

  /// The names in the order asked for; nil when none were named.
  let names: [String]?

  /// Fields from `key,title`.
  init(argument: String) {
    names =
      argument == JSONFields.allOfThem
      ? nil : argument.split(separator: ",").map(String.init)
  }
}
