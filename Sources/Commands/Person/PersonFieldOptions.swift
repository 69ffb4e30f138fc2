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

  /// The fields that were given; a zone must be one of which the machine has data.
  func values(_ shell: Shell) throws(Failure) -> [(Field, Value)] {
    if let zone = zone?.orNone {
      do throws(ZoneProblem) {
        _ = try ZoneShelf(shell.variable).zone(zone)
      } catch {
        if case .unknown = error { throw Failure(.usage, "--zone: \(error)") }
        throw Failure(.failed, "--zone: \(error)")
      }
    }
    let given: [(Field, Value?)] = [
      (.name, name.map(Value.text)), (.email, email.map { .optional($0.orNone) }),
      (.zone, zone.map { .optional($0.orNone) }),
    ]
    return given.compactMap { field, value in value.map { (field, $0) } }
  }
}
