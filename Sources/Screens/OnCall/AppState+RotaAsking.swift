import Canvas
import Domain

extension AppState {
  /// Everybody who could be on call for a wish: who owes most first, those who are busy or away
  /// last.
  func peoplePicker(_ wish: ShiftWish) -> Picker {
    var wish = wish
    guard let bill, let schedule = bill.schedule(wish.schedule) else {
      return Picker(purpose: .shift(wish), items: [])
    }
    let wording = bill.wording(for: myID)
    let span = wording.span(wish.period.start, wish.period.end)
    wish.title =
      wish.kind == .give
      ? "Give \(span) to"
      : "\(wish.person.map { "Instead of " + wording.mention($0) } ?? "On call") \(span)"
    let lines = rota.loads[wish.schedule]?.report.people ?? []
    let load = Dictionary(lines.map { ($0.person, $0.debt) }) { first, _ in first }
    let timeline = try? bill.resolver(of: schedule).timeline(in: wish.period)
    let busy = Set(timeline?.shifts.map(\.person) ?? [])
    let away = Set(bill.absences.filter { $0.period.overlaps(wish.period) }.map(\.person))
    let team = schedule.participants.union(
      schedule.team.map { bill.members(of: $0) }?.map(\.id) ?? [])
    func rank(_ person: Person) -> (Int, Int64, String) {
      let place = busy.contains(person.id) ? 3 : away.contains(person.id) ? 2 : 0
      return (
        place + (team.contains(person.id) ? 0 : 4), -(load[person.id] ?? 0),
        person.handle.lowercased()
      )
    }
    var items = bill.people.filter { $0.id != wish.person }.sorted { rank($0) < rank($1) }
      .map { person in
        var notes: [String] = []
        if busy.contains(person.id) { notes.append("on call then") }
        if away.contains(person.id) { notes.append("away then") }
        if let debt = load[person.id] {
          let hours = debt / Instant.hour
          notes.append(
            hours > 0 ? "owes \(hours) h" : hours < 0 ? "is owed \(-hours) h" : "is even")
        }
        if person.id == myID { notes.append("you") }
        return Picker.Item(
          value: person.handle, note: notes.joined(separator: ", "), mark: Style(.person))
      }
    if wish.kind == .override, wish.person != nil {
      items.append(
        Picker.Item(value: Picker.nobody, note: "leave a gap", mark: Style(.dim)))
    }
    return Picker(purpose: .shift(wish), items: items)
  }

  /// What can come back for a shift: the coming shifts of others for mine, mine for another's.
  func swapPicker(_ wish: ShiftWish) -> Picker? {
    guard let bill, let myID, let resolver = rota.lane(of: wish.schedule)?.duty.resolver else {
      return nil
    }
    let wording = bill.wording(for: myID)
    let isMine = wish.person == myID
    var wish = wish
    wish.title = "Swap \(wording.span(wish.period.start, wish.period.end)) for"
    let ahead = Period(now, now.advanced(by: RotaLane.margin * Instant.week))
    let shifts = resolver.timeline(in: ahead).shifts.filter { shift in
      !shift.isCutAtStart && !shift.period.overlaps(wish.period)
        && (shift.person == myID) != isMine
    }
    let items = shifts.map { shift in
      Picker.Item(
        value: wording.span(shift.period.start, shift.period.end),
        note: wording.mentions([shift.person]), mark: Style(.time))
    }
    return Picker(purpose: .swap(wish, shifts), items: items)
  }

  /// Does what was picked for a shift.
  mutating func finish(_ picker: Picker, _ wish: ShiftWish) -> [Effect] {
    guard let place = picker.chosenItem else {
      complain("nothing is called that; Esc goes back")
      return []
    }
    overlay = nil
    if case .swap(_, let shifts) = picker.purpose {
      guard shifts.indices.contains(place), let myID else { return [] }
      return swap(wish, for: shifts[place], me: myID)
    }
    let handle = picker.items[place].value
    let isNobody = handle == Picker.nobody && place == picker.items.count - 1
    let other = isNobody ? nil : bill?.people.first { $0.handle == handle }?.id
    guard isNobody || other != nil, let verb = wish.verb(with: other) else { return [] }
    return [.performWatch(verb)]
  }

  private func swap(_ wish: ShiftWish, for shift: Shift, me: EntityID) -> [Effect] {
    guard let person = wish.person else { return [] }
    let isMine = person == me
    let verb = WatchVerb.offerShift(
      wish.schedule, to: isMine ? shift.person : person,
      gives: isMine ? wish.period : shift.period, takes: isMine ? shift.period : wish.period)
    return [.performWatch(verb)]
  }

  /// Tab in a picker of people: other times first, on the clocks of the schedule.
  mutating func askForTimes(_ wish: ShiftWish) {
    guard let zone = rota.lane(of: wish.schedule)?.duty.zone else { return }
    overlay = .prompt(
      Question(
        purpose: .times(wish), editor: LineEditor(TypedPeriod(zone: zone).line(wish.period))))
  }

  /// Takes the line of a question about shifts; what cannot be taken leaves the question open.
  mutating func finish(_ question: Question, _ schedule: EntityID) -> [Effect] {
    guard let zone = rota.lane(of: schedule)?.duty.zone else {
      overlay = nil
      complain("that schedule is not here any more")
      return []
    }
    let typed = TypedPeriod(zone: zone)
    let text = question.editor.text
    do throws(LineProblem) {
      switch question.purpose {
      case .coverNote(let wish):
        overlay = nil
        guard let verb = wish.verb(with: nil, note: text.trimmed) else { return [] }
        sending = question.subject
        return [.performWatch(verb)]
      case .times(var wish):
        let (period, rest) = try typed.read(text)
        guard rest.isEmpty else { throw LineProblem("“\(rest)” does not belong here; take it out") }
        wish.period = period
        overlay =
          wish.kind == .cover
          ? .prompt(Question(purpose: .coverNote(wish), editor: LineEditor(wish.note)))
          : .picker(peoplePicker(wish))
        return []
      case .absence:
        guard let myID else { return [] }
        let (period, note) = try typed.read(text)
        overlay = nil
        sending = question.subject
        return [.performWatch(.addAbsence(myID, period, note: note))]
      case .roster(let draft):
        overlay = .roster(try rosterSheet(draft, text))
        return []
      default: return []
      }
    } catch {
      complain(error.words)
      return []
    }
  }
}

extension Question.Purpose {
  /// The schedule that a question of the on-call tab is about; nil for all others.
  var schedule: EntityID? {
    switch self {
    case .times(let wish), .coverNote(let wish): wish.schedule
    case .absence(let schedule, _): schedule
    case .roster(let draft): draft.schedule
    default: nil
    }
  }
}

extension Picker {
  /// Whether other times can be typed first.
  var canTakeTimes: Bool {
    if case .shift = purpose { true } else { false }
  }

  /// The shift wish that a picker is about; nil for all others.
  var shiftWish: ShiftWish? {
    switch purpose {
    case .shift(let wish), .swap(let wish, _): wish
    default: nil
    }
  }

  /// The index of the item under the cursor; nil when nothing matches what was typed.
  var chosenItem: Int? {
    let matches = matches
    return matches.indices.contains(cursor) ? matches[cursor] : nil
  }
}
