internal import Canvas
internal import Domain
internal import Storage

/// Prints the issues a query matches: rows for people, or JSON.
struct IssueListing {
  let query: Query
  /// How many at the most; nil for all.
  let limit: Int?
  let form: OutputForm

  /// Prints them, and beside them what the query names and is not here; returns how many there
  /// were.
  func print(_ workspace: Workspace, _ shell: Shell) throws -> Int {
    let count = form == .text ? try printRows(workspace, shell) : try printJSON(workspace, shell)
    // The names need not be read when none is named.
    guard query.namesAnything else { return count }
    try shell.output.flush()
    let names = try workspace.store.vocabulary()
    for doubt in query.doubts(among: names, me: workspace.handle) {
      try shell.say(CleanText(doubt.description).characters)
    }
    return count
  }

  private func printRows(_ workspace: Workspace, _ shell: Shell) throws -> Int {
    var table = TextTable(["KEY", "STATUS", "PRIORITY", "OWNER", "UPDATED", "TITLE"])
    var count = 0
    var place = IssuePageRequest.Place.first
    var hasMore = true
    while hasMore, count < limit ?? .max {
      let wanted = min(1000, (limit ?? .max) - count)
      let page = try workspace.store.page(
        IssuePageRequest(query: query, place: place, limit: wanted), in: workspace.context)
      for row in page.rows { table.add(cells(of: row)) }
      count += page.rows.count
      hasMore = page.hasAfter
      guard let last = page.rows.last else { break }
      place = .after(last.cursor)
    }
    if count > 0 { try shell.print(table) }
    if hasMore {
      try shell.output.flush()
      let all = try workspace.store.count(query, in: workspace.context)
      try shell.say("\(count.grouped) of \(all); --limit 0 lists all")
    }
    return count
  }

  private func cells(of row: IssueSummary) -> [String] {
    let title = row.kind == .pull ? "[pull] \(row.title)" : row.title
    return [
      row.key.description, row.status.name, row.priority == .none ? "" : row.priority.name,
      row.owner ?? "", row.updatedAt.utcDate.description, title,
    ]
  }

  private func printJSON(_ workspace: Workspace, _ shell: Shell) throws -> Int {
    let fields = try IssueJSON.chosen(form.fields, usual: IssueJSON.listed)
    let offers = try fields.contains(.offeredTo) ? workspace.offers() : [:]
    var printer = JSONPrinter(form, shell.output)
    var count = 0
    try workspace.forEachIssue(
      matching: query, limit: limit, withComments: fields.contains(.comments)
    ) { issue, comments throws(Failure) in
      try printer.print {
        IssueJSON.encode(
          issue, comments: comments, offeredTo: offers[issue.id]?.typed, fields: fields, into: &$0)
      }
      count += 1
    }
    try printer.finish()
    return count
  }
}

extension Int {
  /// A limit as typed, where 0 means none.
  var asLimit: Int? { self > 0 ? self : nil }

  /// A limit for the store that leaves nothing out; SQLite counts characters in 32 bits.
  static let everything = Int(Int32.max)
}
