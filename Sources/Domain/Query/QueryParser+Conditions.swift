extension QueryParser {
  /// What a qualifier and its values ask for; any of the values is enough.
  func condition(
    _ qualifier: Query.Qualifier, _ values: [QueryToken.Value]
  ) throws(QueryError) -> Query.Expression? {
    switch qualifier {
    case .is: return try any(values, trait)
    case .no: return try any(values) { value throws(QueryError) in .lacks(try facet(value, .no)) }
    case .has: return try any(values) { value throws(QueryError) in .has(try facet(value, .has)) }
    case .owner: return try people(.owner, values)
    case .assignee: return try people(.assignee, values)
    case .author: return try people(.author, values)
    case .watcher: return try people(.watcher, values)
    case .mentions: return try people(.mentions, values)
    case .involves: return try people(.involves, values)
    case .commenter: return try people(.commenter, values)
    case .team: return .term(.name(.team, values.map { handle($0.text) }))
    case .label: return .term(.name(.label, values.map(\.text)))
    case .milestone: return .term(.name(.milestone, values.map(\.text)))
    case .service: return .term(.name(.service, values.map(\.text)))
    case .project: return .term(.name(.project, values.map(\.text)))
    case .status:
      return .term(
        .status(
          try each(values) { value throws(QueryError) in
            try word(value, .status) { Status(name: $0) }
          }))
    case .kind:
      return .term(
        .kind(
          try each(values) { value throws(QueryError) in
            try word(value, .kind) { IssueKind(name: $0) }
          }))
    case .key:
      return .term(
        .key(
          try each(values) { value throws(QueryError) in try word(value, .key) { IssueKey($0) } }))
    case .priority:
      return .term(
        .priority(
          try each(values) { value throws(QueryError) in
            try comparison(value, .priority) { Priority(name: $0) }
          }))
    case .comments:
      return .term(
        .comments(
          try each(values) { value throws(QueryError) in
            try comparison(value, .comments) { $0.utf8.count <= 9 ? digits($0) : nil }
          }))
    case .updated, .created, .closed:
      guard let field = Query.TimeField(rawValue: qualifier.rawValue) else { return nil }
      return .term(
        .time(field, try each(values) { value throws(QueryError) in try time(value, qualifier) }))
    case .due: return try due(values)
    case .in, .sort: return nil
    }
  }

  /// The column a value of `in:` names.
  func column(_ value: QueryToken.Value) throws(QueryError) -> Query.TextColumn {
    try word(value, .in) { Query.TextColumn(word: $0 == "comment" ? "comments" : $0) }
  }

  /// The error for a value that a qualifier does not know.
  func unknown(_ value: QueryToken.Value, for qualifier: Query.Qualifier) -> QueryError {
    let words = qualifier.words.map(\.name)
    let near = nearestWords(to: value.text, among: words)
    let hint: String
    if !near.isEmpty {
      hint = "did you mean " + near.joined(separator: " or ") + "?"
    } else if words.isEmpty {
      hint = Query.Qualifier.example(of: qualifier)
    } else {
      hint = "one of " + words.joined(separator: ", ")
    }
    return scanner.error(
      "\(qualifier.rawValue): does not know \"\(value.text)\"", at: value.place, hint: hint)
  }

  // MARK: Words

  private func trait(_ value: QueryToken.Value) throws(QueryError) -> Query.Term {
    if let kind = IssueKind(name: value.text) { return .kind([kind]) }
    if let status = Status(name: value.text) { return .status([status]) }
    return .trait(try word(value, .is) { Query.Trait(word: $0) })
  }

  private func facet(
    _ value: QueryToken.Value, _ qualifier: Query.Qualifier
  ) throws(QueryError) -> Query.Facet {
    try word(value, qualifier) { name in
      Query.Facet(word: name) ?? Query.Facet(word: name + "s")
        ?? (name.hasSuffix("s") ? Query.Facet(word: String(name.dropLast())) : nil)
    }
  }

  private func people(
    _ role: Query.Role, _ values: [QueryToken.Value]
  ) throws(QueryError) -> Query.Expression {
    .term(
      .person(
        role,
        try each(values) { value throws(QueryError) in
          if value.text.lowercased() == "@me" { return .me }
          let name = handle(value.text)
          guard !name.isEmpty else {
            throw scanner.error("a handle is missing behind the @", at: value.place)
          }
          return .handle(name)
        }))
  }

  private func handle(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.drop { $0 == "@" }))
  }

  private func word<Word>(
    _ value: QueryToken.Value, _ qualifier: Query.Qualifier, _ read: (String) -> Word?
  ) throws(QueryError) -> Word {
    guard let word = read(value.text) else { throw unknown(value, for: qualifier) }
    return word
  }

  // MARK: Lists

  private func any(
    _ values: [QueryToken.Value], _ term: (QueryToken.Value) throws(QueryError) -> Query.Term
  ) throws(QueryError) -> Query.Expression? {
    .any(of: try each(values, term).map { .term($0) })
  }

  private func each<Element>(
    _ values: [QueryToken.Value], _ read: (QueryToken.Value) throws(QueryError) -> Element
  ) throws(QueryError) -> [Element] {
    var elements: [Element] = []
    for value in values { elements.append(try read(value)) }
    return elements
  }

  // MARK: Times

  private func time(
    _ value: QueryToken.Value, _ qualifier: Query.Qualifier
  ) throws(QueryError) -> Query.Comparison<Query.TimePoint> {
    let comparison = try comparison(value, qualifier) { Query.TimePoint(text: $0) }
    guard case .between(let first, let last) = comparison else { return comparison }
    switch (first, last) {
    case (.age(let a, let unit), .age(let b, let other)):
      // `2w..1w` and `1w..2w` say the same.
      let isOrdered = Int64(a) * unit.milliseconds <= Int64(b) * other.milliseconds
      return isOrdered ? comparison : .between(last, first)
    case (.age, _), (_, .age):
      throw scanner.error(
        "a range has two dates or two ages, not one of each", at: value.place,
        hint: "for example 2026-01-01..2026-01-31 or 1w..2w")
    case (.days(let start, _), .days(_, let end)) where end < start:
      throw scanner.error(
        "this range ends before it begins", at: value.place,
        hint: "write the earlier date first")
    default: return comparison
    }
  }

  private func due(_ values: [QueryToken.Value]) throws(QueryError) -> Query.Expression? {
    let isOverdue = values.contains { $0.text.lowercased() == "overdue" }
    let comparisons = try each(values.filter { $0.text.lowercased() != "overdue" }) {
      value throws(QueryError) in
      let comparison = try time(value, .due)
      for case .age(_, let unit) in comparison.values where unit.milliseconds < Instant.day {
        throw scanner.error(
          "due dates have no time of day", at: value.place, hint: "count in d, w, mo or y")
      }
      return comparison
    }
    let parts: [Query.Expression?] = [
      comparisons.isEmpty ? nil : .term(.due(comparisons)),
      isOverdue ? .term(.trait(.overdue)) : nil,
    ]
    return .any(of: parts.compactMap(\.self))
  }
}
