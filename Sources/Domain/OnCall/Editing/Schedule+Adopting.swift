extension Schedule {
  /// The schedule, as a file says it, with overrides and fixed plans under the ids by which they
  /// are known.
  ///
  /// What a file says without an id is new unless the same is there already: an override of the
  /// same kind, period and priority, a fixed plan of the same period. An override that is known
  /// keeps its place in the hub's order and what it came from, which no file says, and its note
  /// where the file has none.
  public func adopting(partsOf known: Schedule) -> Schedule {
    var adopted = self
    var left = known.overrides.filter { old in !overrides.contains { $0.id == old.id } }
    for index in adopted.overrides.indices {
      let new = adopted.overrides[index]
      var match = known.overrides.first { $0.id == new.id }
      if match == nil, let place = left.firstIndex(where: { $0.isSameRule(as: new) }) {
        match = left.remove(at: place)
        adopted.overrides[index].note = new.note.isEmpty ? match?.note ?? "" : new.note
      }
      guard let match else { continue }
      adopted.overrides[index].id = match.id
      adopted.overrides[index].sequence = match.sequence
      adopted.overrides[index].origin = match.origin
    }
    var plans = known.fixedPlans.filter { old in !fixedPlans.contains { $0.id == old.id } }
    for index in adopted.fixedPlans.indices {
      let new = adopted.fixedPlans[index]
      guard !known.fixedPlans.contains(where: { $0.id == new.id }),
        let place = plans.firstIndex(where: { $0.isSameTime(as: new) })
      else { continue }
      adopted.fixedPlans[index].id = plans.remove(at: place).id
    }
    return adopted
  }
}

extension Override {
  fileprivate func isSameRule(as other: Override) -> Bool {
    kind == other.kind && period == other.period && priority == other.priority
  }
}

extension FixedPlan {
  /// Whether it is the plan of a file, perhaps without a beginning that was over when it was made.
  fileprivate func isSameTime(as file: FixedPlan) -> Bool {
    period.end == file.period.end && period.start >= file.period.start
  }
}
