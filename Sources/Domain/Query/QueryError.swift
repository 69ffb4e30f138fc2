/// What is wrong with a query, and where.
///
/// The screen puts a caret under `column`; the command line prints `description`.
public struct QueryError: Error, Sendable, Equatable {
  /// What is wrong, in one plain sentence without a full stop.
  public var message: String
  /// Where it begins: 1 is the first character of the input.
  public var column: Int
  /// How many characters of the input it is about; at least 1.
  public var length: Int
  /// What to type instead, when there is something to propose.
  public var hint: String?

  /// An error at a place of the input.
  public init(_ message: String, column: Int, length: Int = 1, hint: String? = nil) {
    self.message = message
    self.column = column
    self.length = max(1, length)
    self.hint = hint
  }
}

extension QueryError: CustomStringConvertible {
  /// The error as one line.
  ///
  /// `column 4: there is no qualifier "lable:"; did you mean label:?`
  public var description: String {
    "column \(column): \(message)" + (hint.map { "; \($0)" } ?? "")
  }
}
