extension WatchBill {
  /// The notes of shifts that were handed to a person and that they have not accepted: offered
  /// ones, and those whose time has passed; the newest change of shifts first.
  public func notesToAccept(by person: EntityID) -> [Handoff] {
    handoffs.filter {
      $0.note != nil && $0.receiver == .person(person) && !$0.state.isOver && $0.state != .draft
    }
    .sorted {
      ($1.shiftChange?.at ?? $1.id.mintedAt, $1.id) < ($0.shiftChange?.at ?? $0.id.mintedAt, $0.id)
    }
  }
}

extension WatchPlanner {
  /// Adds an ask to a note and keeps the note as a draft.
  func ask(
    _ text: String, in note: HandoffNote, _ newID: () -> EntityID
  ) throws(WatchRefusal) -> WatchPlan {
    guard !text.trimmed.isEmpty else {
      throw WatchRefusal("an ask has no words; say what is to be done")
    }
    var note = note
    note.asks.append(HandoffNote.Ask(id: newID(), text.onOneLine.trimmed))
    return try draft(note, newID)
  }

  /// Offers the note of a shift as it is now, whether it was kept before or not.
  func offer(_ note: HandoffNote, _ newID: () -> EntityID) throws(WatchRefusal) -> WatchPlan {
    let kept = try draft(note, newID)
    guard case .put(.handoff(var handoff)) = kept.edits.first else { return kept }
    let title =
      "offered the note of \(bill.name(of: handoff.subject)) to "
      + wording.receiver(handoff.receiver)
    let known = bill.handoffs.first { $0.id == handoff.id }
    if handoff.state == .offered, known?.receiver != handoff.receiver {
      return WatchPlan(title, kept.edits)
    }
    _ = try refusing { () throws(Handoff.Refusal) in
      try handoff.handle(.offer(by: actor), at: now)
    }
    return WatchPlan(title, [.put(.handoff(handoff))])
  }
}
