internal import ArgumentParser
internal import Domain

/// What can be said of a person, for `add` and `edit` alike.
struct PersonFieldOptions: ParsableArguments {
  @Option(help: "The whole name.")
  var name: String?

  @Option(help: "The e-mail address.")
  var email: String?

  @Option(help: ArgumentHelp("Where they live: Europe/Copenhagen.", valueName: "zone"))
  var zone: String?

  /// The fields that were given.
  var values: [(Field, Value)] {
    let given: [(Field, Value?)] = [
      (.name, name.map(Value.text)), (.email, email.map { .optional($0.orNone) }),
      (.zone, zone.map { .optional($0.orNone) }),
    ]
    return given.compactMap { field, value in value.map { (field, $0) } }
  }
}
