internal import Domain
internal import GRDB

/// A query as SQL: where to look, what to ask, in which order.
///
/// The row of the issue is always called `issue`. `planned(in:)` picks the form
/// that is fast on the file at hand; all forms give the same rows in the same order.
struct CompiledQuery {
  /// What stands behind FROM.
  var source: SQLText
  /// What stands behind WHERE.
  var condition: SQLText
  /// The order, total: its last term is the issue's id.
  var order: [OrderTerm]
  /// Other forms, each with the few rows it would start from.
  var narrowings: [Narrowing] = []
  /// How the free words are tested where they do not drive; nil when there are none.
  var words: WordsForm?

  /// One term of ORDER BY.
  struct OrderTerm: Equatable {
    var expression: String
    var isDescending: Bool
    /// Whether it can be NULL; those rows stand last in either direction.
    var isOptional = false

    /// SQLite counts NULL as the smallest value, so only the ascending order must say it.
    var sql: String {
      if isDescending { return expression + " DESC" }
      return expression + (isOptional ? " ASC NULLS LAST" : " ASC")
    }
  }

  /// A set of issues that an index gives at once, which holds every issue of the answer.
  struct Narrowing {
    /// Selects the ids of the set, as one column `id`; one may come twice.
    var ids: SQLText
    /// What is left to ask when the answer is looked for in that set alone.
    var rest: SQLText
    /// The same with words tested row by row; only when there are words to test.
    var restRowByRow: SQLText?
    /// Whether the base form already starts from this set.
    var isBase = false
  }

  /// The words a walk tests on every row.
  struct WordsForm {
    /// Selects the ids that have the words.
    var ids: SQLText
    /// The condition with the words tested row by row instead of as one set.
    var conditionRowByRow: SQLText
  }

  /// What stands behind ORDER BY.
  var orderBy: String { order.map(\.sql).joined(separator: ", ") }

  /// A whole SELECT; a cursor holds the values of `order` in the last row that was seen.
  func select(_ columns: String, after cursor: [DatabaseValue]? = nil, limit: Int) -> SQLText {
    var text: SQLText = "SELECT \(sql: columns) FROM \(source) WHERE \(condition)"
    if let cursor { text.append(" AND \(condition(after: cursor))") }
    text.append(" ORDER BY \(sql: orderBy) LIMIT \(limit)")
    return text
  }

  /// How many match, at most `limit`.
  func count(upTo limit: Int) -> SQLText {
    "SELECT count(*) FROM (SELECT 1 FROM \(source) WHERE \(condition) LIMIT \(limit))"
  }

  /// The columns that make a cursor of a row, for a SELECT.
  var cursorColumns: String { order.map(\.expression).joined(separator: ", ") }

  /// Whether a row stands behind the one with these values of `order`.
  func condition(after cursor: [DatabaseValue]) -> SQLText {
    if !order.contains(where: \.isOptional), order.allSatisfy(\.isDescending), order.count > 1 {
      // A row value is a range of the index; the OR form is not.
      let expressions = order.map(\.expression).joined(separator: ", ")
      return "(\(sql: expressions)) < \(cursor)"
    }
    var equal: [SQLText] = []
    var steps: [SQLText] = []
    for (term, value) in zip(order, cursor) {
      let expression = term.expression
      if let beyond = behind(term, value) { steps.append((equal + [beyond]).conjoined) }
      equal.append("\(sql: expression) IS \(value)")
    }
    let exact = steps.disjoined
    guard let first = order.first, let value = cursor.first, !first.isOptional else { return exact }
    // The first term alone bounds the range of the index that is read.
    return
      "(\(sql: first.expression) \(sql: first.isDescending ? "<=" : ">=") \(value) AND \(exact))"
  }

  private func behind(_ term: OrderTerm, _ value: DatabaseValue) -> SQLText? {
    if value.isNull { return nil }
    let further: SQLText =
      "\(sql: term.expression) \(sql: term.isDescending ? "<" : ">") \(value)"
    return term.isOptional ? [further, "\(sql: term.expression) IS NULL"].disjoined : further
  }
}
