extension WatchPlanner {
  /// The overrides that do to whoever is on call what others say, where somebody stands in too.
  ///
  /// Overrides do not chain: who is to replace Bo, who is there in Ana's place, must replace Ana.
  /// An override is parted where it is about another person; when somebody takes their own place
  /// back, that part names everybody who is then on call. The first part keeps the id. Throws for
  /// somebody who was added, whom no other override takes away.
  func standingIn(
    _ overrides: [Override], in schedule: Schedule, _ newID: () -> EntityID
  ) throws(WatchRefusal) -> [Override] {
    let resolver = try bill.resolver(of: schedule)
    var result: [Override] = []
    for override in overrides {
      guard let subject = override.subject else {
        result.append(override)
        continue
      }
      var parts: [Override] = []
      for stretch in resolver.timeline(in: override.period).stretches {
        let kind = try kind(of: override, about: subject, in: stretch, of: schedule)
        if let last = parts.last, last.kind == kind {
          parts[parts.count - 1].period.end = stretch.period.end
        } else {
          var part = override
          if !parts.isEmpty { part.id = newID() }
          part.kind = kind
          part.period = stretch.period
          parts.append(part)
        }
      }
      result += parts.isEmpty ? [override] : parts
    }
    return result
  }

  private func kind(
    of override: Override, about subject: EntityID, in stretch: Stretch, of schedule: Schedule
  ) throws(WatchRefusal) -> Override.Kind {
    guard let holder = stretch.holders.first(where: { $0.person == subject }),
      let reason = holder.reason.override
    else { return override.kind }
    if case .add = schedule.overrides.first(where: { $0.id == reason })?.kind {
      throw WatchRefusal(
        "\(wording.mention(subject)) was added \(wording.moment(stretch.period.start)); "
          + "end that override first")
    }
    guard let replaced = holder.reason.insteadOf else { return override.kind }
    guard case .replace(_, let other) = override.kind else { return .remove(replaced) }
    guard other == replaced else { return .replace(replaced, with: other) }
    return .cover(stretch.holders.map { $0.person == subject ? other : $0.person })
  }
}
