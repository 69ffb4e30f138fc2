import Canvas
import Domain

extension AppState {
  /// Keys while the preview of a roster stands over the screen: Enter saves, Esc goes back to the
  /// line, Tab changes from when it holds.
  mutating func take(_ key: Key, _ sheet: RosterSheet) -> [Effect] {
    var sheet = sheet
    let last = max(0, sheet.lines.count - rosterRows(sheet))
    switch key {
    case .esc, .ctrl("c"):
      overlay = .prompt(Question(purpose: .roster(sheet.draft), editor: LineEditor(sheet.text)))
      return []
    case .enter: return save(sheet)
    case .tab:
      sheet.draft.isAtOnce.toggle()
      do throws(LineProblem) {
        overlay = .roster(try rosterSheet(sheet.draft, sheet.text))
      } catch {
        complain(error.words)
      }
      return []
    case .down, .character("j"): sheet.scroll += 1
    case .up, .character("k"): sheet.scroll -= 1
    case .pageDown, .character(" "): sheet.scroll += rosterRows(sheet)
    case .pageUp: sheet.scroll -= rosterRows(sheet)
    default:
      complain("\(key) does nothing here; Enter saves, Esc goes back")
      return []
    }
    sheet.scroll = min(max(0, sheet.scroll), last)
    overlay = .roster(sheet)
    return []
  }

  /// Worked out again at the last moment, so that a preview looked at for long still begins ahead.
  private mutating func save(_ sheet: RosterSheet) -> [Effect] {
    do throws(LineProblem) {
      let fresh = try rosterSheet(sheet.draft, sheet.text)
      overlay = nil
      sending = .roster(schedule: sheet.draft.schedule, layer: sheet.draft.layer)
      return [.performWatch(.revise(sheet.draft.schedule, fresh.version))]
    } catch {
      complain(error.words)
      return []
    }
  }

  func drawRoster(_ sheet: RosterSheet, into grid: inout Grid) {
    let widest = sheet.lines.map(\.width).max() ?? 0
    let title = CleanText(sheet.title, fitting: size.width - 6, ellipsis: glyphs.ellipsis)
    let width = min(size.width - 2, max(36, widest + 2, title.width + 6))
    let frame = Popup.frame(width: width, rows: max(3, min(sheet.lines.count, 24)), in: size)
    let inside = Popup.draw(frame, title: title, glyphs: glyphs, into: &grid)
    guard !inside.isEmpty else { return }
    for (row, line) in sheet.lines.dropFirst(sheet.scroll).prefix(inside.height).enumerated() {
      grid.write(line, x: inside.x + 1, y: inside.y + row, maxWidth: inside.width - 1)
    }
    Popup.drawScroll(
      frame, list: inside, first: sheet.scroll, place: sheet.scroll + inside.height - 1,
      of: sheet.lines.count, glyphs: glyphs, into: &grid)
  }

  /// How many lines of a preview are in sight.
  private func rosterRows(_ sheet: RosterSheet) -> Int {
    max(1, Popup.frame(width: 36, rows: max(3, min(sheet.lines.count, 24)), in: size).height - 2)
  }

  /// Takes the line into the editor, where each turn has a line of its own.
  mutating func writeRosterOn(_ prompt: Question) -> [Effect] {
    guard let subject = prompt.subject else { return [] }
    let text = prompt.editor.text.split(separator: " ").joined(separator: "\n") + "\n"
    editing = EditorWish(
      subject: subject, fallback: prompt.editor.text, opened: text, isOpen: true)
    overlay = nil
    return [.saveDraft(subject, text), .openEditor(EditorRequest(subject: subject, text: text))]
  }

  /// Shows what the people that were written in the editor move; what cannot be is a line again.
  mutating func takeWritten(_ draft: RosterDraft, _ text: String) -> [Effect] {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    do throws(LineProblem) {
      overlay = .roster(try rosterSheet(draft, line))
    } catch {
      overlay = .prompt(
        Question(purpose: .roster(draft), editor: LineEditor(line), isTouched: true))
      complain(error.words)
    }
    return [.saveDraft(.roster(schedule: draft.schedule, layer: draft.layer), line)]
  }
}
