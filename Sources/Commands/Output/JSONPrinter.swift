internal import Domain

/// Prints a list of things as they come: an array with an element a line, or a line each.
struct JSONPrinter {
  private let isArray: Bool
  private let output: Sink
  private var count = 0

  init(_ form: OutputForm, _ output: Sink) {
    if case .lines = form { isArray = false } else { isArray = true }
    self.output = output
  }

  /// Prints one more thing.
  mutating func print(_ body: (inout JSONWriter) -> Void) throws(Failure) {
    if isArray { try output.write(count == 0 ? "[\n" : ",\n") }
    try output.write { JSONWriter.append(to: &$0, body) }
    if !isArray { try output.line() }
    count += 1
  }

  /// Ends the list.
  func finish() throws(Failure) {
    if isArray { try output.write(count == 0 ? "[]\n" : "\n]\n") }
  }

  /// Prints a single thing.
  static func printOne(
    to output: Sink, _ body: (inout JSONWriter) -> Void
  ) throws(Failure) {
    try output.write { JSONWriter.append(to: &$0, body) }
    try output.line()
  }
}
