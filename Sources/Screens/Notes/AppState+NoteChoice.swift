import Domain

extension AppState {
  /// Opens the first note that concerns me; from a note the next one.
  ///
  /// First comes the one that waits for me, then that of the shift I am in, then the one I write
  /// for my shift's end. In the on-call tab those of the schedule there come before all others.
  mutating func openNote() -> [Effect] {
    guard bill != nil else {
      complain("who stands which watch is not read yet; try again")
      return []
    }
    guard let myID else {
      complain("nobody here is called \(me ?? "that"); see watchbill person list")
      return []
    }
    let notes = notesInReach(of: myID)
    let here = note.flatMap { shown in notes.firstIndex { $0.isSame(as: shown.side) } }
    let next = here.map { ($0 + 1) % notes.count } ?? 0
    guard notes.indices.contains(next), next != here else {
      complain(
        note == nil
          ? "no shift of yours ends within eight weeks, and no note waits for you"
          : "there is no other note")
      return []
    }
    return openNote(notes[next])
  }

  /// The notes that concern me, the likeliest first, each once.
  func notesInReach(of me: EntityID) -> [NoteScreen.Side] {
    guard let bill else { return [] }
    var sides: [NoteScreen.Side] = []
    func add(_ side: NoteScreen.Side?) {
      if let side, !sides.contains(where: { $0.isSame(as: side) }) { sides.append(side) }
    }
    let waiting = bill.notesToAccept(by: me)
    let running = bill.currentNotes(of: me, at: now)
    if let schedule = rotaSchedule {
      func isHere(_ handoff: Handoff) -> Bool { handoff.shiftChange?.schedule == schedule.id }
      for handoff in (waiting + running).filter(isHere) { add(.reading(handoff.id)) }
      add(bill.shiftEnd(of: me, in: schedule, now: now).map { .giving($0) })
      // Whose shift it ever was: where a schedule is looked at, its last note can be read.
      let last = bill.lastNotes(of: schedule.id).first
      add(last.flatMap { $0.giver == me && !$0.state.isOver ? nil : .reading($0.id) })
    }
    for handoff in waiting.prefix(1) + running { add(.reading(handoff.id)) }
    add(bill.shiftEnd(of: me, now: now).map { .giving($0) })
    return sides
  }
}

extension WatchBill {
  /// The notes of a schedule that were offered, the newest change of shifts first.
  func lastNotes(of schedule: EntityID) -> [Handoff] {
    handoffs.filter {
      $0.shiftChange?.schedule == schedule && $0.note != nil && $0.state != .draft
    }
    .sorted {
      ($1.shiftChange?.at ?? .distantPast, $1.id) < ($0.shiftChange?.at ?? .distantPast, $0.id)
    }
  }

  /// The notes that a person has dealt with, of shifts that they stand or are to stand.
  fileprivate func currentNotes(of person: EntityID, at now: Instant) -> [Handoff] {
    handoffs.filter { handoff in
      guard let change = handoff.shiftChange, handoff.state.isOver, handoff.note != nil else {
        return false
      }
      return handoff.receiver == .person(person) && change.nextEnds > now
    }
  }
}
