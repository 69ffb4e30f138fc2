extension Query {
  /// The most characters a query may have.
  public static let characterLimit = 4096
  /// How deep parentheses and negations may stand in one another.
  public static let depthLimit = 64

  /// How an input is read.
  public struct ParseOptions: Sendable, Equatable {
    /// Whether somebody is still typing: the last free word matches as a prefix, and a
    /// quotation, a parenthesis or an `OR` at the end need not be finished.
    public var lastWordIsUnfinished: Bool

    /// Options; by default the input is final.
    public init(lastWordIsUnfinished: Bool = false) {
      self.lastWordIsUnfinished = lastWordIsUnfinished
    }

    /// For a filter that searches at every key.
    public static let asYouType = ParseOptions(lastWordIsUnfinished: true)
  }

  /// Reads a query.
  ///
  ///     query := any
  ///     any   := all ("OR" all)*
  ///     all   := item ("AND"? item)*
  ///     item  := ("-" | "NOT") item | "(" any ")" | qualifier ":" value ("," value)*
  ///            | word | phrase
  ///
  /// `is:open label:bug,"needs triage" -(owner:@me OR "slow query") lat*` asks for open issues
  /// with one of two labels that are not mine, do not say "slow query", and say a word that
  /// begins with "lat". `in:title` and `sort:due` hold for everything beside and below them.
  /// Text without a letter or digit (`-`, `→`) asks for nothing.
  public static func parse(
    _ input: String, options: ParseOptions = ParseOptions()
  ) throws(QueryError) -> Query {
    var parser = try QueryParser(input, options: options)
    return try parser.query()
  }
}

/// Reads the tokens of a query by recursive descent.
struct QueryParser {
  var scanner: QueryScanner
  private let options: Query.ParseOptions
  private var token: QueryToken?
  private var sort: Query.Sort?
  private var depth = 0

  init(_ input: String, options: Query.ParseOptions) throws(QueryError) {
    self.options = options
    scanner = try QueryScanner(input, options: options)
    token = try scanner.next()
  }

  mutating func query() throws(QueryError) -> Query {
    guard token != nil else { return Query() }
    let expression = try any()
    if let token {
      throw scanner.error(
        "this parenthesis closes nothing", at: token.place, hint: "put text in quotation marks")
    }
    return Query(expression, sort: sort)
  }

  private mutating func any() throws(QueryError) -> Query.Expression? {
    var alternatives = [try all()].compactMap(\.self)
    while let or = token, or.kind == .or {
      try advance()
      if token == nil {
        guard !options.lastWordIsUnfinished else { break }
        throw scanner.error("OR needs something behind it", at: or.place, hint: orHint)
      }
      if let next = try all() { alternatives.append(next) }
    }
    return .any(of: alternatives)
  }

  private mutating func all() throws(QueryError) -> Query.Expression? {
    var parts: [Query.Expression] = []
    var columns: [Query.TextColumn] = []
    if let token, token.kind == .or || token.kind == .and {
      throw scanner.error(
        "\(token.kind == .or ? "OR" : "AND") needs something before it", at: token.place,
        hint: orHint)
    }
    while let current = token, current.kind != .or, current.kind != .close {
      if current.kind == .and {
        try advance()
        guard token == nil || token?.kind == .or || token?.kind == .and || token?.kind == .close
        else { continue }
        if token == nil, options.lastWordIsUnfinished { break }
        throw scanner.error("AND needs something behind it", at: current.place, hint: orHint)
      }
      if case .qualifier(.in, let values) = current.kind {
        for value in values {
          let column = try self.column(value)
          if !columns.contains(column) { columns.append(column) }
        }
        try advance()
      } else if let part = try item() {
        parts.append(part)
      }
    }
    guard let expression = Query.Expression.all(of: parts) else { return nil }
    return columns.isEmpty ? expression : expression.looking(in: columns.sorted())
  }

  private mutating func item() throws(QueryError) -> Query.Expression? {
    guard let current = token else { return nil }
    switch current.kind {
    case .not: return try negation(current)
    case .open: return try group(current)
    case .text(let text, let isPrefix):
      try advance()
      guard !FoldedText(text).isEmpty else { return nil }
      return .term(.text(Query.Text(text, isPrefix: isPrefix)))
    case .qualifier(.sort, let values):
      try readSort(values, at: current.place)
      return nil
    case .qualifier(let qualifier, let values):
      try advance()
      return try condition(qualifier, values)
    case .close, .or, .and: return nil
    }
  }

  private mutating func negation(_ not: QueryToken) throws(QueryError) -> Query.Expression? {
    try enter(at: not.place)
    defer { depth -= 1 }
    try advance()
    switch token?.kind {
    case nil where options.lastWordIsUnfinished: return nil
    case nil, .or, .and, .close:
      throw scanner.error(
        "a negation needs something behind it", at: not.place,
        hint: "put NOT in quotation marks to find it as text")
    case .qualifier(.in, _):
      throw scanner.error(
        "in: cannot be negated", at: token?.place ?? not.place,
        hint: "name the columns to look in: in:title")
    default: return try item()?.negated
    }
  }

  private mutating func group(_ open: QueryToken) throws(QueryError) -> Query.Expression? {
    try enter(at: open.place)
    defer { depth -= 1 }
    try advance()
    if let close = token, close.kind == .close {
      throw scanner.error(
        "there is nothing between these parentheses",
        at: open.place.lowerBound..<close.place.upperBound)
    }
    if token == nil, options.lastWordIsUnfinished { return nil }
    let expression = token == nil ? nil : try any()
    guard token != nil || options.lastWordIsUnfinished else {
      throw scanner.error("this parenthesis is not closed", at: open.place, hint: "add a )")
    }
    try advance()
    return expression
  }

  private mutating func readSort(
    _ values: [QueryToken.Value], at place: Range<Int>
  ) throws(QueryError) {
    guard depth == 0 else {
      throw scanner.error(
        "sort: orders the whole query", at: place, hint: "move it out of the parentheses")
    }
    guard sort == nil, values.count == 1, let value = values.first else {
      throw scanner.error("a query has one order", at: place, hint: "keep one sort:")
    }
    guard let read = Query.Sort(value.text) else {
      throw unknown(value, for: .sort)
    }
    sort = read
    try advance()
  }

  private mutating func advance() throws(QueryError) { token = try scanner.next() }

  private mutating func enter(at place: Range<Int>) throws(QueryError) {
    depth += 1
    guard depth <= Query.depthLimit else {
      throw scanner.error(
        "a query nests at most \(Query.depthLimit) deep", at: place,
        hint: "take some parentheses away")
    }
  }

  private var orHint: String { "in lower-case it is an ordinary word" }
}
