internal import Canvas
internal import Domain

extension Failure {
  /// What is wrong with a query, the query itself, and carets under the place.
  ///
  ///     watchbill: column 4: there is no qualifier "lable:"; did you mean label:?
  ///       is:lable:bug
  ///          ^^^^^
  init(_ error: QueryError, in query: String) {
    let characters = Array(query)
    let before = String(characters.prefix(max(0, error.column - 1)))
    let meant = String(characters.dropFirst(error.column - 1).prefix(error.length))
    let indent = CleanText.blank(CleanText(before).width)
    let carets = String(repeating: "^", count: max(1, CleanText(meant).width))
    self.init(
      .usage, error.description,
      details: ["  \(CleanText(query))", "  \(indent)\(carets)"])
  }
}
