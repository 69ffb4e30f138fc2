import Domain

extension WatchBill {
  /// Something that happened to an offer.
  struct OfferEvent: Equatable {
    var at: Instant
    var words: String
  }

  /// What became of the offers of a service or an issue, the newest first.
  func offerEvents(of subject: Handoff.Subject, _ wording: Wording) -> [OfferEvent] {
    handoffs.filter { $0.subject == subject }.flatMap { events(of: $0, wording) }
      .sorted { $0.at > $1.at }
  }

  /// When it was offered, and what came of it.
  func events(of handoff: Handoff, _ wording: Wording) -> [OfferEvent] {
    let giver = wording.mention(handoff.giver)
    let receiver = wording.receiver(handoff.receiver)
    var events: [OfferEvent] = []
    func add(_ at: Instant?, _ words: String) {
      if let at { events.append(OfferEvent(at: at, words: words)) }
    }
    add(handoff.offeredAt, "\(giver) offered it to \(receiver)")
    switch handoff.state {
    case .draft, .offered: break
    case .accepted(let person, let at):
      let by = wording.mention(person)
      add(at, by == receiver ? "\(by) accepted it" : "\(by) accepted it for \(receiver)")
    case .declined(let person, let at, let reason):
      let why = reason.trimmed.isEmpty ? "" : ": \(reason)"
      add(at, "\(wording.mention(person)) declined it\(why)")
    case .withdrawn(let at): add(at, "\(giver) withdrew the offer to \(receiver)")
    case .expired(let at): add(at, "the offer to \(receiver) expired")
    case .passed(let at): add(at, "the pager passed to \(receiver), the note not accepted")
    }
    return events
  }
}
