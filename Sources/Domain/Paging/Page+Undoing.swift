/// One thing that was done to a page, as undo needs it: the page before and after.
public struct PageStep: Sendable, Equatable {
  /// The page as it was.
  public let before: Page
  /// The page as the step, with all it set off at once, left it.
  public let after: Page

  /// A step.
  public init(before: Page, after: Page) {
    self.before = before
    self.after = after
  }
}

extension Page {
  /// Takes back an acknowledgement, a snooze, an escalation, a resolution or another step.
  ///
  /// The page becomes what it was before, timers included: one that should have fired meanwhile
  /// fires at once. Signals that came since stay counted. Who was told stays told.
  ///
  /// - Parameter hasNewer: whether the same key has opened another page since, beside which a
  ///   resolved one must not come back.
  /// - Throws: `changedSince` when more than further signals came after the step, `openedAgain`
  ///   when there is a newer page.
  public mutating func undo(
    _ step: PageStep, hasNewer: Bool = false, at now: Instant
  ) throws(Refusal) -> [PageEffect] {
    var expected = step.after
    expected.count = count
    expected.lastSeen = lastSeen
    expected.lastEvent = lastEvent
    guard self == expected, id == step.before.id else { throw .changedSince }
    guard isOpen || !step.before.isOpen || !hasNewer else { throw .openedAgain }
    let hadDeadline = deadline != nil
    let wasRinging = escalation != nil
    var restored = step.before
    restored.count += count - step.after.count
    restored.lastSeen = lastSeen
    restored.lastEvent = lastEvent
    self = restored
    touch(at: now)
    var effects: [PageEffect] = []
    if hadDeadline || deadline != nil { effects.append(.setDeadline(deadline)) }
    if let next = nextEscalation {
      effects.append(.escalate(at: next))
    } else if wasRinging {
      effects.append(.stopEscalation)
    }
    return effects + [.note(.undone)]
  }
}
