import Canvas
import Domain

/// The people of a layer being written anew: which layer, and from when.
struct RosterDraft: Sendable, Equatable {
  var schedule: EntityID
  var layer: EntityID
  /// Whether it holds at once, in the middle of the turn, and not with the next handoff.
  var isAtOnce = false
}

/// What a new roster moves, to be looked at before it is saved.
struct RosterSheet: Sendable, Equatable {
  var draft: RosterDraft
  /// The line it was made from, for going back to it.
  var text: String
  var version: Schedule.Version
  var title: String
  var lines: [StyledLine]
  var scroll = 0
}

extension AppState {
  /// Why there is no roster to edit here.
  func rosterObstacle(_ schedule: Schedule) -> String? {
    switch rosterLayer(schedule)?.source {
    case .rotation, .people: nil
    case .calendar: "its people come from an imported calendar; change them there"
    case .shifts: "its shifts are written one by one; 'watchbill oncall show --apply' changes them"
    case nil: "the plan has no layer; 'watchbill oncall show --apply FILE' makes one"
    }
  }

  /// The layer of the chosen piece, else the first that has turns.
  private func rosterLayer(_ schedule: Schedule) -> Layer? {
    let layers = schedule.version(at: now)?.layers ?? []
    if case .layer(let id) = rotaPiece?.reason?.source,
      let layer = layers.first(where: { $0.id == id })
    {
      return layer
    }
    return layers.first { layer in
      if case .rotation = layer.source { true } else { false }
    } ?? layers.first
  }

  mutating func askForRoster() -> [Effect] {
    guard let schedule = rotaSchedule, let layer = rosterLayer(schedule), let bill else {
      return []
    }
    let handles = Dictionary(bill.people.map { ($0.id, $0.handle) }) { first, _ in first }
    let slots: [[EntityID]]
    switch layer.source {
    case .rotation(let rotation): slots = rotation.slots
    case .people(let people): slots = people.map { [$0] }
    case .shifts, .calendar: return []
    }
    // Who has left is no longer among the people, and leaves the line too.
    let line = slots.map { $0.compactMap { handles[$0] }.joined(separator: "+") }
      .filter { !$0.isEmpty }.joined(separator: " ")
    let draft = RosterDraft(schedule: schedule.id, layer: layer.id)
    let question = Question(purpose: .roster(draft), editor: LineEditor(line))
    overlay = .prompt(question)
    return question.subject.map { [.loadDraft($0)] } ?? []
  }

  /// What a roster would move in the eight weeks to come; throws why it cannot be.
  func rosterSheet(_ draft: RosterDraft, _ text: String) throws(LineProblem) -> RosterSheet {
    guard let bill, let schedule = bill.schedule(draft.schedule) else {
      throw LineProblem("that schedule is not here any more")
    }
    let slots = try slots(text, bill)
    let version = try version(of: schedule, draft, slots, bill)
    let changed: Schedule
    do throws(ScheduleRefusal) {
      changed = try schedule.adding(version, now: now)
    } catch {
      throw LineProblem("\(error)")
    }
    let preview: RosterPreview
    do throws(WatchRefusal) {
      preview = RosterPreview(
        from: try bill.resolver(of: schedule), to: try bill.resolver(of: changed), now: now)
    } catch {
      throw LineProblem("\(error)")
    }
    let wording = bill.wording(for: myID)
    let start = wording.moment(version.effectiveFrom ?? now)
    return RosterSheet(
      draft: draft, text: text, version: version,
      title: "\(schedule.name) from \(start)",
      lines: lines(preview, schedule, version, wording))
  }

  /// The slots in a line of handles: `ana bo+dee cy`.
  private func slots(_ text: String, _ bill: WatchBill) throws(LineProblem) -> [[EntityID]] {
    var slots: [[EntityID]] = []
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      var slot: [EntityID] = []
      for name in word.split(separator: "+") {
        let handle = name.hasPrefix("@") ? name.dropFirst() : name
        let person = bill.people.first { $0.handle.lowercased() == handle.lowercased() }
        guard let person else {
          throw LineProblem("nobody here is called “\(handle)”; 'watchbill person list' names all")
        }
        if !slot.contains(person.id) { slot.append(person.id) }
      }
      if !slot.isEmpty { slots.append(slot) }
    }
    guard !slots.isEmpty else {
      throw LineProblem("the roster has nobody in it; name at least one person")
    }
    return slots
  }

  private func version(
    of schedule: Schedule, _ draft: RosterDraft, _ slots: [[EntityID]], _ bill: WatchBill
  ) throws(LineProblem) -> Schedule.Version {
    // At once is from the next minute on: the past is what it was when the store writes it.
    let minute = Instant(milliseconds: (now.milliseconds / Instant.minute + 1) * Instant.minute)
    let layers = schedule.version(at: now)?.layers ?? []
    guard let layer = layers.first(where: { $0.id == draft.layer }) else {
      throw LineProblem("that layer is not in the plan any more")
    }
    var start = minute
    var source = Layer.Source.people(
      slots.reduce(into: []) { people, slot in
        people += slot.filter { !people.contains($0) }
      })
    if case .rotation(let rotation) = layer.source {
      let turns: Turns
      do throws(ZoneError) {
        turns = try Turns(rotation, zones: bill.zones)
      } catch {
        throw LineProblem("\(error)")
      }
      let edit = turns.editing(
        slots: slots, from: draft.isAtOnce ? .at(minute) : .nextHandoff, now: now)
      start = edit.effectiveFrom
      source = .rotation(edit.rotation)
    }
    // Whatever else the plan has by then stays.
    var version = Schedule.Version(
      effectiveFrom: start, layers: schedule.version(at: start)?.layers ?? layers)
    guard let place = version.layers.firstIndex(where: { $0.id == draft.layer }) else {
      throw LineProblem("that layer is not in the plan any more from then on")
    }
    version.layers[place].source = source
    return version
  }

  private func lines(
    _ preview: RosterPreview, _ schedule: Schedule, _ version: Schedule.Version, _ wording: Wording
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    func add(_ words: String, _ role: Role) {
      lines.append(StyledLine(CleanText(words, limit: 200), role))
    }
    if preview.moves.isEmpty { add("Nobody's shifts move in the next 8 weeks.", .dim) }
    for move in preview.moves {
      if !lines.isEmpty { lines.append(StyledLine()) }
      add(wording.mention(move.person), .person)
      let changes =
        move.loses.map { ($0, "-", Role.warning) } + move.gains.map { ($0, "+", Role.success) }
      for (period, sign, role) in changes.sorted(by: { $0.0.start < $1.0.start }) {
        let words =
          period.end >= preview.period.end
          ? "\(wording.moment(period.start)) and on" : wording.span(period.start, period.end)
        add("\(sign) \(words)", role)
      }
    }
    let start = version.effectiveFrom ?? now
    for later in schedule.versions.compactMap(\.effectiveFrom) where later >= start {
      lines.append(StyledLine())
      add("The plan that was to begin \(wording.moment(later)) is replaced.", .warning)
    }
    return lines
  }
}

extension RosterSheet {
  /// The keys that work while it is looked at.
  var hints: [Hint] {
    [
      Hint("enter", "save"), Hint("esc", "back"),
      Hint("tab", draft.isAtOnce ? "with the next handoff" : "at once"),
    ]
  }
}
