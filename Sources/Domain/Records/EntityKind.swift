/// The kinds of things operations change.
public enum EntityKind: Int, Sendable, CaseIterable {
  case person, team, service, project, label, milestone, view, issue, comment
  case schedule, override, cover, offer, absence, policy, maintenance, page, handoff
  case prompt, update, blocker, mark

  /// The stable word in the journal's exports and in errors.
  public var name: String {
    switch self {
    case .person: "person"
    case .team: "team"
    case .service: "service"
    case .project: "project"
    case .label: "label"
    case .milestone: "milestone"
    case .view: "view"
    case .issue: "issue"
    case .comment: "comment"
    case .schedule: "schedule"
    case .override: "override"
    case .cover: "cover"
    case .offer: "offer"
    case .absence: "absence"
    case .policy: "policy"
    case .maintenance: "maintenance"
    case .page: "page"
    case .handoff: "handoff"
    case .prompt: "prompt"
    case .update: "update"
    case .blocker: "blocker"
    case .mark: "mark"
    }
  }
}

/// One entity, by kind and permanent id.
public struct EntityRef: Sendable, Hashable {
  /// Says among which entities `id` is to be found.
  public let kind: EntityKind
  /// Permanent: handles, names and keys may change, it does not.
  public let id: EntityID

  /// A reference to an entity.
  public init(_ kind: EntityKind, _ id: EntityID) {
    self.kind = kind
    self.id = id
  }
}
