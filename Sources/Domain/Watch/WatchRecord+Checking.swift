extension WatchRecord {
  /// Something about a thing that can never be.
  public struct Flaw: Sendable, Equatable {
    /// The part of the content that is to blame, `versions[0].layers[1]`; empty for the whole.
    public var part: String
    /// One sentence for people: what is wrong, and after a semicolon what to do.
    public var words: String

    init(_ words: String, in part: String = "") {
      self.part = part
      self.words = words
    }
  }

  /// The first thing about it that can never be; nil when all is well.
  ///
  /// It is for things that come from outside: a verb makes none that has a
  /// flaw. What is over already, or names people who are not here, is no flaw.
  public var flaw: Flaw? {
    switch self {
    case .schedule(let it): it.flaw
    case .override(let it, _): it.flaw
    case .cover(let it): it.flaw
    case .offer(let it): it.flaw
    case .absence(let it):
      it.period.isEmpty
        ? Flaw("an absence must end after it begins; move its end", in: "period") : nil
    case .policy(let it):
      flaw { () throws(EscalationPolicy.Flaw) in
        _ = try EscalationPolicy(
          version: it.policy.version, steps: it.policy.steps, repeats: it.policy.repeats)
      }
    case .maintenance(let it):
      flaw { () throws(MaintenanceWindow.Flaw) in
        _ = try MaintenanceWindow(
          id: it.id, reason: it.reason, services: it.services, from: it.start, to: it.end)
      }
    case .page(let it):
      it.brokenInvariant.map { Flaw("the page cannot be so: \($0); export it again") }
    case .handoff(let it): it.flaw
    case .prompt(let it):
      flaw { () throws(Prompt.Flaw) in
        _ = try Prompt(
          id: it.id, team: it.team, questions: it.questions, days: it.days, minute: it.minute,
          zone: it.zone, digestMinute: it.digestMinute)
      }
    case .update(let it):
      it.answers.allSatisfy { $0.text.trimmed.isEmpty }
        ? Flaw("every answer is empty; write at least one", in: "answers") : nil
    case .blocker: nil
    }
  }

  private func flaw<Reason: Error & CustomStringConvertible>(
    _ check: () throws(Reason) -> Void
  ) -> Flaw? {
    do throws(Reason) {
      try check()
      return nil
    } catch {
      return Flaw(error.description)
    }
  }
}

extension Schedule {
  fileprivate var flaw: WatchRecord.Flaw? {
    if name.trimmed.isEmpty {
      return WatchRecord.Flaw("the schedule has no name; give it one", in: "name")
    }
    guard overrides.isEmpty else {
      return WatchRecord.Flaw(
        "overrides are records of their own; take them out of the schedule", in: "overrides")
    }
    for (index, version) in versions.enumerated() {
      let part = "versions[\(index)]"
      do throws(ScheduleRefusal) {
        try version.check()
      } catch {
        return WatchRecord.Flaw(error.description, in: part)
      }
      for (place, layer) in version.layers.enumerated() {
        guard case .calendar(let calendar) = layer.source, let words = calendar.flaw else {
          continue
        }
        return WatchRecord.Flaw(words, in: "\(part).layers[\(place)]")
      }
    }
    return nil
  }
}

extension ImportedCalendar {
  fileprivate var flaw: String? {
    for event in events {
      guard event.duration >= 0 else { return "an event ends before it starts; move its end" }
      guard event.duration <= Event.longest else {
        return "an event lasts longer than 366 days; write it in shorter parts"
      }
      guard let rule = event.rule else { continue }
      guard (1...10_000).contains(rule.interval) else {
        return "\(rule.interval) is no interval; write a number from 1 to 10000"
      }
      if let count = rule.count, !(1...RecurrenceRule.mostCount).contains(count) {
        return "\(count) is no count; write a number from 1 to \(RecurrenceRule.mostCount)"
      }
      let places = rule.days.compactMap(\.place)
      guard places.allSatisfy({ $0 != 0 && (-5...5).contains($0) }) else {
        return "a place in a month is 1 to 5, or -1 to -5 from its end; correct the rule"
      }
    }
    return nil
  }
}

extension Override {
  fileprivate var flaw: WatchRecord.Flaw? {
    if period.isEmpty {
      return WatchRecord.Flaw("an override must end after it begins; move its end", in: "period")
    }
    guard case .replace(let person, let other) = kind, person == other else { return nil }
    return WatchRecord.Flaw(ScheduleRefusal.replacesThemselves.description, in: "kind")
  }
}

extension CoverRequest {
  fileprivate var flaw: WatchRecord.Flaw? {
    if period.isEmpty {
      return WatchRecord.Flaw(CoverRefusal.endsBeforeItStarts(period).description, in: "period")
    }
    if takes.contains(where: { $0.taker == asker }) {
      return WatchRecord.Flaw(CoverRefusal.own.description, in: "takes")
    }
    return nil
  }
}

extension ShiftOffer {
  fileprivate var flaw: WatchRecord.Flaw? {
    if gives.isEmpty {
      return WatchRecord.Flaw(CoverRefusal.endsBeforeItStarts(gives).description, in: "gives")
    }
    if let takes, takes.isEmpty {
      return WatchRecord.Flaw(CoverRefusal.endsBeforeItStarts(takes).description, in: "takes")
    }
    return giver == receiver
      ? WatchRecord.Flaw("nobody can offer a shift to themselves; name another person") : nil
  }
}

extension Handoff {
  fileprivate var flaw: WatchRecord.Flaw? {
    if receiver == .person(giver) {
      return WatchRecord.Flaw(Refusal.toOneself.description, in: "receiver")
    }
    if shiftChange != nil, case .team = receiver {
      return WatchRecord.Flaw(Refusal.shiftNeedsPerson.description, in: "receiver")
    }
    if state == .offered, offeredAt == nil {
      return WatchRecord.Flaw("it is offered and nobody knows since when; add it", in: "offeredAt")
    }
    return nil
  }
}
