extension Page {
  /// A new page from its first signal, and what must be done about it.
  ///
  /// It rings at once, or is suppressed when a maintenance window holds its service's pages back.
  ///
  /// - Parameter earlier: the pages the same key opened before, in any order; the newest is linked,
  ///   and those of the last 24 hours are counted as repeats.
  public static func opened(
    by trigger: PageTrigger, for service: EntityID, key: PageKey?, with opening: PageOpening,
    after earlier: [Page] = [], at now: Instant
  ) -> (page: Page, effects: [PageEffect]) {
    let horizon = now.advanced(by: -PageRules.repeatSpan)
    let page = Page(
      id: opening.id, service: service, key: key, policy: opening.policy, rules: opening.rules,
      previous: earlier.max { $0.firstSeen < $1.firstSeen }?.id,
      repeats: earlier.count { $0.firstSeen > horizon }, firstSeen: now,
      summary: trigger.summary, severity: trigger.severity, urgency: trigger.urgency,
      labels: trigger.labels, count: 1, lastSeen: now, lastEvent: now,
      alarms: opening.isInMaintenance ? 0 : 1, firstAck: nil,
      state: opening.isInMaintenance ? .suppressed : .triggered(Escalation(rung: 1)),
      course: opening.course, turn: opening.turn, acks: [], rings: [])
    return opening.isInMaintenance
      ? (page, [.note(.openedInMaintenance)]) : (page, [.note(.opened), .notify(rung: 1)])
  }
}
