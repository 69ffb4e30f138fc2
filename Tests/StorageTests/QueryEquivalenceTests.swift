import Domain
import GRDB
import Support
import Testing

@testable import Storage

@Suite struct QueryEquivalenceTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the store and the evaluator give the same issues in the same order`(seed: UInt64) throws {
    let workspace = try QueryWorkspace(seed: seed, issues: 120)
    var typist = QueryTypist(random: SeededRandom(seed: seed &* 7919))
    try workspace.database.read { db in
      for _ in 0..<500 {
        let input = typist.query()
        let query = try Query.parse(input)
        let expected = workspace.rows(query)
        for (form, plan) in try workspace.plans(query, db) {
          let select = plan.select("issue.id", limit: 1000)
          let rows = try Int64.fetchAll(
            db, sql: select.sql, arguments: select.statementArguments)
          #expect(rows == expected, "\(form) of \(input)")
        }
      }
    }
  }

  @Test func `pages end to end give the whole answer`() throws {
    let workspace = try QueryWorkspace(seed: 5, issues: 60)
    var typist = QueryTypist(random: SeededRandom(seed: 11))
    try workspace.database.read { db in
      for _ in 0..<150 {
        let input = typist.query()
        let query = try Query.parse(input)
        for (form, plan) in try workspace.plans(query, db) {
          let rows = try workspace.pages(of: plan, size: 11, db)
          #expect(rows == workspace.rows(query), "\(form) of \(input)")
        }
      }
    }
  }

  @Test(arguments: [
    String(repeating: "(a OR -(", count: 21) + "b" + String(repeating: "))", count: 21),
    String(repeating: "(is:open OR -(", count: 21) + "b" + String(repeating: "))", count: 21),
    String(repeating: "(is:open (is:mine OR ", count: 32) + "b"
      + String(repeating: "))", count: 32),
    String(repeating: "(is:mine OR -(is:blocked ", count: 21) + "is:mine"
      + String(repeating: "))", count: 21),
    String(repeating: "-(is:mine ", count: 32) + "is:mine" + String(repeating: ")", count: 32),
    String(repeating: "NOT ", count: 64) + "is:open",
    String(repeating: "a ", count: 2000),
    String(repeating: "-a ", count: 1300) + "b",
    String(repeating: "-a ", count: 1300),
    "b" + String(repeating: " OR a", count: 800),
    "b" + String(repeating: " OR is:open", count: 370),
    "priority:0" + String(repeating: ",1", count: 1900),
    "label:a" + String(repeating: ",b", count: 1900),
    "key:A-1" + String(repeating: ",A-1", count: 900),
    "is:open" + String(repeating: " has:due", count: 500),
  ])
  func `a query as long and as deep as the limits allow is no error of SQLite`(input: String) throws
  {
    let workspace = try QueryWorkspace(seed: 9, issues: 30)
    let query = try Query.parse(input)
    try workspace.database.read { db in
      for (_, plan) in try workspace.plans(query, db) {
        let select = plan.select("issue.id", limit: 1000)
        let rows = try Int64.fetchAll(db, sql: select.sql, arguments: select.statementArguments)
        #expect(rows == workspace.rows(query))
      }
    }
  }

  @Test func `every scalar folds as in the index`() throws {
    try DatabaseQueue().write { db in
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE folded USING fts5(
            word, tokenize="unicode61 remove_diacritics 2");
          CREATE VIRTUAL TABLE terms USING fts5vocab(folded, 'instance');
          """)
      // Planes 0 and 1 where scripts with letters, marks and emoji stand.
      let blocks = [0x20..<0x3200, 0xA400..<0xAC00, 0xF900..<0x1_0000, 0x1_F000..<0x1_FA00]
      for block in blocks.flatMap({
        stride(from: UInt32($0.lowerBound), to: UInt32($0.upperBound), by: 128)
      }) {
        let scalars = (block..<block + 128).compactMap(Unicode.Scalar.init)
        let text = scalars.map { "q\($0)z \($0)" }.joined(separator: " ")
        try db.execute(sql: "DELETE FROM folded")
        try db.execute(sql: "INSERT INTO folded(word) VALUES (?)", arguments: [text])
        let terms = try String.fetchAll(db, sql: "SELECT term FROM terms ORDER BY offset")
        let indexed = Array(terms.joined(separator: " ").utf8)
        #expect(
          Array(Query.Text(text).foldedWords.utf8) == indexed, "U+\(String(block, radix: 16))")
      }
    }
  }

  @Test func `what people type is only ever a parameter`() throws {
    let input = #"label:"x') --" "a"" OR b* NOT (title: {" owner:"' OR 1=1" key:API-1"#
    let query = try Query.parse(input, options: .asYouType)
    let workspace = try QueryWorkspace(seed: 3, issues: 10)
    let sql = QueryCompiler.compile(query, workspace.context).select("issue.id", limit: 1).sql
    #expect(!sql.contains("x'") && !sql.contains("OR 1"))
  }
}

extension QueryWorkspace {
  /// The answer of the evaluator, as row ids in order.
  func rows(_ query: Query) -> [Int64] {
    issues.filter { query.matches($0.issue, comments: $0.comments, in: context) }
      .sorted { query.areInOrder($0.issue, $1.issue) }
      .map(\.row)
  }

  /// Every form of a query's SQL.
  func plans(_ query: Query, _ db: Database) throws -> [(String, CompiledQuery)] {
    let base = QueryCompiler.compile(query, context)
    let spelled = QueryCompiler.compile(try query.spelledOut(db), context)
    var plans = [
      ("base", base), ("planned", try base.planned(in: db)),
      ("spelled out", try spelled.planned(in: db)), ("counted", try base.plannedToCount(in: db)),
    ]
    for narrowing in base.narrowings where !narrowing.isBase {
      plans.append(("few", base.narrowed(by: narrowing)))
      plans.append(("some", base.narrowed(by: narrowing, count: CompiledQuery.fewRows)))
    }
    if let words = base.words {
      var plan = base
      plan.condition = words.conditionRowByRow
      plans.append(("row by row", plan))
    }
    return plans
  }

  /// The rows of all pages, each begun behind the last row of the one before.
  func pages(of plan: CompiledQuery, size: Int, _ db: Database) throws -> [Int64] {
    var rows: [Int64] = []
    var cursor: [DatabaseValue]?
    while true {
      let select = plan.select("issue.id, " + plan.cursorColumns, after: cursor, limit: size)
      let page = try Row.fetchAll(db, sql: select.sql, arguments: select.statementArguments)
      rows += page.map { $0[0] }
      guard let last = page.last, page.count == size else { return rows }
      cursor = last.databaseValues.dropFirst().map(\.self)
    }
  }
}
