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
  /// The one status that all matches have, when the index of statuses has them in the order asked
  /// for.
  private let walkedStatus: Status?

  static func compile(_ query: Query, _ context: Query.Context) -> CompiledQuery {
    QueryCompiler(query, context).compiled(query)
  }

  private init(_ query: Query, _ context: Query.Context) {
    self.context = context
    order = query.order
    isOpenOnly = query.conjuncts.contains(.term(.trait(.open)))
    walkedStatus = if case .by(let sort) = order, sort.key == .updated { query.status } else { nil }
  }

  private func compiled(_ query: Query) -> CompiledQuery {
    var conjuncts = query.conjuncts
    // What the status says already need not be looked up in each row.
    if walkedStatus?.isOpen == true { conjuncts.removeAll { $0 == .term(.trait(.open)) } }
    let match = WordMatch(taking: &conjuncts)
    let tests = conjuncts.map(test)
    let live: SQLText = "\(column("is_live")) = 1"
    let plain = [live] + tests

    var compiled = CompiledQuery(source: "issue", condition: plain.conjoined, order: orderTerms)
    if isByKey {
      compiled.source = "project CROSS JOIN issue ON issue.project_id = project.id"
    }
    let sets = conjuncts.indices.filter { !isWalked(conjuncts[$0]) }.compactMap { index in
      ids(conjuncts[index]).map { ids in
        // What a set says exactly need not be asked again.
        let rest = tests.indices.filter { $0 != index || !isExact(conjuncts[index]) }
        return (ids: ids, rest: [live] + rest.map { tests[$0] })
      }
    }
    guard let match else {
      compiled.narrowings = sets.map {
        CompiledQuery.Narrowing(ids: $0.ids, rest: $0.rest.conjoined)
      }
      return compiled
    }
    compiled.narrowings = sets.map {
      CompiledQuery.Narrowing(
        ids: $0.ids, rest: ($0.rest + [match.test]).conjoined,
        restRowByRow: ($0.rest + [match.testRowByRow]).conjoined)
    }
    return adding(match, to: compiled, plain)
  }

  /// Whether the walk in order meets the rows of a condition and no others.
  private func isWalked(_ expression: Query.Expression) -> Bool {
    if case .term(.status) = expression { walkedStatus != nil } else { false }
  }

  /// Words drive when the newest come first, because the index of words is in that order.
  private func adding(
    _ match: WordMatch, to plan: CompiledQuery, _ plain: [SQLText]
  ) -> CompiledQuery {
    var compiled = plan
    let drives = order == .newest
    compiled.narrowings.insert(
      CompiledQuery.Narrowing(ids: match.ids, rest: plain.conjoined, isBase: drives), at: 0)
    guard drives else {
      compiled.condition = (plain + [match.test]).conjoined
      compiled.words = CompiledQuery.WordsForm(
        ids: match.ids, conditionRowByRow: (plain + [match.testRowByRow]).conjoined)
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
    case .updated: return ["is_live", walkedStatus == nil ? "is_open" : "status", "updated_at"]
    case .created: return ["is_live", "created_at"]
    case .closed: return ["is_live", "closed_at"]
    case .priority: return ["is_live", "is_open", "priority"]
    case .due: return ["is_live", "is_open", "due"]
    case .key, .title, .comments: return []
    }
  }

  /// Whether the projects lead, one after the other.
  private var isByKey: Bool {
    if case .by(let sort) = order { sort.key == .key } else { false }
  }

  /// The issue's project in a test; of a project that leads, all issues are passed over at once.
  var project: SQLText { isByKey ? "+project.id" : "+issue.project_id" }

  /// A column of the issue in a test.
  func column(_ name: String) -> SQLText {
    SQLText(sql: (orderedColumns.contains(name) ? "issue." : "+issue.") + name)
  }

  /// What sets ask of the state where their index has it behind what they look for.
  var andOpen: SQLText { isOpenOnly ? " AND is_live = 1 AND is_open = 1" : "" }

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

  /// The one status that all matches have; nil when there may be several.
  fileprivate var status: Status? {
    for case .term(.status(let statuses)) in conjuncts where statuses.count == 1 {
      return statuses[0]
    }
    return nil
  }
}
