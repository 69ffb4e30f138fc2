import Domain

/// A saved view in the line of views, with its list as it was left.
struct Section: Sendable, Equatable {
  /// nil for the views that are there before anybody saved one.
  var id: EntityID?
  var name: String
  /// The view's own query, as saved.
  var query: String
  /// Somebody's own query in place of it, until Esc.
  var filter: String?
  /// What the view's own query holds.
  var count: CappedCount?
  var list: IssueList
  /// The view's own list as it was left for a filter, to go back to.
  var unfiltered: IssueList?

  init(id: EntityID? = nil, name: String, query: String) {
    self.id = id
    self.name = name
    self.query = query
    list = IssueList()
    list.ask(query)
  }

  /// Takes the filter off; the list is the view's own again, at the place where it was left.
  mutating func clearFilter() {
    filter = nil
    comeBack(to: unfiltered)
    unfiltered = nil
  }

  /// Shows a list again that was left for another query, unless it answers what is asked no more.
  mutating func comeBack(to left: IssueList?) {
    guard var left, left.query == (try? Query.parse(effectiveQuery)) else {
      return list.ask(effectiveQuery)
    }
    left.reading = nil
    left.isStale = true
    list = left
  }

  /// The query that the list shows.
  var effectiveQuery: String { filter ?? query }

  /// The views of a workspace that has none saved.
  static let standard = [
    Section(name: "Open", query: "is:open"),
    Section(name: "Mine", query: "is:open is:mine"),
    Section(name: "Urgent", query: "is:open priority:0"),
    Section(name: "All", query: "is:all"),
  ]

  /// The views as saved, each with the list it had; the shipped ones if there are none.
  static func sections(for views: [SavedView], keeping old: [Section]) -> [Section] {
    guard !views.isEmpty else { return old.allSatisfy { $0.id == nil } ? old : standard }
    return views.map { view in
      guard var kept = old.first(where: { $0.id == view.id || $0.name == view.name }),
        kept.query == view.query
      else { return Section(id: view.id, name: view.name, query: view.query) }
      kept.id = view.id
      kept.name = view.name
      return kept
    }
  }
}
