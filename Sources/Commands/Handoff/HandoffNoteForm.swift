internal import Domain

/// What the giver of a shift adds to its note, as typed.
struct HandoffNoteForm {
  /// The giver's clock, by which times are typed.
  let clock: WallClock
  let now: Instant
  let newID: () -> EntityID

  /// Something to watch from `what | until when | when to escalate`, the last two optional.
  func watch(_ text: String) throws(WatchRefusal) -> HandoffNote.Watch {
    try HandoffNote.Watch(typed: text, after: now, on: clock)
  }

  /// The note for the editor, with what was gathered below.
  func form(for note: HandoffNote, gathered: String) -> SectionForm {
    SectionForm(
      sections: [
        ("How was the shift? A line.", note.feel),
        (
          "What to watch? A line each: what | Fri 12:00 | when to escalate",
          note.watch.map { $0.typed(on: clock) }.joined(separator: "\n")
        ),
        ("What do you ask of them? A line each.", note.asks.map(\.text).joined(separator: "\n")),
      ], footer: gathered)
  }

  /// The note with what was written; an ask that is still there keeps its id.
  func note(_ note: HandoffNote, answers: [String]) throws(WatchRefusal) -> HandoffNote {
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
    var known = note.asks
    note.asks = lines[2].map { text in
      guard let place = known.firstIndex(where: { $0.text == text }) else {
        return HandoffNote.Ask(id: newID(), text)
      }
      return known.remove(at: place)
    }
    return note
  }
}

extension String {
  /// The text without white space at both ends.
  var withoutBlanksAround: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
