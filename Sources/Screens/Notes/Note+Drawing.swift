import Canvas
import Domain

extension AppState {
  /// The note of a shift over the whole screen.
  func drawNote(into grid: inout Grid, _ layout: AppLayout) {
    guard let note else { return }
    drawTop(into: &grid, layout.top)
    drawNoteHead(into: &grid, layout)
    let area = noteArea(layout)
    let sheet = note.sheet
    let leftWidth = sheet.split > 0 ? sheet.split - 4 : area.width - 4
    for offset in 0..<area.height {
      let (line, y) = (note.scroll + offset, area.y + offset)
      if sheet.left.indices.contains(line) {
        grid.write(sheet.left[line], x: area.x + 2, y: y, maxWidth: leftWidth)
      }
      if sheet.split > 0, sheet.right.indices.contains(line) {
        grid.write(
          sheet.right[line], x: area.x + sheet.split + 2, y: y,
          maxWidth: area.width - sheet.split - 3)
      }
    }
    if sheet.split > 0 {
      grid.vline(x: area.x + sheet.split - 1, y: area.y, height: area.height, glyphs: glyphs)
    }
    drawNoteCursor(note, into: &grid, area)
  }

  private func drawNoteCursor(_ note: NoteScreen, into grid: inout Grid, _ area: Rect) {
    guard let place = note.sheet.stops.first(where: { $0.stop == note.cursor }) else { return }
    let x = area.x + (place.isRight ? note.sheet.split : 0)
    let end = place.isRight || note.sheet.split == 0 ? area.maxX : note.sheet.split - 1
    for line in place.lines {
      let y = area.y + line - note.scroll
      guard y >= area.y, y < area.maxY else { continue }
      grid.select(Rect(x: x, y: y, width: end - x, height: 1))
      if line == place.lines.lowerBound { grid.write(glyphs.marker, x: x, y: y, .accent) }
    }
  }

  /// Who hands what to whom and when, and how far that has come.
  private func drawNoteHead(into grid: inout Grid, _ layout: AppLayout) {
    guard let note = note?.text, let bill, layout.paper.height > 1 else { return }
    let wording = bill.wording(for: myID)
    let area = layout.paper
    let title =
      "\(wording.name(note.change.schedule)): \(wording.mention(note.giver)) to "
      + "\(wording.mention(note.receiver)), \(wording.moment(note.change.at))"
    let room = area.width - 4
    grid.write(
      CleanText(title, fitting: room, ellipsis: glyphs.ellipsis), x: area.x + 2, y: area.y, .title)
    guard !layout.isLow else { return }
    let (state, role) = noteState(wording)
    grid.write(
      CleanText(state, fitting: room, ellipsis: glyphs.ellipsis), x: area.x + 2, y: area.y + 1,
      role)
  }

  /// That there is another note, such as mine for the shift's end behind the one I accepted.
  private var otherNotes: String {
    guard let myID, notesInReach(of: myID).count > 1 else { return "" }
    return "; \(keymap.key(of: .note) ?? ":note") goes to the next note"
  }

  /// How far the note has come, in words.
  private func noteState(_ wording: Wording) -> (String, Role) {
    let offer = "\(keymap.key(of: .offerNote) ?? ":offer-note") offers it"
    guard let handoff = noteHandoff else {
      return ("not kept yet; \(obstacleToOfferingNote ?? offer + " as it is")", .dim)
    }
    let open = handoff.openItems.count
    let count = handoff.items.count
    let taken =
      count == 0
      ? "" : open == 0 ? ", all \(count) taken" : ", \(count - open) of \(count) taken"
    let accept = isReceiving ? "; \(keymap.key(of: .takeNote) ?? "a") accepts it" : ""
    switch handoff.state {
    case .draft:
      return ("draft; \(obstacleToOfferingNote ?? offer)", .warning)
    case .offered:
      let since = handoff.offeredAt.map { " " + Age.long($0, now: now) } ?? ""
      return ("offered\(since)\(taken)\(accept)", .info)
    case .passed(let at):
      return (
        "the pager passed \(wording.moment(at)), the note is not accepted\(taken)\(accept)",
        .warning
      )
    case .accepted(let person, let at):
      return (
        "accepted by \(wording.mention(person)), \(wording.moment(at))\(otherNotes)", .success
      )
    case .declined, .withdrawn, .expired: return (handoff.state.name, .dim)
    }
  }
}
