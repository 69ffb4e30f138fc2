import Canvas
import Domain

extension AppState {
  /// Moves from one thing to the next, or scrolls where there is nothing to stand on.
  mutating func moveInNote(_ id: ActionID, _ count: Int?) -> [Effect] {
    let times = count ?? 1
    let height = noteArea(AppLayout(self)).height
    let page = max(1, height - 1)
    switch id {
    case .down: moveNote(by: times)
    case .up: moveNote(by: -times)
    case .top:
      let first = note?.sheet.stops.first?.stop
      note?.cursor = first
      note?.scroll = 0
    case .bottom:
      let last = note?.sheet.stops.last?.stop
      note?.cursor = last
      scrollNote(by: .max / 4)
    case .halfDown: scrollNote(by: page / 2 * times)
    case .halfUp: scrollNote(by: -page / 2 * times)
    case .pageDown: scrollNote(by: page * times)
    case .pageUp: scrollNote(by: -page * times)
    default: break
    }
    return []
  }

  /// Moves the cursor; past its last place the text goes on.
  mutating func moveNote(by count: Int) {
    guard let sheet = note?.sheet, !sheet.stops.isEmpty else { return scrollNote(by: count) }
    let here = sheet.stops.firstIndex { $0.stop == note?.cursor } ?? 0
    let wanted = min(max(0, here + count), sheet.stops.count - 1)
    guard wanted != here else { return scrollNote(by: count) }
    note?.cursor = sheet.stops[wanted].stop
    showStop(sheet.stops[wanted])
  }

  /// Moves the text, as far as there is any.
  mutating func scrollNote(by count: Int) {
    let height = noteArea(AppLayout(self)).height
    guard let screen = note else { return }
    note?.scroll = min(max(0, screen.scroll + count), max(0, screen.sheet.height - height))
  }

  private mutating func showStop(_ place: NoteSheet.Place) {
    let height = noteArea(AppLayout(self)).height
    guard let scroll = note?.scroll else { return }
    // The heading above comes into sight with it.
    if place.lines.lowerBound - 1 < scroll { note?.scroll = max(0, place.lines.lowerBound - 1) }
    if place.lines.upperBound > scroll + height {
      note?.scroll = max(0, min(place.lines.lowerBound, place.lines.upperBound - height))
    }
  }

  /// The rows below the note's own two head lines.
  func noteArea(_ layout: AppLayout) -> Rect {
    let head = layout.isLow ? 1 : 3
    let area = layout.paper
    return Rect(
      x: area.x, y: area.y + head, width: area.width, height: max(0, area.height - head))
  }

  /// Lays the note out, unless it is already; a note that is gone closes.
  mutating func settleNote(_ layout: AppLayout) {
    guard let screen = note, !layout.isTooSmall else { return }
    let basis = TabBasis(
      tab: tab, revision: billRevision, minute: now.milliseconds / Instant.minute, size: size,
      cursor: nil, isASCII: glyphs == .ascii)
    guard basis != screen.basis else { return }
    guard let text = shownNote, let bill else {
      if bill != nil { note = nil }
      return
    }
    note?.basis = basis
    note?.text = text
    let sheet = noteSheet(text, bill, width: noteArea(layout).width)
    note?.sheet = sheet
    if !sheet.stops.contains(where: { $0.stop == screen.cursor }) {
      let first = (sheet.stops.first { isOpenItem($0.stop) } ?? sheet.stops.first)?.stop
      note?.cursor = first
    }
    scrollNote(by: 0)
  }

  private func isOpenItem(_ stop: NoteScreen.Stop) -> Bool {
    guard case .item(let id) = stop else { return false }
    return noteHandoff?.openItems.contains { $0.id == id } ?? false
  }
}
