internal import Domain
internal import Storage

/// A service with whoever answers for it.
struct ServiceRow {
  var service: Service
  /// Who answers first now.
  var onCall: [EntityID]
  /// Its open issues; capped where counting all would take long.
  var open: CappedCount
  /// The newest handoff of it that was accepted.
  var lastHandoff: LastHandoff?

  /// A change of hands.
  struct LastHandoff {
    var from: EntityID
    var to: EntityID
    var at: Instant
  }

  init(_ service: Service, in open: OpenBill) throws {
    self.service = service
    onCall = open.bill.onCall(for: service.id, at: open.now)
    let query = try open.workspace.query("is:open service:\(service.handle)")
    self.open = try open.workspace.store.count(query, in: open.workspace.context)
    lastHandoff = open.bill.handoffs.compactMap { handoff -> LastHandoff? in
      guard handoff.subject == .service(service.id),
        case .accepted(let person, let at) = handoff.state
      else { return nil }
      return LastHandoff(from: handoff.giver, to: person, at: at)
    }.max { $0.at < $1.at }
  }
}

extension JSONShape where Thing == ServiceRow {
  /// Services with whoever answers for them, as JSON.
  static func service(_ words: Wording) -> JSONShape {
    JSONShape(
      kind: "a service",
      fields: [
        ("handle", { $1.string($0.service.handle) }),
        ("name", { $1.string($0.service.name) }),
        ("team", { $1.optional($0.service.team) }),
        ("owner", { $1.optional($0.service.owner) }),
        ("policy", { $1.optional($0.service.policy) }),
        ("on_call", { $1.list(words.handles($0.onCall)) }),
        ("open_issues", { $1.integer($0.open.value) }),
        (
          "last_handoff",
          {
            guard let handoff = $0.lastHandoff else { return $1.null() }
            $1.beginObject()
            $1.field("from", words.handle(handoff.from))
            $1.field("to", words.handle(handoff.to))
            $1.field("at", handoff.at)
            $1.endObject()
          }
        ),
        ("id", { $1.string($0.service.id.description) }),
      ])
  }
}

extension OpenBill {
  /// A change of hands in a few words: `@ana to @bo Wed 11 Mar 09:05`.
  func inWords(_ handoff: ServiceRow.LastHandoff?) -> String {
    guard let handoff else { return "" }
    return "\(words.mention(handoff.from)) to \(words.mention(handoff.to)) "
      + words.moment(handoff.at)
  }
}
