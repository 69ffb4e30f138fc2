import Canvas
import Domain

extension AppState {
  /// What happened, and below it the keys that work here.
  func drawFoot(into grid: inout Grid, _ layout: AppLayout) {
    if case .prompt(let prompt) = overlay { return drawPrompt(prompt, into: &grid, layout) }
    let isShared = layout.status == layout.hints
    if !isShared || status.text.isEmpty && pendingKeys.isEmpty {
      let row = layout.hints
      let taken = isShared ? drawAlert(into: &grid, row) : 0
      drawHints(
        hints, into: &grid, Rect(x: row.x, y: row.y, width: row.width - taken, height: row.height))
    }
    if !isShared || !(status.text.isEmpty && pendingKeys.isEmpty) {
      drawStatus(into: &grid, layout.status)
    }
  }

  private func drawStatus(into grid: inout Grid, _ area: Rect) {
    grid.fill(area, .text)
    let standing = status.text.isEmpty && pendingKeys.isEmpty ? noteWords : nil
    let right = progressWords ?? standing ?? pendingKeys
    let rightText = CleanText(right, fitting: area.width / 2, ellipsis: glyphs.ellipsis)
    if !rightText.isEmpty {
      grid.write(rightText, x: area.maxX - rightText.width - 1, y: area.y, .info)
    }
    guard !status.text.isEmpty else { return drawAlert(into: &grid, area, beside: rightText.width) }
    var x = area.x + 1
    let role: Role
    switch status.kind {
    case .hint: role = .text
    case .done:
      role = .success
      x += grid.write(glyphs.success, x: x, y: area.y, .success) + 1
    case .error:
      role = .error
      x += grid.write(glyphs.warning, x: x, y: area.y, .error) + 1
    }
    let taken = rightText.isEmpty ? 0 : rightText.width + 2
    let left = Rect(x: area.x, y: area.y, width: area.width - taken, height: area.height)
    let whole = CleanText(status.text, limit: area.width).width
    // What was done is cut for the page that rings; why something cannot be is read whole.
    let isBeside = status.kind == .done || whole + 4 <= area.width * 2 / 3 - taken
    let room = area.maxX - x - 1 - taken - (isBeside ? drawAlert(into: &grid, left) : 0)
    let note = statusNotes.first { whole + $0.width <= room } ?? statusNotes.last ?? ""
    let text = CleanText(status.text, fitting: room - note.width, ellipsis: glyphs.ellipsis)
    x += grid.write(text, x: x, y: area.y, role)
    grid.write(note, x: x, y: area.y, status.offer == nil ? .dim : .info)
  }

  /// What is said behind the status, in ever fewer words.
  private var statusNotes: [CleanText] {
    let undo = status.isUndoable ? [wayBack] : []
    let notes: [[String]]
    if let offer = status.offer {
      let open = "\(keymap.key(of: .open) ?? ":open") opens it"
      let why = offer.isMissing ? "not in this view: \(open)" : open
      notes = [[why] + undo, [why], [open]]
    } else {
      notes = [undo]
    }
    let separator = " \(glyphs.separator.characters) "
    return notes.map { words in CleanText(words.map { separator + $0 }.joined()) }
  }

  /// The key that takes back what the status line tells: `u undoes`, after an undo `ctrl-r redoes`.
  private var wayBack: String {
    "\(keymap.key(of: status.back) ?? ":\(status.back.rawValue)") \(status.back.rawValue)es"
  }

  /// The keys pressed that wait for another one.
  private var pendingKeys: String {
    let keys = strokes.map(\.description).joined(separator: " ")
    guard let repetitions else { return keys.isEmpty ? "" : keys + " " }
    guard keys.isEmpty else { return "\(repetitions) \(keys)" }
    return place == .list && repetitions <= sections.count
      ? "\(repetitions): enter shows view \(repetitions), j moves \(repetitions)" : "\(repetitions)"
  }

  private var progressWords: String? {
    guard let progress = changing ?? progress else { return nil }
    var words = progress.words
    if let total = progress.total, total > 0 {
      words += " \(min(100, max(0, progress.done) * 100 / total))% of \(total.grouped)"
    } else if progress.done > 0 {
      words += " \(progress.done.grouped)"
    }
    return changing == nil ? words : "\(words), \(keymap.key(of: .back) ?? "esc") stops it"
  }

