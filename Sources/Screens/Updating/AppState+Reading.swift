import Canvas
import Domain

extension AppState {
  /// How many rows one read brings.
  private var pageSize: Int { max(100, 2 * size.height) }

  /// The most rows a list holds.
  private var windowSize: Int { 3 * pageSize }

  /// Asks for the rows of a list never read, and for rows near the edges of the window.
  mutating func readWhatIsMissing() -> [Effect] {
    if list.isStale { return list.reading == nil ? readList(list.isRead ? .again : .fresh) : [] }
    guard list.reading == nil, !list.rows.isEmpty else { return [] }
    // The next letter makes another list: nothing is read ahead of one that is being typed.
    if isFiltering, list.cursor == 0 { return [] }
    let near = max(30, size.height)
    if list.hasAfter, list.cursor + near >= list.rows.count { return readList(.after) }
    if list.hasBefore, list.cursor < near { return readList(.before) }
    return []
  }

  /// Asks for rows; an answer to an earlier wish of the same list is ignored when it comes.
  mutating func readList(_ purpose: IssueList.Reading.Purpose, remaining: Int = 0) -> [Effect] {
    guard let query = list.query else { return [] }
    giveUpOtherReads()
    list.isStale = false
    let generation = nextGeneration()
    list.reading = IssueList.Reading(
      purpose: purpose, generation: generation, remaining: remaining)
    // A frame waits for these rows: no more of them than it shows. The others are read ahead.
    var request = IssuePageRequest(query: query, place: .first, limit: max(1, size.height))
    switch purpose {
    case .fresh, .top: break
    case .near(let id): request.place = .near(id)
    case .bottom: request.place = .last
    case .after:
      request.limit = pageSize
      if let last = list.rows.last { request.place = .after(last.issue.cursor) }
    case .before:
      request.limit = pageSize
      if let first = list.rows.first { request.place = .before(first.issue.cursor) }
    case .again:
      if list.offset != 0, let selected = list.selected {
        request.place = .around(selected.cursor)
        request.limit *= 2
      } else {
        request.limit = min(list.cursor + request.limit, windowSize)
      }
    }
    let isAhead = remaining == 0 && (purpose == .after || purpose == .before)
    var effects = [Effect.loadPage(request, generation: generation, isAhead: isAhead)]
    if purpose == .fresh || purpose == .again { effects += countList(query, generation) }
    return effects
  }

  /// Rows are read for one list at a time: a newer read takes the place of an older one, whose
  /// list then asks again when it is in sight.
  private mutating func giveUpOtherReads() {
    for index in sections.indices where index != current && sections[index].list.reading != nil {
      sections[index].list.reading = nil
      sections[index].list.isStale = true
    }
  }

  /// Asks how many there are, unless that is known: a view has been counted with the others.
  private mutating func countList(_ query: Query, _ generation: Int) -> [Effect] {
    if sections[current].filter == nil, !isFiltering, !isCountingViews,
      let count = sections[current].count
    {
      list.count = count
      return []
    }
    // Of counts, too, the newest alone is answered.
    for index in sections.indices where index != current && sections[index].list.isCounting {
      sections[index].list.isStale = true
    }
    list.countGeneration = generation
    return [.count(query, generation: generation)]
  }

  /// Takes rows in, for the list that asked for them; for others they come too late.
  mutating func take(_ page: IssuePage, _ generation: Int) -> [Effect] {
    guard
      let index = sections.firstIndex(where: { $0.list.reading?.generation == generation }),
      let reading = sections[index].list.reading
    else { return [] }
    sections[index].list.take(page, reading.purpose, windowSize: windowSize)
    guard index == current else { return [] }
    if !wantedIssues.isEmpty { return goToWanted(after: reading.purpose) }
    guard reading.remaining != 0 else { return [] }
    return moveCursor(by: reading.remaining)
  }

  /// Puts the cursor on what was just made or brought back, and looks once where it would stand
  /// when it is not among the rows; a new issue that the list does not have is offered by itself.
  private mutating func goToWanted(after purpose: IssueList.Reading.Purpose) -> [Effect] {
    let wanted = Set(wantedIssues)
    let row = list.rows.firstIndex { wanted.contains($0.issue.id) }
    if let row { list.cursor = row }
    if row == nil, purpose == .again, list.hasBefore || list.hasAfter {
      return wantedIssues.first.map { readList(.near($0)) } ?? []
    }
    if isOfferingWanted, row == nil || detail != nil, let issue = wantedIssues.first {
      status.offer = StatusLine.Offer(issue: issue, isMissing: detail == nil)
    }
    wantedIssues = []
    return []
  }

