internal import Domain

extension JSONShape where Thing == Handoff {
  /// Handoffs as JSON.
  static func handoff(_ bill: WatchBill) -> JSONShape {
    let words = bill.wording(for: nil)
    return JSONShape(
      kind: "a handoff",
      fields: [
        ("id", { $1.string($0.id.description) }),
        ("kind", { $1.string($0.subject.kind) }),
        ("subject", { $1.string(bill.name(of: $0.subject)) }),
        ("state", { $1.string($0.state.name) }),
        ("from", { $1.string(words.handle($0.giver)) }),
        ("to", { $1.string(words.typed($0.receiver)) }),
        ("message", { $1.string($0.message) }),
        ("offered", { $1.optional($0.offeredAt) }),
        ("expires", { $1.optional($0.expiresAt) }),
        ("at", { $1.optional($0.shiftChange?.at) }),
        ("answered_by", { $1.optional($0.state.answerer.map(words.handle)) }),
        ("note", { $1.optional($0.note?.text(.plain, words)) }),
        (
          "items",
          {
            $1.objects($0.items) { item, writer in
              writer.field("kind", item.kind == .page ? "page" : "ask")
              writer.field("text", item.text)
              writer.field("accepted_by", item.acceptedBy.map(words.handle))
              writer.field("id", item.id.description)
            }
          }
        ),
      ])
  }
}

extension Handoff.Subject {
  /// The word for what is handed over.
  var kind: String {
    switch self {
    case .issue: "issue"
    case .service: "service"
    case .shift: "shift"
    }
  }
}

extension Handoff.State {
  /// Who accepted or declined; nil while nobody did.
  fileprivate var answerer: EntityID? {
    switch self {
    case .accepted(let person, _), .declined(let person, _, _): person
    case .draft, .offered, .withdrawn, .expired, .passed: nil
    }
  }
}

extension Wording {
  /// A receiver as it is typed: `bo`, or `team:api`.
  func typed(_ receiver: Handoff.Receiver) -> String {
    switch receiver {
    case .person(let id): handle(id)
    case .team(let id): "team:\(name(id))"
    }
  }
}