  /// The keys of what stands over the screen, else the likeliest verbs here.
  private var hints: [Hint] {
    switch overlay {
    case .filter(let bar):
      return bar.candidates.isEmpty
        ? [
          Hint("enter", "keep"), Hint("esc", "leave"), Hint("tab", "propose"), Hint("down", "next"),
        ]
        : [
          Hint("tab", "take"), Hint("enter", "keep"), Hint("esc", "leave"), Hint("down", "choose"),
        ]
    case .picker(let picker):
      return [
        Hint("enter", picker.isMultiple && picker.isTouched ? "apply" : "take"),
        Hint("esc", "back"),
      ]
        + (picker.isMultiple ? [Hint("tab", "several")] : [])
        + (picker.canTakeTimes ? [Hint("tab", "other times")] : []) + [Hint("type", "to narrow")]
    case .palette: return [Hint("enter", "do it"), Hint("esc", "back"), Hint("type", "to find")]
    case .roster(let sheet): return sheet.hints
    case .line: return [Hint("enter", "next line"), Hint("esc", "stop"), Hint("ctrl-s", "post")]
    case .prompt, nil: break
    }
    let isOpen = subject?.status.isOpen ?? true
    let verbs: [ActionID] =
      [.filter, .find, .open, isOpen ? .close : .reopen, .assign, .label, .priority, .comment]
      + [.new, .status] + Action.shifts.map(\.id) + Action.lanes.map(\.id)
      + [.undo, .own, .retitle, .mark]
    let isReading = place == .onCall && rota.isReading
    let isWhole = place == .compose || place == .note
    let order: [ActionID] =
      Action.standingHints + (detail == nil && !isWhole ? [] : [.back, .nextIssue])
      + (isReading ? [.back] : []) + AppState.watchHints + verbs
    return order.compactMap { id in
      let action = Action.named(id)
      guard action.places.contains(place), !(isReading && id == .open), obstacle(to: id) == nil,
        let key = keymap.key(of: id),
        let hint = action.hint
      else { return nil }
      return Hint(key, hint)
    }
  }

  /// Draws as many hints as fit; the way to all the others is always among them.
  private func drawHints(_ hints: [Hint], into grid: inout Grid, _ area: Rect) {
    var end = area.maxX - 1
    if overlay == nil, let key = keymap.key(of: .palette) {
      let help = Hint(key, "all keys")
      end -= help.width
      draw(help, into: &grid, x: end, y: area.y)
      end -= 2
    }
    var x = area.x + 1
    for hint in hints {
      guard x + hint.width <= end else { break }
      draw(hint, into: &grid, x: x, y: area.y)
      x += hint.width + 2
    }
  }

  private func draw(_ hint: Hint, into grid: inout Grid, x: Int, y: Int) {
    let used = grid.write(CleanText(hint.key), x: x, y: y, .key)
    grid.write(CleanText(hint.words), x: x + used + 1, y: y, .hint)
  }

  /// A question takes both rows of the foot: the line, and the keys that answer it.
  private func drawPrompt(_ prompt: Question, into grid: inout Grid, _ layout: AppLayout) {
    let area = layout.status
    grid.fill(area, .text)
    if status.text.isEmpty {
      drawHints(prompt.hints(hasProjects: words.projects.count > 1), into: &grid, layout.hints)
    } else {
      drawStatus(into: &grid, layout.hints)
    }
    let label = CleanText(prompt.label + ":", fitting: area.width / 2, ellipsis: glyphs.ellipsis)
    let x = area.x + 1 + grid.write(label, x: area.x + 1, y: area.y, .strong) + 1
    prompt.editor.draw(
      into: &grid, Rect(x: x, y: area.y, width: area.maxX - x - 1, height: 1), glyphs: glyphs,
      placeholder: CleanText(prompt.placeholder))
  }
}

extension Hint {
  /// The key, a blank and the words; both are ASCII or nearly so.
  var width: Int { CleanText(key).width + 1 + CleanText(words).width }
}
