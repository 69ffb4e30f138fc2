internal import ArgumentParser
internal import Domain

/// Which handoff.
struct HandoffChoice: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Its id, what is handed over (API-42), or 'latest'; needed when several can be meant.",
      valueName: "id"))
  var id: String?

  /// The handoff that was named, or the only one of those that can be meant.
  func handoff(
    in open: OpenBill, to purpose: String, where isLikely: (Handoff) -> Bool
  ) throws(Failure) -> Handoff {
    let handoffs = open.handoffs
    if let id {
      let named = handoffs.filter { open.bill.name(of: $0.subject).lowercased() == id.lowercased() }
      if let handoff = named.first(where: isLikely) ?? named.first { return handoff }
    }
    return try open.choose(
      id, among: handoffs, likely: handoffs.filter(isLikely), "handoff", to: purpose,
      list: "handoff list", id: \.id)
  }
}

extension OpenBill {
  /// Does something to a handoff, and prints what was done and what became of it.
  func perform(_ deed: HandoffDeed, on handoff: Handoff, _ form: OutputForm) throws {
    try perform(
      .handoff(handoff.id, deed), form, { .handoff($0.bill) }, id: \.id,
      on: (handoff.id, "it was so already")
    ) { $0.handoffs }
  }
}
