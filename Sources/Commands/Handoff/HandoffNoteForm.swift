internal import Domain

/// What the giver of a shift adds to its note, as typed.
struct HandoffNoteForm {
  let typed: TypedInstant
  let newID: () -> EntityID

  /// Something to watch from `what | until when | escalate when`, the last two optional.
  func watch(_ text: String) throws(Failure) -> HandoffNote.Watch {
    let parts = text.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
      .map { String($0).withoutBlanksAround }
    guard let what = parts.first, !what.isEmpty else {
      throw Failure(.usage, "--watch: say what to keep an eye on: 'what|until|escalate when'")
    }
    let until = parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil
    var watch = HandoffNote.Watch(what)
    if let until { watch.until = try typed.instant(until, "--watch") }
    if parts.count > 2 { watch.escalateWhen = parts[2] }
    return watch
  }

  /// The note for the editor, with what was gathered below.
  func form(for note: HandoffNote, gathered: String) -> SectionForm {
    SectionForm(
      sections: [
        ("How was the shift? A line.", note.feel),
        (
          "What to watch? A line each: what | until when | escalate when",
          note.watch.map(line).joined(separator: "\n")
        ),
        ("What do you ask of them? A line each.", note.asks.map(\.text).joined(separator: "\n")),
      ], footer: gathered)
  }

  /// The note with what was written; an ask that is still there keeps its id.
  func note(_ note: HandoffNote, answers: [String]) throws(Failure) -> HandoffNote {
    var note = note
    let lines = answers.map { answer in
      answer.split(whereSeparator: \.isNewline).map { String($0).withoutBlanksAround }
        .filter { !$0.isEmpty }
    }
    guard lines.count == 3 else { return note }
    note.feel = lines[0].joined(separator: " ")
    var watch: [HandoffNote.Watch] = []
    for line in lines[1] { watch.append(try self.watch(line)) }
    note.watch = watch
    let known = note.asks
    note.asks = lines[2].map { text in
      known.first { $0.text == text } ?? HandoffNote.Ask(id: newID(), text)
    }
    return note
  }

  private func line(_ watch: HandoffNote.Watch) -> String {
    let until = watch.until.map { typed.zone.local($0).words } ?? ""
    guard !watch.escalateWhen.isEmpty else {
      return until.isEmpty ? watch.what : "\(watch.what) | \(until)"
    }
    return "\(watch.what) | \(until) | \(watch.escalateWhen)"
  }
}

extension String {
  /// The text without white space at both ends.
  var withoutBlanksAround: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
