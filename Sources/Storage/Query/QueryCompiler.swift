internal import Domain
internal import GRDB

/// Turns a query into SQL that gives the same issues in the same order as `Query.matches`.
///
/// Every condition is written twice: as a *test* that is true or false (never NULL) on a row we
/// stand on, and, where an index allows, as a *set* of ids to start from. The unary plus before
/// a column keeps SQLite from choosing its index: on a walk only the index of the order is of use.
struct QueryCompiler {
  let context: Query.Context
  private let order: Query.Order
  /// Whether only open issues can match, which lets sets use indexes that begin with it.
  private let isOpenOnly: Bool

  static func compile(_ query: Query, _ context: Query.Context) -> CompiledQuery {
    QueryCompiler(query, context).compiled(query)
  }

  private init(_ query: Query, _ context: Query.Context) {
    self.context = context
    order = query.order
    isOpenOnly = query.conjuncts.contains(.term(.trait(.open)))
  }

  private func compiled(_ query: Query) -> CompiledQuery {
    var conjuncts = query.conjuncts
    let match = WordMatch(taking: &conjuncts)
    let tests = conjuncts.map(test)
    let live: SQLText = "\(column("is_live")) = 1"
    let plain = [live] + tests

    var compiled = CompiledQuery(source: "issue", condition: plain.conjoined, order: orderTerms)
    if order == .by(Query.Sort(.key)) || order == .by(Query.Sort(.key, descending: true)) {
      compiled.source = "project CROSS JOIN issue ON issue.project_id = project.id"
    }
    compiled.narrowings = conjuncts.compactMap(ids).map {
      CompiledQuery.Narrowing(ids: $0, rest: plain.conjoined)
    }
    guard let match else { return compiled }
    return adding(match, to: compiled, plain)
  }

  /// Words drive when the newest come first, because the index of words is in that order.
  private func adding(
    _ match: WordMatch, to plan: CompiledQuery, _ plain: [SQLText]
  ) -> CompiledQuery {
    var compiled = plan
    let asSet = (plain + [match.test]).conjoined
    let rowByRow = (plain + [match.testRowByRow]).conjoined
    compiled.narrowings = plan.narrowings.map {
      CompiledQuery.Narrowing(ids: $0.ids, rest: asSet, restRowByRow: rowByRow)
    }
    let drives = order == .newest
    compiled.narrowings.insert(
      CompiledQuery.Narrowing(ids: match.ids, rest: plain.conjoined, isBase: drives), at: 0)
    guard drives else {
      compiled.condition = asSet
      compiled.words = CompiledQuery.WordsForm(ids: match.ids, conditionRowByRow: rowByRow)
      return compiled
    }
    compiled.source = "issue_text CROSS JOIN issue ON issue.id = issue_text.rowid"
    compiled.condition = ([match.condition] + plain).conjoined
    compiled.order = [CompiledQuery.OrderTerm(expression: "issue_text.rowid", isDescending: true)]
    return compiled
  }

  // MARK: Order

  private var orderTerms: [CompiledQuery.OrderTerm] {
    let newest = CompiledQuery.OrderTerm(expression: "issue.id", isDescending: true)
    guard case .by(let sort) = order else { return [newest] }
    func term(_ expression: String, isOptional: Bool = false) -> CompiledQuery.OrderTerm {
      CompiledQuery.OrderTerm(
        expression: expression, isDescending: sort.isDescending, isOptional: isOptional)
    }
    switch sort.key {
    case .updated: return [term("issue.updated_at"), newest]
    case .created: return [term("issue.created_at"), newest]
    case .closed: return [term("issue.closed_at", isOptional: true), newest]
    case .priority: return [term("issue.priority"), newest]
    case .due: return [term("issue.due", isOptional: true), newest]
    case .title: return [term("issue.title COLLATE NOCASE"), newest]
    case .comments: return [term("issue.comment_count"), newest]
    case .key: return [term("project.prefix"), term("issue.number")]
    }
  }

  /// The columns that stand in the index of the order.
  private var orderedColumns: Set<String> {
    guard case .by(let sort) = order else { return [] }
    switch sort.key {
    case .updated: return ["is_live", "is_open", "updated_at"]
    case .created: return ["is_live", "created_at"]
    case .closed: return ["is_live", "closed_at"]
    case .priority: return ["is_live", "is_open", "priority"]
    case .due: return ["is_live", "is_open", "due"]
    case .key, .title, .comments: return []
    }
  }

  /// A column of the issue in a test.
  func column(_ name: String) -> SQLText {
    SQLText(sql: (orderedColumns.contains(name) ? "issue." : "+issue.") + name)
  }

  /// What sets ask of the state, for indexes that have it before what they look for.
  var openness: SQLText { isOpenOnly ? "is_open = 1" : "is_open IN (0, 1)" }
}

extension Query {
  /// The conditions that all must hold.
  fileprivate var conjuncts: [Expression] {
    switch expression {
    case nil: []
    case .all(let parts): parts
    case .some(let expression): [expression]
    }
  }
}
