extension FieldRule {
  /// Throws when the field cannot hold the value.
  func check(_ value: Value, of kind: EntityKind) throws(Refusal) {
    switch (shape, value) {
    case (_, .null):
      guard mayBeNull else { throw .empty(kind, field) }
    case (.text(let limit, let mayBeEmpty), .text(let text)):
      guard mayBeEmpty || !text.isEmpty else { throw .empty(kind, field) }
      guard text.utf8.count <= limit else { throw .tooLong(kind, field, limit: limit) }
      // No database keeps it: SQLite's readers end there, PostgreSQL refuses it.
      guard !text.utf8.contains(0) else {
        throw .wrongValue(kind, field, expected: "a text without the character U+0000")
      }
      if field == .prefix, !IssueKey.isPrefix(text) {
        throw .wrongValue(kind, field, expected: "a letter, then letters or digits, 12 at most")
      }
    case (.integer(let range), .integer(let number)):
      guard range.contains(number) else {
        throw .wrongValue(
          kind, field, expected: "from \(range.lowerBound) to \(range.upperBound)")
      }
    case (.date, .text(let text)):
      guard CivilDate(text) != nil else {
        throw .wrongValue(kind, field, expected: "a date such as 2026-01-31")
      }
    case (.reference, .reference), (.references, .references):
      return
    default:
      throw .wrongValue(kind, field, expected: shape.sentence)
    }
  }
}

extension FieldRule.Shape {
  fileprivate var sentence: String {
    switch self {
    case .text: "a text"
    case .integer: "a number"
    case .date: "a date such as 2026-01-31"
    case .reference(let kind): "\(kind.article) \(kind.name)"
    case .references(let kind): "a set of \(kind.name)s"
    }
  }
}
