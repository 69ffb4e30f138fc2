import Canvas
import Domain

extension AppState {
  /// Brings everything that follows from the state up to date, and asks for what is missing.
  ///
  /// It runs after every message, so that no way into a state can forget a part
  /// of it: the cursor inside the rows and in sight, rows near the edges, the
  /// preview of the issue under the cursor, lines laid out for the width.
  mutating func settle() -> [Effect] {
    if list.doubts == nil, let vocabulary {
      list.doubts = list.query?.doubts(among: vocabulary, me: me).map(\.description) ?? []
    }
    var effects = settleWatch()
    let layout = AppLayout(self)
    settleCompose(layout)
    settleNote(layout)
    guard place != .compose, place != .note else { return effects }
    guard tab == .issues || detail != nil else {
      settleTab(layout)
      return effects + settleStatus()
    }
    list.keepInSight(height: max(1, layout.list.height))
    if !layout.isTooSmall || !list.isRead { effects += readWhatIsMissing() }
    let shown = list.top..<min(list.rows.count, list.top + max(1, layout.list.height))
    list.prepare(shown, glyphs: glyphs)
    effects += settlePreview(layout)
    settleDetail(layout)
    return effects
  }

  private mutating func settlePreview(_ layout: AppLayout) -> [Effect] {
    guard let area = layout.preview else { return [] }
    guard let id = list.selected?.id else {
      if list.isRead { preview.clear() }
      return []
    }
    var effects: [Effect] = []
    if preview.wanted != id {
      preview.wanted = id
      effects = [.loadPreview(id)]
    }
    preview.layOut(width: area.width - 2, now: now, glyphs: glyphs, isWhole: false)
    preview.move(by: 0, height: area.height)
    return effects
  }

  private mutating func settleDetail(_ layout: AppLayout) {
    guard detail != nil, !layout.isTooSmall else { return }
    let width = min(layout.paper.width - 4, 100)
    detail?.reader.layOut(width: width, now: now, glyphs: glyphs, isWhole: true)
    detail?.reader.move(by: 0, height: layout.paper.height)
  }
}

extension IssueList {
  /// Keeps the cursor on a row, and the row in sight with a little around it.
  mutating func keepInSight(height: Int) {
    cursor = min(max(0, cursor), max(0, rows.count - 1))
    let margin = min(2, (height - 1) / 2)
    if cursor < top + margin { top = cursor - margin }
    if cursor > top + height - 1 - margin { top = cursor - height + 1 + margin }
    top = min(max(0, top), max(0, rows.count - height))
  }

  /// Makes what is drawn of the rows in sight, where it is not made yet.
  mutating func prepare(_ range: Range<Int>, glyphs: Glyphs) {
    for index in range where rows[index].shown?.isFor(glyphs) != true {
      rows[index].shown = ShownRow(rows[index].issue, words: query?.highlights ?? [], glyphs)
    }
  }
}
