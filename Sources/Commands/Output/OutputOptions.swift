internal import ArgumentParser

/// How results are printed: for people, or as JSON.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Print JSON: all usual fields, or those named, with commas.", valueName: "fields"))
  var json: JSONFields?

  @Flag(help: "Print JSON, an object a line.")
  var ndjson = false

  /// The form the options ask for.
  var form: OutputForm {
    if ndjson { return .lines(json) }
    return json.map(OutputForm.json) ?? .text
  }
}

/// The form of a result.
enum OutputForm: Equatable {
  case text
  /// An array for a list, an object for a thing.
  case json(JSONFields)
  /// An object a line.
  case lines(JSONFields?)

  /// The fields that are wanted by name; nil for the usual ones.
  var fields: [String]? {
    switch self {
    case .text: nil
    case .json(let fields): fields.names
    case .lines(let fields): fields?.names
    }
  }
}
