import Canvas
import Domain

extension AppState {
  /// Moves the cursor through the list, on through the next windows when it must.
  mutating func moveCursor(by count: Int) -> [Effect] {
    guard !list.rows.isEmpty else { return [] }
    let wanted = list.cursor + count
    list.cursor = min(max(0, wanted), list.rows.count - 1)
    let remaining = wanted - list.cursor
    if remaining > 0, list.hasAfter { return readOn(.after, remaining) }
    if remaining < 0, list.hasBefore { return readOn(.before, remaining) }
    if remaining != 0 { say(remaining > 0 ? "this is the last one" : "this is the first one") }
    return []
  }

  /// Asks for the neighbouring rows and keeps what is left to move for when they are here.
  private mutating func readOn(
    _ purpose: IssueList.Reading.Purpose, _ remaining: Int
  ) -> [Effect] {
    guard list.reading?.purpose == purpose else { return readList(purpose, remaining: remaining) }
    list.reading?.remaining = remaining
    return []
  }

  mutating func goToTop() -> [Effect] {
    list.cursor = 0
    return list.hasBefore ? readList(.top) : []
  }

  mutating func goToBottom() -> [Effect] {
    list.cursor = max(0, list.rows.count - 1)
    return list.hasAfter ? readList(.bottom) : []
  }

  /// The row of a number counted from 1; from the top where nobody knows the place of the cursor.
  mutating func goToRow(_ number: Int) -> [Effect] {
    guard let position = list.position else { return readList(.top, remaining: number - 1) }
    return moveCursor(by: number - position)
  }

  /// Shows another view; its list is as it was left.
  mutating func showView(_ index: Int) -> [Effect] {
    guard sections.indices.contains(index) else {
      complain("there are only \(sections.count) views")
      return []
    }
    current = index
    return []
  }

  /// Opens the issue under the cursor over the whole screen.
  mutating func openSelected() -> [Effect] {
    guard let issue = list.selected else { return [] }
    var screen = DetailScreen(id: issue.id, key: issue.key)
    // What the preview has already is there at once.
    if let known = preview.detail, known.issue.id == issue.id { screen.reader.take(known) }
    detail = screen
    return [.loadDetail(issue.id)]
  }

  /// Goes to the issue before or after, without leaving the full screen.
  mutating func openNeighbour(_ step: Int) -> [Effect] {
    guard let shown = detail?.id, !list.rows.isEmpty else { return [] }
    let place = list.rows.firstIndex { $0.issue.id == shown }
    list.cursor = (place ?? list.cursor) + (place == nil ? 0 : step)
    guard list.rows.indices.contains(list.cursor) else {
      list.cursor = min(max(0, list.cursor), list.rows.count - 1)
      say(step > 0 ? "this is the last one" : "this is the first one")
      return []
    }
    return openSelected()
  }

  /// Moves the text of the full screen.
  mutating func scrollDetail(by count: Int) {
    let height = AppLayout(self).paper.height
    detail?.reader.move(by: count, height: height)
    detail?.foundLine = nil
  }

  /// Moves the text of the preview.
  mutating func scrollPreview(by count: Int) {
    guard let area = AppLayout(self).preview else { return }
    preview.move(by: count, height: area.height)
  }

  /// Puts the preview in the next place that the window has room for.
  mutating func turnPreview() -> [Effect] {
    let places = [PreviewPlace.beside, .below, .hidden].filter {
      AppLayout.place($0, size) == $0
    }
    let now = places.firstIndex(of: AppLayout.place(previewPlace, size)) ?? 0
    previewPlace = places[(now + 1) % places.count]
    say(
      previewPlace == .hidden ? "the preview is away; v brings it back" : "preview \(previewPlace)")
    return [.keepPreview(previewPlace)]
  }
}