  /// Reads everything in sight again, and what is out of sight when it comes in sight.
  mutating func readAgain() -> [Effect] {
    for index in sections.indices { sections[index].list.isStale = true }
    list.reading = nil
    let counting = countEveryView()
    var effects = list.isRead ? readList(.again) : []
    effects.append(counting)
    // What is not here may have come with the change.
    if list.doubts?.isEmpty == false { effects.append(.loadVocabulary) }
    if let detail { effects.append(.loadDetail(detail.id)) }
    if AppLayout(self).preview != nil, let id = preview.wanted {
      effects.append(.loadPreview(id))
    } else {
      preview.wanted = nil
    }
    effects.append(.loadWatch)
    return effects
  }

  /// Takes the saved views in; the one in sight stays in sight if it is still there.
  mutating func take(_ views: [SavedView]) -> [Effect] {
    let shown = sections[current]
    sections = Section.sections(for: views, keeping: sections)
    current =
      sections.firstIndex { $0.id != nil && $0.id == shown.id }
      ?? sections.firstIndex { $0.name == shown.name } ?? 0
    showSavedView(from: shown)
    return [countEveryView()]
  }

  /// Goes to the view that was just saved, with the list and the place it was saved from.
  private mutating func showSavedView(from shown: Section) {
    guard let name = savedView?.lowercased(),
      let place = sections.firstIndex(where: { $0.name.lowercased() == name })
    else { return }
    savedView = nil
    if place != current { sections[current].clearFilter() }
    sections[place].filter = nil
    sections[place].comeBack(to: shown.list)
    current = place
  }

  private mutating func countEveryView() -> Effect {
    isCountingViews = true
    return .countViews(
      sections.enumerated().compactMap { index, section in
        (try? Query.parse(section.query)).map { ViewCount(index: index, query: $0) }
      })
  }
}

extension IssueList {
  /// Puts rows in their place; the cursor stays on its issue, or goes where the read wanted it.
  mutating func take(_ page: IssuePage, _ purpose: Reading.Purpose, windowSize: Int) {
    reading = nil
    isRead = true
    problem = nil
    let fresh = page.rows.map { ListRow(issue: $0) }
    switch purpose {
    case .fresh, .top: replace(fresh, page, offset: 0, cursor: 0)
    case .bottom:
      replace(fresh, page, offset: offsetFromEnd(page), cursor: max(0, fresh.count - 1))
    case .after:
      rows += fresh
      hasAfter = page.hasAfter
      dropRows(beyond: windowSize, atTop: true)
    case .before:
      rows = fresh + rows
      cursor += fresh.count
      top += fresh.count
      hasBefore = page.hasBefore
      offset = hasBefore ? offset.map { max(0, $0 - fresh.count) } : 0
      dropRows(beyond: windowSize, atTop: false)
    case .again: refresh(fresh, page)
    case .near(let id):
      guard let place = fresh.firstIndex(where: { $0.issue.id == id }) else { return }
      replace(fresh, page, offset: offsetFromEnd(page), cursor: place)
    }
  }

  private mutating func replace(
    _ fresh: [ListRow], _ page: IssuePage, offset: Int?, cursor: Int
  ) {
    rows = fresh
    hasBefore = page.hasBefore
    hasAfter = page.hasAfter
    self.offset = page.hasBefore ? offset : 0
    self.cursor = cursor
    top = cursor
  }

  /// The rows as they are now: the cursor stays on its issue, else goes to the next one left.
  private mutating func refresh(_ fresh: [ListRow], _ page: IssuePage) {
    let known = Dictionary(rows.map { ($0.issue.id, $0) }) { first, _ in first }
    let places = Dictionary(fresh.enumerated().map { ($1.issue.id, $0) }) { first, _ in first }
    let heir =
      rows[min(cursor, rows.count)...].first { places[$0.issue.id] != nil }
      ?? rows[..<min(cursor, rows.count)].last { places[$0.issue.id] != nil }
    let place = heir.flatMap { places[$0.issue.id] } ?? 0
    let above = cursor - top
    let estimate = offset.map { max(0, $0 + cursor - place) } ?? offsetFromEnd(page)
    rows = fresh.map { row in
      guard let old = known[row.issue.id], old.issue == row.issue else { return row }
      return old
    }
    hasBefore = page.hasBefore
    hasAfter = page.hasAfter
    offset = page.hasBefore ? estimate : 0
    cursor = place
    top = place - above
  }

  private func offsetFromEnd(_ page: IssuePage) -> Int? {
    guard !page.hasAfter, let count, !count.isCapped else { return nil }
    return max(0, count.value - page.rows.count)
  }

  /// Lets go of rows far from the cursor.
  private mutating func dropRows(beyond limit: Int, atTop: Bool) {
    let surplus = rows.count - limit
    guard surplus > 0 else { return }
    if atTop {
      let dropped = min(surplus, cursor)
      rows.removeFirst(dropped)
      cursor -= dropped
      top = max(0, top - dropped)
      offset = offset.map { $0 + dropped }
      hasBefore = hasBefore || dropped > 0
    } else {
      let dropped = min(surplus, rows.count - 1 - cursor)
      rows.removeLast(dropped)
      hasAfter = hasAfter || dropped > 0
    }
  }
}
