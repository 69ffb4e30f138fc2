internal import GRDB

extension CompiledQuery {
  /// Up to so many rows are fetched and sorted; more are better met on a walk in order.
  ///
  /// With 1,000,000 issues a walk tests 1,000,000 / n rows for each one of n it shows, at 0.3 to
  /// 1 µs; fetching and sorting n rows costs 1.6 to 4 µs each. For a page of 100 the two meet
  /// between 5,000 and 10,000.
  static let fewRows = 5_000
  /// Up to so many rows with the words are read into a set; more are tested one by one.
  ///
  /// A set costs 0.25 µs a row, a test 17 µs; the more rows have the words, the fewer are tested.
  static let manyWords = 60_000
  /// Up to so many rows it is cheaper to test each for the words than to read a set of all.
  static let rowByRow = 2_000

  /// The form that is fast on this file.
  ///
  /// SQLite chooses without knowing how common a label or a word is, and a wrong choice costs
  /// a second. So we count, up to a bound, how many rows each index would give (well under a
  /// millisecond each), and start from the smallest set when it is small.
  func planned(in db: Database) throws -> CompiledQuery {
    if let best = try smallestSet(in: db) {
      // Where common words drive, all of a bigger set would have to be tested for them.
      let driven = narrowings.contains(where: \.isBase) && best.count > Self.rowByRow
      if best.narrowing.isBase || driven { return self }
      return narrowed(by: best.narrowing, count: best.count)
    }
    guard let words else { return self }
    let count = try rows(words.ids, upTo: Self.manyWords, in: db)
    guard count == Self.manyWords else { return self }
    var plan = self
    plan.condition = words.conditionRowByRow
    return plan
  }

  /// The form that counts fast: no order is asked for, so that any set is better than a walk over
  /// everything.
  func plannedToCount(in db: Database) throws -> CompiledQuery {
    guard words == nil, !narrowings.contains(where: \.isBase), let first = narrowings.first else {
      return try planned(in: db)
    }
    let best = try smallestSet(in: db)
    return narrowed(by: best?.narrowing ?? first, count: best?.count ?? Self.fewRows)
  }

  /// The smallest of the sets that are small, and how many rows it has; nil when none is.
  private func smallestSet(in db: Database) throws -> (narrowing: Narrowing, count: Int)? {
    var best: (narrowing: Narrowing, count: Int)?
    for narrowing in narrowings {
      let bound = min(best?.count ?? Self.fewRows, Self.fewRows)
      let count = try rows(narrowing.ids, upTo: bound + 1, in: db)
      if count <= bound { best = (narrowing, count) }
    }
    return best
  }

  private func rows(_ ids: SQLText, upTo limit: Int, in db: Database) throws -> Int {
    let count: SQLText = "SELECT count(*) FROM (\(ids) LIMIT \(limit))"
    let statement = try db.cachedStatement(sql: count.sql)
    return try Int.fetchOne(statement, arguments: count.statementArguments) ?? 0
  }

  /// The form that starts from a set.
  ///
  /// CROSS JOIN is SQLite's word for "in this order".
  func narrowed(by narrowing: Narrowing, count: Int = 0) -> CompiledQuery {
    var plan = self
    plan.source =
      "(SELECT DISTINCT id FROM (\(narrowing.ids))) AS few CROSS JOIN issue ON issue.id = few.id"
    if order.contains(where: { $0.expression.hasPrefix("project.") }) {
      plan.source.append(" CROSS JOIN project ON project.id = issue.project_id")
    }
    plan.condition =
      count <= Self.rowByRow ? narrowing.restRowByRow ?? narrowing.rest : narrowing.rest
    plan.order = order.map { term in
      var term = term
      if term.expression == "issue_text.rowid" { term.expression = "issue.id" }
      return term
    }
    return plan
  }
}
