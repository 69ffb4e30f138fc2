internal import Domain
internal import FoundationEssentials

extension WatchRecord {
  /// The fields it is stored as: what it is found by, and its content as JSON.
  func fields() throws -> [Field: Value] {
    switch self {
    case .schedule(let it):
      var bare = it
      // Overrides are records of their own.
      bare.overrides = []
      return [
        .handle: .text(it.name), .team: .optional(it.team), .content: try WatchRecord.json(bare),
      ]
    case .override(let it, let schedule):
      return [
        .schedule: .reference(schedule), .endsAt: .optional(it.period.end),
        .content: try WatchRecord.json(it),
      ]
    case .cover(let it):
      return [
        .schedule: .reference(it.schedule), .endsAt: .optional(it.withdrawnAt ?? it.period.end),
        .content: try WatchRecord.json(it),
      ]
    case .offer(let it):
      return [
        .schedule: .reference(it.schedule),
        .endsAt: .optional(max(it.gives.end, it.takes?.end ?? it.gives.end)),
        .content: try WatchRecord.json(it),
      ]
    case .absence(let it):
      return [
        .person: .reference(it.person), .endsAt: .optional(it.period.end),
        .content: try WatchRecord.json(it),
      ]
    case .policy(let it):
      return [.handle: .text(it.handle), .content: try WatchRecord.json(it.policy)]
    case .maintenance(let it):
      return [.endsAt: .optional(it.end), .content: try WatchRecord.json(it)]
    case .page(let it):
      return [
        .service: .reference(it.service), .state: .integer(Int64(it.state.phase.rawValue)),
        .endsAt: .optional(it.resolution?.at), .content: try WatchRecord.json(it),
      ]
    case .handoff(let it):
      return [
        .subject: .text(it.subject.stored), .state: .integer(it.state.stored),
        .endsAt: .optional(it.state.overAt), .content: try WatchRecord.json(it),
      ]
    case .prompt(let it):
      return [.team: .reference(it.team), .content: try WatchRecord.json(it)]
    case .update(let it):
      return [
        .prompt: .reference(it.prompt), .person: .reference(it.person),
        .day: .text(it.period.description), .content: try WatchRecord.json(it),
      ]
    case .blocker(let it):
      return [
        .person: .reference(it.person), .state: .integer(it.isOpen ? 0 : 1),
        .endsAt: .optional(it.clearedAt), .content: try WatchRecord.json(it),
      ]
    }
  }

  private static func json(_ value: some Encodable) throws -> Value {
    let encoder = JSONEncoder()
    // Sorted, so that what did not change is the same text.
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return .text(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}

extension Handoff.Subject {
  /// How the file names it, to find the handoffs of one thing.
  var stored: String {
    switch self {
    case .issue(let id): "issue \(id)"
    case .service(let id): "service \(id)"
    case .shift(let change): "schedule \(change.schedule)"
    }
  }
}

extension Handoff.State {
  fileprivate var stored: Int64 {
    switch self {
    case .draft: 0
    case .offered: 1
    case .passed: 2
    case .accepted, .declined, .withdrawn, .expired: 3
    }
  }

  fileprivate var overAt: Instant? {
    switch self {
    case .draft, .offered, .passed: nil
    case .accepted(_, let at), .declined(_, let at, _), .withdrawn(let at), .expired(let at): at
    }
  }
}
