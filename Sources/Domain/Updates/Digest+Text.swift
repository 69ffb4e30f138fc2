extension Digest {
  /// The digest as a text to paste into a chat or to send.
  ///
  /// - Parameter wording: tells times on the team's clock.
  public func text(_ form: TextForm, _ wording: Wording) -> String {
    var sheet = TextSheet(form)
    sheet.title("Team \(wording.name(team)), \(wording.day(date))")
    if !blocked.isEmpty || !alsoBlocked.isEmpty {
      sheet.heading("Blocked")
      for stuck in blocked { sheet.item(stuck.words(wording)) }
      for said in alsoBlocked { sheet.item(said.head(wording), said.points) }
    }
    sheet.section("Asks", asks, wording)
    if !changed.isEmpty || !ownership.isEmpty {
      sheet.heading("Changed")
      for said in changed { sheet.item(said.head(wording), said.points) }
      for change in ownership { sheet.item(change.words(wording)) }
    }
    for section in rest { sheet.section(section.question.heading, section.said, wording) }
    if silent > 0 {
      sheet.paragraph(
        silent == 1 ? "1 person has not answered yet." : "\(silent) people have not answered yet.")
    }
    if let onCall {
      let zone = wording.clock.name.map { " (\($0))" } ?? ""
      sheet.section("On call\(zone)", onCall.lines(wording))
    }
    return sheet.text
  }
}

extension TextSheet {
  fileprivate mutating func section(
    _ heading: String, _ said: [Digest.Said], _ wording: Wording
  ) {
    guard !said.isEmpty else { return }
    self.heading(heading)
    for said in said { item(said.head(wording), said.points) }
  }
}

extension Digest.Said {
  fileprivate func head(_ wording: Wording) -> String {
    wording.mention(person) + (isAmended ? " (amended)" : "")
  }
}

extension Digest.Stuck {
  fileprivate func words(_ wording: Wording) -> String {
    let since = age == 0 ? "since today" : "for \(age.of("working day"))"
    return "\(wording.mention(blocker.person)) waits for \(blocker.words(wording)), \(since)"
      + (isOverdue ? " (the team knows)" : "")
  }
}

extension Prompt.Question {
  fileprivate var heading: String { role == .next ? "Next" : text.onOneLine }
}

extension OnCallTail {
  fileprivate func lines(_ wording: Wording) -> [String] {
    let gaps = schedules.flatMap { schedule in
      schedule.gaps.map {
        "Gap on \(wording.name(schedule.id)): \(wording.span($0.start, $0.end))"
      }
    }
    let none = schedules.isEmpty ? [] : ["No gaps in the next 14 days"]
    let total = pages.reduce(0) { $0 + $1.count }
    let services = pages.map { "\(wording.name($0.service)) \($0.count)" }.joined(separator: ", ")
    return schedules.map { $0.words(wording) } + (gaps.isEmpty ? none : gaps) + [
      total == 0
        ? "No pages since the last digest"
        : "\(total.of("page")) since the last digest: \(services)"
    ]
  }
}

extension OnCallTail.Schedule {
  fileprivate func words(_ wording: Wording) -> String {
    let nobody = isNeeded ? "nobody" : "not needed"
    let people = now.isEmpty ? nobody : wording.mentions(now)
    guard let until else { return "\(wording.name(id)): \(people)" }
    return "\(wording.name(id)): \(people) until \(wording.moment(until)), "
      + "then \(wording.mentions(next))"
  }
}
