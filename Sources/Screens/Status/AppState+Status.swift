import Canvas
import Domain

extension AppState {
  /// How things stand: my updates, what blocks me and whom I block, and the digest of each team.
  func statusRows(_ bill: WatchBill, width: Int) -> (rows: [TabRow], empty: [String]) {
    var rows: [TabRow] = []
    func add(_ heading: String, _ section: [TabRow]) {
      guard !section.isEmpty else { return }
      if !rows.isEmpty { rows.append(.blank) }
      rows += [.heading(heading)] + section
    }
    if statusBack == 0 {
      add("Your updates", updateRows(bill))
      add("Blocked", blockerRows(bill))
    }
    add("Teams", digestRows(bill))
    return (
      rows,
      [
        "No team is asked how it stands.",
        "Ask one with 'watchbill status prompt set --team NAME --time 09:30'.",
      ]
    )
  }

  /// What is told of the row under the cursor.
  func statusPaper(_ bill: WatchBill, width: Int) -> [StyledLine] {
    var sheet = Sheet(width: width)
    switch tabList.selected {
    case .prompt(let id, let date): tellUpdate(id, date, bill, &sheet)
    case .digest(let id, let date):
      guard let prompt = bill.prompts.first(where: { $0.id == id }) else { break }
      let digest = bill.digest(of: prompt, on: date, now: now)
      let wording = bill.wording(for: myID)
      sheet.plain(digest.text(.plain, wording), bullet: glyphs.bullet)
      let posted = bill.updates.filter { $0.prompt == id && $0.period == date }.map(\.person)
      sheet.blank()
      if !posted.isEmpty { sheet.fact("posted", wording.mentions(posted.sorted())) }
      hint(.copyText, "copies it for a chat", &sheet)
      hint(.dayBefore, "the day before", &sheet)
    case .blocker(let id):
      if let blocker = bill.blockers.first(where: { $0.id == id }) { tell(blocker, bill, &sheet) }
    default: break
    }
    return sheet.lines
  }

  private func updateRows(_ bill: WatchBill) -> [TabRow] {
    guard let myID else { return [] }
    let wording = bill.wording(for: myID)
    return bill.prompts(of: myID).compactMap { prompt in
      let calendar = bill.calendar(of: prompt, for: myID)
      guard let period = prompt.present(at: now, calendar) else { return nil }
      let mine = bill.update(prompt.id, myID, period.date)
      let words: Span
      let right: String
      if let mine {
        let verb = mine.isAmended ? "amended" : mine.editedAt == nil ? "posted" : "edited"
        words = Span(CleanText(verb), .success)
        right = wording.timeOfDay(mine.changedAt)
      } else if keptDrafts.contains(.update(prompt.id, period.date)) {
        words = Span("draft kept", .warning)
        right = "by \(wording.timeOfDay(period.digestAt))"
      } else if let skip = bill.skip(myID, prompt, in: period) {
        words = Span(CleanText("not asked: \(skip.words)"), .dim)
        right = "by \(wording.timeOfDay(period.digestAt))"
      } else {
        words = Span(period.asksAt <= now ? "due" : "open", period.asksAt <= now ? .warning : .dim)
        right = "by \(wording.timeOfDay(period.digestAt))"
      }
      let mark = mine == nil ? Span(glyphs.unread, .unread) : Span(glyphs.success, .success)
      return TabRow(
        .prompt(prompt.id, period.date),
        StyledLine([
          mark, Span(" ", .text), Span(CleanText(wording.name(prompt.team), limit: 60), .strong),
          Span("  ", .text), Span(CleanText(wording.day(period.date)), .text), Span("  ", .text),
          words,
        ]), right: StyledLine(CleanText(right), .time))
    }
  }

  /// What I wait for, then what waits for me, the oldest first.
  private func blockerRows(_ bill: WatchBill) -> [TabRow] {
    guard let myID else { return [] }
    let wording = bill.wording(for: myID)
    let today = bill.clock(of: myID).reading(now).date
    let actor = bill.actor(myID)
    let open = bill.blockers.filter(\.isOpen).sorted { ($0.since, $0.id) < ($1.since, $1.id) }
    func row(_ blocker: Blocker, _ words: String) -> TabRow {
      let age = blocker.age(on: today, week: WorkingWeek())
      let isOld = blocker.isOverdue(on: today, week: WorkingWeek())
      return TabRow(
        .blocker(blocker.id),
        StyledLine([
          Span(glyphs.warning, isOld ? .error : .warning), Span(" ", .text),
          Span(CleanText(words, limit: 400), .text),
        ]),
        right: StyledLine(CleanText(age == 0 ? "today" : "\(age)d"), isOld ? .error : .time))
    }
    return open.filter { $0.person == myID }.map { row($0, "you wait for \($0.words(wording))") }
      + open.filter { isTold($0, actor, bill) && $0.person != myID }.map {
        row($0, "\(wording.mention($0.person)) waits for \($0.words(wording))")
      }
  }

