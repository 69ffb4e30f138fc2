extension Query: CustomStringConvertible {
  /// The query in one canonical text, which parses to the same query.
  public var description: String {
    var parts: [String] = []
    if let expression { parts.append(expression.text(inside: .query)) }
    if let sort { parts.append("sort:\(sort)") }
    // `a OR b sort:due` would give the order to one side to read, if not to parse.
    if case .any = expression, sort != nil { parts[0] = "(\(parts[0]))" }
    return parts.joined(separator: " ")
  }
}

extension Query.Expression {
  enum Place { case query, all, negation }

  func text(inside place: Place) -> String {
    switch self {
    case .term(let term): return term.text
    case .not(let inner): return "-" + inner.text(inside: .negation)
    case .all(let parts):
      let text = parts.map { $0.text(inside: .all) }.joined(separator: " ")
      return place == .negation ? "(\(text))" : text
    case .any(let parts):
      let text = parts.map { $0.text(inside: .query) }.joined(separator: " OR ")
      return place == .query ? text : "(\(text))"
    }
  }
}

extension Query.Term {
  var text: String {
    switch self {
    case .trait(let trait): "is:\(trait.rawValue)"
    case .kind(let kinds): list("kind", kinds.map(\.name))
    case .status(let statuses): list("status", statuses.map(\.name))
    case .priority(let comparisons): list("priority", comparisons.map { $0.text(\.name) })
    case .comments(let comparisons): list("comments", comparisons.map { $0.text { "\($0)" } })
    case .key(let keys): list("key", keys.map(\.description))
    case .person(let role, let people): list(role.rawValue, people.map(\.text))
    case .name(let field, let names): list(field.rawValue, names.map(Query.quotedValue))
    case .time(let field, let comparisons):
      list(field.rawValue, comparisons.map { $0.text(\.text) })
    case .due(let comparisons): list("due", comparisons.map { $0.text(\.text) })
    case .has(let facet): "has:\(facet.rawValue)"
    case .lacks(let facet): "no:\(facet.rawValue)"
    case .text(let text): text.query
    }
  }

  private func list(_ name: String, _ values: [String]) -> String {
    name + ":" + values.joined(separator: ",")
  }
}

extension Query.Person {
  var text: String {
    switch self {
    case .me: "@me"
    case .handle(let handle): Query.quotedValue(handle)
    }
  }
}

extension Query.Text {
  var query: String {
    let words = (isPlainWord ? text : Query.quoted(text)) + (isPrefix ? "*" : "")
    guard !columns.isEmpty else { return words }
    return "(in:\(columns.map(\.rawValue).joined(separator: ",")) \(words))"
  }

  /// Whether the text reads as one free word without quotation marks.
  private var isPlainWord: Bool {
    !["OR", "AND", "NOT"].contains(text) && !text.unicodeScalars.starts(with: ["-"])
      && text.unicodeScalars.allSatisfy { scalar in
        !scalar.properties.isWhitespace && !["\"", "(", ")", ":", "*"].contains(scalar)
      }
  }
}

extension Query {
  /// A value behind a qualifier, in quotation marks when it needs them.
  static func quotedValue(_ value: String) -> String {
    let isPlain =
      !value.isEmpty
      && value.unicodeScalars.allSatisfy { scalar in
        !scalar.properties.isWhitespace && !["\"", "(", ")", ","].contains(scalar)
      }
    return isPlain ? value : quoted(value)
  }

  /// A text in quotation marks, with `\"` and `\\` inside.
  static func quoted(_ text: String) -> String {
    var quoted = String.UnicodeScalarView()
    quoted.append("\"")
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
