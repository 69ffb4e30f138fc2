internal import GRDB

extension CompiledQuery {
  /// What stands behind ORDER BY to read the same list from its end.
  var reversedOrderBy: String {
    order.map { term in
      if !term.isDescending {
        return term.expression + (term.isOptional ? " DESC NULLS FIRST" : " DESC")
      }
      return term.expression + " ASC"
    }.joined(separator: ", ")
  }

  /// Whether a row stands ahead of the one with these values of `order`.
  func condition(before cursor: [DatabaseValue]) -> SQLText {
    if !order.contains(where: \.isOptional), order.allSatisfy(\.isDescending), order.count > 1 {
      let expressions = order.map(\.expression).joined(separator: ", ")
      return "(\(sql: expressions)) > \(cursor)"
    }
    var equal: [SQLText] = []
    var steps: [SQLText] = []
    for (term, value) in zip(order, cursor) {
      let ahead: SQLText =
        value.isNull
        ? "\(sql: term.expression) IS NOT NULL"
        : "\(sql: term.expression) \(sql: term.isDescending ? ">" : "<") \(value)"
      steps.append((equal + [ahead]).conjoined)
      equal.append("\(sql: term.expression) IS \(value)")
    }
    let exact = steps.disjoined
    guard let first = order.first, let value = cursor.first, !value.isNull else { return exact }
    // The first term alone bounds the range of the index that is read.
    return
      "(\(sql: first.expression) \(sql: first.isDescending ? ">=" : "<=") \(value) AND \(exact))"
  }
}
