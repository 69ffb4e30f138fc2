internal import GRDB

/// A piece of SQL with its parameters; what people typed is only ever a parameter.
///
/// In a literal, `\(value)` becomes a `?`, a list becomes `(?, ?)`, another piece is put in whole,
/// and `\(sql:)` puts in names that stand in our own source.
struct SQLText: ExpressibleByStringInterpolation {
  var sql: String
  var arguments: [DatabaseValue]
  /// How deep parentheses of conditions stand in one another.
  fileprivate(set) var depth = 0
  /// Whether it is a list of ANDs in parentheses, which may go inside of an OR.
  fileprivate var isConjunction = false

  init(sql: String, arguments: [DatabaseValue] = []) {
    self.sql = sql
    self.arguments = arguments
  }

  init(stringLiteral sql: String) {
    self.init(sql: sql)
  }

  init(stringInterpolation text: Interpolation) {
    self = text.text
  }

  struct Interpolation: StringInterpolationProtocol {
    var text = SQLText(sql: "")

    init(literalCapacity: Int, interpolationCount: Int) {
      text.sql.reserveCapacity(literalCapacity * 2)
    }

    mutating func appendLiteral(_ literal: String) { text.sql += literal }

    mutating func appendInterpolation(_ piece: SQLText) { text.append(piece) }

    mutating func appendInterpolation(sql: String) { text.sql += sql }

    mutating func appendInterpolation(_ value: some DatabaseValueConvertible) {
      text.sql += "?"
      text.arguments.append(value.databaseValue)
    }

    mutating func appendInterpolation(_ values: [some DatabaseValueConvertible]) {
      text.sql += "(" + values.map { _ in "?" }.joined(separator: ", ") + ")"
      text.arguments += values.map(\.databaseValue)
    }
  }

  static func + (a: SQLText, b: SQLText) -> SQLText {
    var sum = a
    sum.append(b)
    return sum
  }

  mutating func append(_ other: SQLText) {
    sql += other.sql
    arguments += other.arguments
    depth = max(depth, other.depth)
    isConjunction = false
  }

  /// The arguments as GRDB takes them.
  var statementArguments: StatementArguments { StatementArguments(arguments) }
}

extension [SQLText] {
  /// All of these, in parentheses; true when there are none.
  var conjoined: SQLText { joined(by: " AND ", empty: "1") }

  /// Any of these, in parentheses; false when there are none.
  var disjoined: SQLText { joined(by: " OR ", empty: "0") }

  /// The pieces with a separator between them.
  func joined(separator: String) -> SQLText {
    var joined = SQLText(sql: "")
    for (index, piece) in enumerated() {
      if index > 0 { joined.sql += separator }
      joined.append(piece)
    }
    return joined
  }

  /// SQLite's parser remembers 100 symbols, and its trees are 1,000 deep at most.
  ///
  /// So the deepest piece goes first, where nothing is remembered before it, an AND needs no
  /// parentheses inside of an OR, and long lists become balanced trees.
  private func joined(by word: String, empty: String) -> SQLText {
    guard count > 1 else { return first ?? SQLText(sql: empty) }
    guard count <= 16 else {
      let half = count / 2
      return [
        Array(self[..<half]).joined(by: word, empty: empty),
        Array(self[half...]).joined(by: word, empty: empty),
      ].joined(by: word, empty: empty)
    }
    let isOr = word == " OR "
    var pieces = isOr ? map(\.withoutParentheses) : self
    let deepest = pieces.indices.max { pieces[$0].depth < pieces[$1].depth } ?? 0
    if pieces[deepest].depth > 8 { pieces.insert(pieces.remove(at: deepest), at: 0) }
    var text: SQLText = "(\(pieces.joined(separator: word)))"
    text.depth += 1
    text.isConjunction = !isOr
    return text
  }
}

extension SQLText {
  fileprivate var withoutParentheses: SQLText {
    guard isConjunction else { return self }
    var bare = self
    bare.sql = String(sql.dropFirst().dropLast())
    bare.depth -= 1
    bare.isConjunction = false
    return bare
  }
}
