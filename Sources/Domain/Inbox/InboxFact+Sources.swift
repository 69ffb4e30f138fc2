extension InboxFact {
  /// A page that rings for somebody, or that they hold; nil when it is not theirs.
  ///
  /// Every time it begins to ring is a new event: a lapse brings it back although it was done.
  public static func page(_ page: Page, for person: EntityID, _ wording: Wording) -> InboxFact? {
    let isTheirs = page.owner == person || page.escalation?.told.contains(person) ?? false
    guard isTheirs else { return nil }
    let verb = page.owner == person ? "you hold" : "rings"
    return InboxFact(
      .paged, .page(page.id), event: "page:\(page.id):\(page.alarms)", at: page.lastSeen,
      words: "\(wording.name(page.service)) \(verb): \(page.summary.onOneLine)")
  }

  /// A handoff that waits for the answer of somebody, or of one of their teams; nil for any other.
  ///
  /// - Parameter subject: what is handed over, as people call it.
  public static func handoff(
    _ handoff: Handoff, for person: Handoff.Actor, subject: String, _ wording: Wording
  ) -> InboxFact? {
    let isTheirs =
      switch handoff.receiver {
      case .person(let id): id == person.person
      case .team(let id): person.teams.contains(id)
      }
    guard isTheirs, !handoff.state.isOver, handoff.state != .draft else { return nil }
    guard let at = handoff.offeredAt ?? handoff.shiftChange?.at else { return nil }
    return InboxFact(
      .offered, .handoff(handoff.id), event: "handoff:\(handoff.id)", at: at,
      by: handoff.giver,
      words: "\(wording.mention(handoff.giver)) hands you \(subject.onOneLine)")
  }

  /// Something that waits for a person or one of their teams; nil when it does not.
  ///
  /// - Parameters:
  ///   - receiver: whom it waits for, as far as that is somebody here.
  ///   - at: when it was said.
  public static func blocker(
    _ blocker: Blocker, waitsFor receiver: Handoff.Receiver?, for person: Handoff.Actor,
    at: Instant, _ wording: Wording
  ) -> InboxFact? {
    let isTheirs =
      switch receiver {
      case .person(let id): id == person.person
      case .team(let id): person.teams.contains(id)
      case nil: false
      }
    guard blocker.isOpen, isTheirs else { return nil }
    let text = blocker.text.onOneLine.trimmed
    let issue: String? = if case .issue(let key) = blocker.cause { key.description } else { nil }
    let what = [issue, text.isEmpty ? nil : text].compactMap(\.self).joined(separator: ", ")
    return InboxFact(
      .blockedOnYou, .blocker(blocker.id), event: "blocker:\(blocker.id)", at: at,
      by: blocker.person,
      words: "\(wording.mention(blocker.person)) waits for you" + (what.isEmpty ? "" : ": \(what)"))
  }

  /// A prompt that asks and has no answer; nil before it asks, and once it is answered.
  public static func prompt(
    _ prompt: Prompt, _ period: PromptPeriod, isAnswered: Bool, at now: Instant, _ wording: Wording
  ) -> InboxFact? {
    guard !isAnswered, period.asksAt <= now else { return nil }
    return InboxFact(
      .promptDue, .prompt(prompt.id, period.date),
      event: "prompt:\(prompt.id):\(period.date)", at: period.asksAt,
      words: "Team \(wording.name(prompt.team)) asks how it stands, \(wording.day(period.date))")
  }
}
