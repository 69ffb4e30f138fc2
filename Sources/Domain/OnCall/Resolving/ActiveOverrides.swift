/// The overrides of one instant, the strongest first, and what they make of the people.
struct ActiveOverrides {
  /// The strongest cover.
  let cover: Override?
  /// Removals and replacements that count here.
  private let rules: [Override]
  private let additions: [Override]

  init(_ active: [Override]) {
    var cover: Override?
    var rules: [Override] = []
    var additions: [Override] = []
    for override in active {
      switch override.kind {
      case .cover: cover = cover ?? override
      case .remove, .replace: rules.append(override)
      case .add: additions.append(override)
      }
    }
    if let cover { rules.removeAll { !$0.isLater(than: cover) } }
    self.cover = cover
    self.rules = rules
    self.additions = additions
  }

  /// Who takes the place of a person; nil when nobody does.
  func substitute(of person: EntityID) -> EntityID? {
    guard case .replace(_, let other) = rule(on: person)?.kind else { return nil }
    return other
  }

  /// The people after removals and replacements, all at once, and then additions.
  ///
  /// Who is on call by the plan and also takes another's place is named once, by the plan.
  func apply(to people: [Holder]) -> [Holder] {
    guard !rules.isEmpty || !additions.isEmpty else { return people }
    var result: [Holder] = []
    for holder in people {
      guard let rule = rule(on: holder.person) else {
        if let place = result.firstIndex(where: { $0.person == holder.person }) {
          result[place] = holder
        } else {
          result.append(holder)
        }
        continue
      }
      guard case .replace(let replaced, let other) = rule.kind else { continue }
      var reason = holder.reason
      reason.override = rule.id
      reason.insteadOf = replaced
      result.append(once: Holder(person: other, reason: reason))
    }
    for addition in additions {
      let reason = Reason(.override, override: addition.id)
      for person in addition.people { result.append(once: Holder(person: person, reason: reason)) }
    }
    return result
  }

  private func rule(on person: EntityID) -> Override? { rules.first { $0.subject == person } }
}

extension Override {
  /// The people of a cover, on call for no other reason.
  var covering: [Holder] {
    people.map { Holder(person: $0, reason: Reason(.override, override: id)) }
  }
}
