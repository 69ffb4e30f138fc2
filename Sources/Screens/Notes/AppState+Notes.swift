import Canvas
import Domain

extension AppState {
  /// Opens one note over the whole screen.
  mutating func openNote(_ side: NoteScreen.Side) -> [Effect] {
    leaveSheets()
    note = NoteScreen(side)
    guard case .giving(let end) = side else { return [] }
    return [.loadTouched(by: end.giver, since: end.change.began)]
  }

  /// Opens the note of a handoff; as its writer when it is mine and can still be written.
  mutating func openNote(of handoff: Handoff) -> [Effect] {
    if let myID, let bill, let schedule = (handoff.shiftChange?.schedule).flatMap(bill.schedule),
      let end = bill.shiftEnd(of: myID, in: schedule, now: now),
      bill.draft(for: end)?.id == handoff.id
    {
      return openNote(.giving(end))
    }
    return openNote(.reading(handoff.id))
  }

  /// Takes in which issues the giver touched.
  mutating func take(touched: [HandoffFacts.TouchedIssue]) -> [Effect] {
    note?.touched = touched
    note?.basis = nil
    return []
  }

  /// The handoff whose note is in sight; nil for one that was never kept.
  var noteHandoff: Handoff? {
    switch note?.side {
    case .giving(let end): bill?.draft(for: end)
    case .reading(let id): bill?.handoffs.first { $0.id == id }
    case nil: nil
    }
  }

  /// The note in sight, as it is now.
  var shownNote: HandoffNote? {
    switch note?.side {
    case .giving(let end): bill?.note(for: end, touched: note?.touched ?? [])
    case .reading: noteHandoff?.note
    case nil: nil
    }
  }

  /// Whether the one who acts writes this note.
  var isGiving: Bool {
    if case .giving = note?.side { true } else { false }
  }

  /// Whether the one who acts is to accept this note.
  var isReceiving: Bool {
    guard let myID, let handoff = noteHandoff else { return false }
    return handoff.receiver == .person(myID) && handoff.state != .draft
  }

  /// Leaves the note, or follows the line under the cursor.
  mutating func lookInNote(_ id: ActionID) -> [Effect] {
    if id == .open { return runNote(id) }
    note = nil
    return []
  }

  /// Does what a note can do.
  mutating func runNote(_ id: ActionID) -> [Effect] {
    switch id {
    case .feel: return askNote(.feel)
    case .noteWatch: return askNote(.watch(nil))
    case .noteAsk: return askNote(.ask(nil))
    case .open, .editLine: return isReceiving ? takeItem() : editStop()
    case .removeLine: return removeStop()
    case .offerNote: return shownNote.map { [.performWatch(.offerNote($0))] } ?? []
    case .takeItem: return takeItem()
    case .takeNote:
      return noteHandoff.map { [.performWatch(.handoff($0.id, .acceptAll))] } ?? []
    case .copyText:
      guard let note = shownNote, let bill else { return [] }
      let taken = Set(noteHandoff?.items.filter { $0.acceptedBy != nil }.map(\.id) ?? [])
      return [.copy(note.text(.plain, bill.wording(for: myID), accepted: taken))]
    default: return []
    }
  }

  /// Why something cannot be done with the note in sight; nil when it can.
  func obstacleInNote(to id: ActionID) -> String? {
    switch id {
    case .feel, .noteWatch, .noteAsk, .removeLine, .offerNote, .editLine:
      if let reason = obstacleToWriting { return reason }
      if id == .offerNote, let reason = obstacleToOfferingNote { return reason }
      if id == .removeLine, note?.cursor == .feel, note?.text?.feel.isEmpty ?? true {
        return "there is nothing on this line"
      }
      return nil
    case .open: return isReceiving ? obstacleToTaking : obstacleToWriting
    case .takeItem, .takeNote: return obstacleToTaking
    default: return nil
    }
  }

  private var obstacleToWriting: String? {
    guard isGiving else { return "only who gives writes the note" }
    if case .passed = noteHandoff?.state {
      return "the time of the shift has come: it stays as it is"
    }
    if case .accepted = noteHandoff?.state { return "it is accepted: it stays as it is" }
    return nil
  }

  private var obstacleToOfferingNote: String? {
    if noteHandoff?.state == .offered { return "it is offered already" }
    guard case .giving(let end) = note?.side, end.change.began > now else { return nil }
    let moment = bill?.wording(for: myID).moment(end.change.began) ?? ""
    return "your shift begins \(moment); its note is offered once it runs"
  }

  private var obstacleToTaking: String? {
    guard isReceiving, let handoff = noteHandoff else {
      return "only who comes on duty can accept it"
    }
    return handoff.state.isOver ? "it is \(handoff.state.name) already" : nil
  }

  /// What waits to be accepted, for the status line; nil when nothing does.
  var noteWords: String? {
    guard note == nil, let myID, let waiting = bill?.notesToAccept(by: myID).first else {
      return nil
    }
    let giver = bill?.person(waiting.giver)?.handle ?? "somebody"
    return "note of @\(giver) to accept: \(keymap.key(of: .note) ?? ":note")"
  }

  private mutating func takeItem() -> [Effect] {
    guard case .item(let id) = note?.cursor, let handoff = noteHandoff else {
      complain("there is no page or ask here; \(keymap.key(of: .takeNote) ?? "a") accepts the note")
      return []
    }
    guard handoff.openItems.contains(where: { $0.id == id }) else {
      complain("you took this already; \(keymap.key(of: .undo) ?? "u") takes the last step back")
      return []
    }
    moveNote(by: 1)
    return [.performWatch(.handoff(handoff.id, .acceptItem(id)))]
  }

  private mutating func editStop() -> [Effect] {
    switch note?.cursor {
    case .feel: return askNote(.feel)
    case .watch(let place): return askNote(.watch(place))
    case .ask(let id): return askNote(.ask(id))
    case .item, nil:
      complain("there is nothing to write here; f, w and n say something")
      return []
    }
  }

  private mutating func removeStop() -> [Effect] {
    guard var text = shownNote else { return [] }
    switch note?.cursor {
    case .feel: text.feel = ""
    case .watch(let place) where text.watch.indices.contains(place): text.watch.remove(at: place)
    case .ask(let id): text.asks.removeAll { $0.id == id }
    default: return []
    }
    return [.performWatch(.draft(text))]
  }
}
