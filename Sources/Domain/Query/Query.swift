/// A question about issues, as people type it: `is:open label:bug -owner:@me crash sort:due`.
///
/// One grammar serves the screen and the command line. A query is parsed once
/// (`Query.parse`) and then answered in two ways that agree: `matches` looks at
/// one issue in memory, the store's compiler asks SQLite.
public struct Query: Sendable, Equatable {
  /// What an issue must be; nil asks for nothing, so that every issue matches.
  public var expression: Expression?
  /// The order that was asked for; nil leaves it to `order`.
  public var sort: Sort?

  /// A query from its parts.
  public init(_ expression: Expression? = nil, sort: Sort? = nil) {
    self.expression = expression
    self.sort = sort
  }

  /// Whether it asks for nothing: neither a condition nor an order.
  public var isEmpty: Bool { expression == nil && sort == nil }

  /// The order of the answer.
  ///
  /// Without `sort:`, a query with words to find lists the newest issues first, and any other
  /// query those that changed last.
  public var order: Order {
    if let sort { return .by(sort) }
    return highlights.isEmpty ? .by(Sort(.updated)) : .newest
  }

  /// Whether it says in which state issues are: `is:open`, `is:closed`, `is:all`, `status:` or
  /// `closed:` stands somewhere in it.
  ///
  /// Callers that show open issues unless asked otherwise look here first.
  public var mentionsState: Bool {
    expression?.terms.contains { term in
      switch term {
      case .trait(.open), .trait(.closed), .trait(.all), .status: true
      case .time(.closed, _): true
      default: false
      }
    } ?? false
  }

  /// The words and phrases to find, for marking them where they occur; negated ones are left out.
  public var highlights: [Text] { expression?.wantedTexts ?? [] }

  /// The query that asks for what both ask, in the order of this one, else of the other.
  public func and(_ other: Query) -> Query {
    let both = [expression, other.expression].compactMap(\.self)
    return Query(Expression.all(of: both), sort: sort ?? other.sort)
  }
}

extension Query {
  /// Conditions on an issue, joined.
  public indirect enum Expression: Sendable, Equatable {
    case term(Term)
    case not(Expression)
    /// Every one of two or more holds; none of them is an `all`.
    case all([Expression])
    /// At least one of two or more holds; none of them is an `any`.
    case any([Expression])
  }

  /// One condition on an issue.
  public enum Term: Sendable, Equatable {
    case trait(Trait)
    case kind([IssueKind])
    case status([Status])
    case priority([Comparison<Priority>])
    case comments([Comparison<Int>])
    case key([IssueKey])
    case person(Role, [Person])
    case name(NamedField, [String])
    case time(TimeField, [Comparison<TimePoint>])
    case due([Comparison<TimePoint>])
    case has(Facet)
    case lacks(Facet)
    case text(Text)
  }

  /// Words to find, one directly behind the other.
  public struct Text: Sendable, Equatable {
    /// As typed; it holds at least one word.
    public var text: String
    /// Whether the last word may go on: `lat*` finds latency.
    public var isPrefix: Bool
    /// Where to look; empty looks everywhere.
    public var columns: [TextColumn]

    /// Words to find.
    public init(_ text: String, isPrefix: Bool = false, columns: [TextColumn] = []) {
      self.text = text
      self.isPrefix = isPrefix
      self.columns = columns
    }

    /// Its words as the search sees them: lower-case, without accents, single spaces between.
    public var foldedWords: String { FoldedText(text).words }

    /// The issue whose key this is: `API-42` finds that issue beside what says `API 42`.
    public var key: IssueKey? { columns.isEmpty ? IssueKey(text) : nil }
  }

  /// A person: whoever acts, or somebody by handle.
  public enum Person: Sendable, Equatable {
    case me
    case handle(String)
  }
}

extension Query.Expression {
  /// All of these together, flat; nil when there are none.
  static func all(of parts: [Query.Expression]) -> Query.Expression? {
    let flat = parts.flatMap { part in
      if case .all(let inner) = part { inner } else { [part] }
    }
    return flat.count > 1 ? .all(flat) : flat.first
  }

  /// Any of these, flat; nil when there are none.
  static func any(of parts: [Query.Expression]) -> Query.Expression? {
    let flat = parts.flatMap { part in
      if case .any(let inner) = part { inner } else { [part] }
    }
    return flat.count > 1 ? .any(flat) : flat.first
  }

  /// The opposite of this.
  var negated: Query.Expression {
    if case .not(let inner) = self { inner } else { .not(self) }
  }

  /// Every term in it, from left to right.
  var terms: [Query.Term] {
    switch self {
    case .term(let term): [term]
    case .not(let inner): inner.terms
    case .all(let parts), .any(let parts): parts.flatMap(\.terms)
    }
  }

  /// The texts an issue can match by having them.
  var wantedTexts: [Query.Text] {
    switch self {
    case .term(.text(let text)): [text]
    case .term, .not: []
    case .all(let parts), .any(let parts): parts.flatMap(\.wantedTexts)
    }
  }

  /// The same, looking for its words in these columns unless they say where themselves.
  func looking(in columns: [Query.TextColumn]) -> Query.Expression {
    switch self {
    case .term(.text(var text)) where text.columns.isEmpty:
      text.columns = columns
      return .term(.text(text))
    case .term: return self
    case .not(let inner): return .not(inner.looking(in: columns))
    case .all(let parts): return .all(parts.map { $0.looking(in: columns) })
    case .any(let parts): return .any(parts.map { $0.looking(in: columns) })
    }
  }
}
