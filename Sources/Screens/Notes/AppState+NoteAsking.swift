import Canvas
import Domain

extension AppState {
  /// Opens a line for a part of the note; what it says now stands in it.
  mutating func askNote(_ part: NotePart) -> [Effect] {
    guard let note = shownNote, let bill, let change = noteChange else { return [] }
    let text: String =
      switch part {
      case .feel: note.feel
      case .watch(let place):
        place.flatMap { note.watch.indices.contains($0) ? note.watch[$0] : nil }?
          .typed(on: bill.clock(of: note.giver)) ?? ""
      case .ask(let id): note.asks.first { $0.id == id }?.text ?? ""
      }
    let question = Question(purpose: .note(part, change), editor: LineEditor(text))
    overlay = .prompt(question)
    return question.subject.map { [.loadDraft($0)] } ?? []
  }

  /// Takes the answer to a question about the note; a line that is wrong stays open.
  mutating func finish(_ prompt: Question, _ part: NotePart) -> [Effect] {
    guard let effects = write(prompt.editor.text.trimmed, to: part) else { return [] }
    overlay = nil
    guard !effects.isEmpty else {
      if let subject = prompt.subject { keptDrafts.insert(subject) }
      complain("that line of the note is gone; your text is kept as a draft")
      return []
    }
    sending = prompt.subject
    return effects
  }

  /// Writes what was typed for a part of the note into it, and keeps the note as a draft.
  ///
  /// - Returns: nil when the line is not what it should be; the reason is said.
  mutating func write(_ text: String, to part: NotePart) -> [Effect]? {
    guard var note = shownNote, let bill else { return [] }
    switch part {
    case .feel: note.feel = text
    case .ask(nil): return [.performWatch(.ask(text, in: note))]
    case .ask(let id):
      guard let place = note.asks.firstIndex(where: { $0.id == id }) else { return [] }
      note.asks[place].text = text
    case .watch(let place):
      do throws(WatchRefusal) {
        let watch = try HandoffNote.Watch(
          typed: text, after: now, on: bill.clock(of: note.giver))
        if let place, note.watch.indices.contains(place) {
          note.watch[place] = watch
        } else {
          note.watch.append(watch)
        }
      } catch {
        complain(error.description)
        return nil
      }
    }
    return [.performWatch(.draft(note))]
  }

  /// The change of shifts that the note in sight is about.
  private var noteChange: Handoff.ShiftChange? {
    switch note?.side {
    case .giving(let end): end.change
    case .reading: noteHandoff?.shiftChange
    case nil: nil
    }
  }
}