  private func isTold(_ blocker: Blocker, _ actor: Handoff.Actor, _ bill: WatchBill) -> Bool {
    switch bill.waitsFor(blocker) {
    case .person(let id): id == actor.person
    case .team(let id): actor.teams.contains(id)
    case nil: false
    }
  }

  /// A line for each team that is asked, mine first: what is stuck, and how many have answered.
  private func digestRows(_ bill: WatchBill) -> [TabRow] {
    let wording = bill.wording(for: myID)
    return promptsInOrder(bill).compactMap { prompt in
      guard let date = digestDate(of: prompt, bill) else { return nil }
      let digest = bill.digest(of: prompt, on: date, now: now)
      let answered = bill.updates.count { $0.prompt == prompt.id && $0.period == date }
      let blocked = digest.blocked.count + digest.alsoBlocked.count
      let stuck =
        blocked == 0 ? Span("nothing blocked", .dim) : Span("\(blocked) blocked", .warning)
      let missing = digest.silent == 0 ? "" : ", \(digest.silent) missing"
      return TabRow(
        .digest(prompt.id, date),
        StyledLine([
          Span(CleanText(wording.name(prompt.team), limit: 60), .strong), Span("  ", .text),
          Span(CleanText(wording.day(date)), .text), Span("  ", .text), stuck,
        ]), right: StyledLine(CleanText("\(answered) in\(missing)"), .count))
    }
  }

  private func promptsInOrder(_ bill: WatchBill) -> [Prompt] {
    let mine = Set(myID.map { bill.prompts(of: $0).map(\.id) } ?? [])
    return bill.prompts.filter { mine.contains($0.id) }
      + bill.prompts.filter { !mine.contains($0.id) }
  }

  /// The date a digest is shown of: the last one its team was asked about, or an earlier one.
  func digestDate(of prompt: Prompt, _ bill: WatchBill) -> CivilDate? {
    let clock = bill.clock(ofTeam: prompt.team)
    let today = clock.reading(now).date
    let asked = prompt.periods(
      from: CivilDate(daysSinceEpoch: today.daysSinceEpoch - AppState.daysOfUpdates),
      through: today, Prompt.Calendar(person: clock, team: clock)
    ).filter { $0.asksAt <= now }
    return asked.dropLast(statusBack).last?.date
  }

  /// How far back updates are read.
  static let daysOfUpdates = 34

  private func tellUpdate(
    _ id: EntityID, _ date: CivilDate, _ bill: WatchBill, _ sheet: inout Sheet
  ) {
    guard let myID, let prompt = bill.prompts.first(where: { $0.id == id }) else { return }
    let wording = bill.wording(for: myID)
    let mine = bill.update(id, myID, date)
    sheet.title("Your update to team \(wording.name(prompt.team)), \(wording.day(date))")
    if let period = prompt.period(on: date, bill.calendar(of: prompt, for: myID)) {
      sheet.fact("digest", wording.moment(period.digestAt))
    }
    if let mine { sheet.fact("posted", wording.moment(mine.postedAt)) }
    sheet.blank()
    let answers = mine?.answers ?? updateDrafts[id] ?? []
    if mine == nil, !answers.isEmpty {
      sheet.text("From what you did since your last one:", .dim)
    }
    for answer in answers {
      sheet.blank()
      sheet.heading(answer.question.text)
      for point in answer.points { sheet.item(point, bullet: glyphs.bullet) }
      if answer.points.isEmpty { sheet.text("nothing", .dim) }
    }
    sheet.blank()
    hint(.compose, mine == nil ? "looks it over; enter then posts it" : "changes it", &sheet)
  }

  private func tell(_ blocker: Blocker, _ bill: WatchBill, _ sheet: inout Sheet) {
    let wording = bill.wording(for: myID)
    sheet.title(
      "\(wording.mention(blocker.person)) waits for \(blocker.words(wording))")
    sheet.fact("since", wording.day(blocker.since))
    let age = blocker.age(
      on: bill.clock(of: myID).reading(now).date, week: WorkingWeek())
    sheet.fact("age", age == 0 ? "today" : age == 1 ? "1 working day" : "\(age) working days")
    sheet.blank()
    hint(.clearBlocker, "it is cleared", &sheet)
  }

  private func hint(_ id: ActionID, _ words: String, _ sheet: inout Sheet) {
    if let key = keymap.key(of: id) { sheet.hint(key, words) }
  }
}

extension Wording {
  /// The time of day on the reader's clock: `09:05`.
  func timeOfDay(_ instant: Instant) -> String {
    moment(instant).split(separator: " ").last.map(String.init) ?? moment(instant)
  }
}
