internal import ArgumentParser
internal import Domain
internal import Storage

/// The filters people know from other trackers' commands, each a part of the query.
struct ListFilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What a saved view lists.", valueName: "name"))
  var view: String?

  @Option(
    name: .shortAndLong, help: "open, closed or all; open without a query.",
    completion: .list(states))
  var state: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("With this label; several with commas: all of them.", valueName: "label"))
  var label: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Somebody of this handle helps; @me is you.", valueName: "handle"))
  var assignee: String?

  @Option(
    name: [.customShort("A"), .long],
    help: ArgumentHelp("Somebody of this handle opened it.", valueName: "handle"))
  var author: String?

  @Option(
    name: [.customShort("S"), .long],
    help: ArgumentHelp("Also what this query asks for.", valueName: "query"))
  var search: String?

  private static let states = ["open", "closed", "all"]

  /// The query that was typed, and all the options ask for.
  ///
  /// Without a query and a view it is about what is open, unless a state is named.
  func query(_ typed: String, in workspace: Workspace) throws -> Query {
    var query = try workspace.query(typed)
    if let view { query = query.and(try workspace.query(workspace.view(view).query)) }
    if let search { query = query.and(try workspace.query(search)) }
    for term in try terms() { query = query.and(Query(.term(term))) }
    guard typed.isEmpty, view == nil, !query.mentionsState else { return query }
    return query.and(Query(.term(.trait(.open))))
  }

  private func terms() throws(Failure) -> [Query.Term] {
    var terms: [Query.Term] = label.split.map { .name(.label, [$0]) }
    if let state {
      guard let trait = Query.Trait(rawValue: state), ListFilterOptions.states.contains(state)
      else {
        let names = ListFilterOptions.states.joined(separator: ", ")
        throw Failure(.usage, "'\(state)' is no state to list; use one of \(names)")
      }
      terms.append(.trait(trait))
    }
    if let assignee { terms.append(.person(.assignee, [try Query.Person(typed: assignee)])) }
    if let author { terms.append(.person(.author, [try Query.Person(typed: author)])) }
    return terms
  }
}

extension Query.Person {
  /// A person of a query as somebody typed them: `@me`, `ana` or `@ana`.
  fileprivate init(typed text: String) throws(Failure) {
    self = text.lowercased() == "@me" ? .me : .handle(try Commands.handle(text))
  }
}
