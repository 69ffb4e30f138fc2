import Canvas
import Domain

extension AppState {
  /// Opens the filter with the view's query in it, ready for another word.
  mutating func openFilter() {
    let section = sections[current]
    var text = section.effectiveQuery
    // Another word would belong to the last branch only.
    if section.filter == nil, text.contains(" OR ") { text = "(\(text))" }
    if !text.isEmpty { text += " " }
    overlay = .filter(FilterBar(text, before: section.filter, left: section.list))
  }

  mutating func take(_ key: Key, _ bar: FilterBar) -> [Effect] {
    var bar = bar
    switch key {
    case .esc, .ctrl("c"): return leaveFilter(bar)
    case .enter:
      guard let chosen = bar.chosen else { return keepFilter(bar) }
      bar.accept(chosen)
      return search(bar)
    case .tab:
      if bar.candidates.isEmpty {
        bar.propose(from: vocabulary ?? Vocabulary(), wanted: true)
        if bar.candidates.count == 1 { bar.accept(0) }
      } else {
        bar.accept(bar.chosen ?? 0)
      }
      return search(bar, proposing: bar.candidates.isEmpty)
    case .down where !bar.candidates.isEmpty: bar.choose(1)
    case .up where !bar.candidates.isEmpty: bar.choose(-1)
    case .backtab: bar.choose(-1)
    case .down, .ctrl("n"): return moveCursor(by: 1)
    case .up, .ctrl("p"): return moveCursor(by: -1)
    case .pageDown: return moveCursor(by: max(1, listHeight - 1))
    case .pageUp: return moveCursor(by: -max(1, listHeight - 1))
    default:
      switch bar.editor.take(key) {
      case .changed: return search(bar)
      case .moved: bar.propose(from: vocabulary ?? Vocabulary())
      case .ignored: complain("\(key) does nothing here; Enter keeps the filter, Esc leaves it")
      }
    }
    overlay = .filter(bar)
    return []
  }

  /// Searches for what stands in the bar, or while that is no query, for its sound beginning.
  mutating func search(_ bar: FilterBar, proposing: Bool = true) -> [Effect] {
    var bar = bar
    if proposing { bar.propose(from: vocabulary ?? Vocabulary()) }
    do throws(QueryError) {
      let query = try Query.parse(bar.editor.text, options: .asYouType)
      bar.error = nil
      overlay = .filter(bar)
      guard query != list.query || list.problem != nil else { return [] }
      list.ask(bar.editor.text, options: .asYouType)
      return readList(.fresh)
    } catch {
      bar.error = error
      overlay = .filter(bar)
      // What stands before the mistake can be searched for meanwhile.
      let sound = String(bar.editor.characters.prefix(max(0, error.column - 1)))
      guard let query = try? Query.parse(sound), query != list.query else { return [] }
      list.ask(sound)
      return readList(.fresh)
    }
  }

  /// Closes the bar and keeps its query, with its order of words if it means the same without
  /// the bar: a word found by its beginning is written `tim*` from now on.
  private mutating func keepFilter(_ bar: FilterBar) -> [Effect] {
    guard bar.error == nil, let query = list.query else {
      complain(bar.error?.description ?? "this is no query")
      return []
    }
    overlay = nil
    let text = bar.editor.text.trimmed
    let isFinished = (try? Query.parse(text)) == query
    let kept = isFinished ? text : query.description
    sections[current].filter = kept == sections[current].query ? nil : kept
    if bar.before == nil { sections[current].unfiltered = bar.left }
    return []
  }

  /// Back to the query and the issue there were before; what is stale is read again.
  private mutating func leaveFilter(_ bar: FilterBar) -> [Effect] {
    overlay = nil
    sections[current].filter = bar.before
    sections[current].comeBack(to: bar.left)
    return []
  }
}
