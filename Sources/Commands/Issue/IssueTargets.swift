internal import ArgumentParser
internal import Domain
internal import Storage

/// The issues a verb is for: named by their keys, or all that match a query.
struct IssueTargets: ParsableArguments {
  @Argument(help: ArgumentHelp("Issues by their keys: API-42.", valueName: "key"))
  var keys: [String] = []

  @Option(
    help: ArgumentHelp(
      "Also every issue that matches a query; together they are one step for undo.",
      valueName: "query"))
  var query: String?

  /// The issues' ids, each once, in the order asked for; at least one.
  func ids(in workspace: Workspace) throws -> [EntityID] {
    guard !keys.isEmpty || query != nil else {
      throw Failure(.usage, "say which issues: their keys (API-42) or --query QUERY")
    }
    var ids = try keys.map { try workspace.store.issueID(IssueKey(typed: $0)) }
    if let query {
      let found = try workspace.store.ids(
        matching: workspace.query(query), in: workspace.context)
      guard !found.isEmpty else {
        throw Failure(.notFound, "no issue matches \(query)")
      }
      ids += found
    }
    var seen: Set<EntityID> = []
    return ids.filter { seen.insert($0).inserted }
  }
}

extension IssueKey {
  /// A key as somebody typed it.
  init(typed text: String) throws(Failure) {
    guard let key = IssueKey(text) else {
      throw Failure(.usage, "'\(text)' is no issue key; write one like API-42")
    }
    self = key
  }
}
