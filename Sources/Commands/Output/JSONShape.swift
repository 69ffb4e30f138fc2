internal import Domain

/// How things of one kind are written as JSON: stable names in a stable order.
///
/// Every name is always there; what a thing lacks is null.
struct JSONShape<Thing> {
  /// Writes the value of one field.
  typealias Writing = @Sendable (Thing, inout JSONWriter) -> Void

  /// What they are called in errors: `a person`.
  let kind: String
  let fields: [(name: String, write: Writing)]

  /// The fields that are wanted, in the order asked for; nil asks for all.
  func chosen(_ names: [String]?) throws(Failure) -> [(name: String, write: Writing)] {
    guard let names else { return fields }
    var chosen: [(name: String, write: Writing)] = []
    for name in names {
      guard let field = fields.first(where: { $0.name == name }) else {
        let known = fields.map(\.name).joined(separator: ", ")
        throw Failure(.usage, "\(name) is no field of \(kind); the fields are \(known)")
      }
      chosen.append(field)
    }
    return chosen
  }

  /// Writes one thing as an object.
  func write(
    _ thing: Thing, _ chosen: [(name: String, write: Writing)], _ writer: inout JSONWriter
  ) {
    writer.beginObject()
    for field in chosen {
      writer.key(field.name)
      field.write(thing, &writer)
    }
    writer.endObject()
  }
}

extension OutputForm {
  /// Prints things as JSON in this form; false when it is the form for people.
  func print<Thing>(
    _ things: [Thing], _ shape: JSONShape<Thing>, _ shell: Shell
  ) throws(Failure) -> Bool {
    guard self != .text else { return false }
    let chosen = try shape.chosen(fields)
    var printer = JSONPrinter(self, shell.output)
    for thing in things {
      try printer.print { shape.write(thing, chosen, &$0) }
    }
    try printer.finish()
    return true
  }

  /// Prints one thing as JSON in this form; false when it is the form for people.
  func print<Thing>(
    one thing: Thing, _ shape: JSONShape<Thing>, _ shell: Shell
  ) throws(Failure) -> Bool {
    guard self != .text else { return false }
    let chosen = try shape.chosen(fields)
    try JSONPrinter.printOne(to: shell.output) { shape.write(thing, chosen, &$0) }
    return true
  }
}
