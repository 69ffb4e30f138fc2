/// What people do to issues, from the screen and the command line alike.
///
/// People, labels and services are named as people type them; the store looks
/// them up, and a label that does not exist yet is made.
public enum IssueVerb: Sendable, Equatable {
  case close(as: Status)
  case reopen
  case status(Status)
  case priority(Priority)
  case retitle(String)
  /// A new description; refused when it is not `insteadOf` any more, so that nobody's text is
  /// overwritten unseen. Nil does not look.
  case rewrite(String, insteadOf: String? = nil)
  case own(String?)
  case assign(add: [String], remove: [String])
  case label(add: [String], remove: [String])
  case watch(add: [String], remove: [String])
  /// Somebody follows them, or no longer when they follow them all already.
  case toggleWatch(String)
  case service(String?)
  case milestone(String?)
  case due(CivilDate?)
  case demo(String?)
  case link(LinkKind, IssueKey)
  case unlink(LinkKind, IssueKey)
  case comment(String)
  case trash

  /// Whether it only says something.
  public var isComment: Bool {
    if case .comment = self { true } else { false }
  }

  /// The verb in the past tense, for the status line and the undo list: "closed".
  public var past: String {
    switch self {
    case .close(let status): status == .dropped ? "dropped" : "closed"
    case .reopen: "reopened"
    case .status(let status): "moved to \(status.name)"
    case .priority(let priority): "set priority \(priority.name) on"
    case .retitle: "retitled"
    case .rewrite: "rewrote"
    case .own(let person): person.map { "gave \($0) ownership of" } ?? "took the owner off"
    case .assign(let add, _): add.isEmpty ? "unassigned" : "assigned"
    case .label(let add, _): add.isEmpty ? "unlabelled" : "labelled"
    case .watch(let add, _): add.isEmpty ? "stopped watching" : "watched"
    case .toggleWatch: "watched"
    case .service: "set the service of"
    case .milestone: "set the milestone of"
    case .due: "set the due date of"
    case .demo: "set the demo link of"
    case .link(let kind, _): "linked (\(kind.name))"
    case .unlink(let kind, _): "unlinked (\(kind.name))"
    case .comment: "commented on"
    case .trash: "deleted"
    }
  }
}

/// How one issue relates to another.
public enum LinkKind: Int, Sendable, CaseIterable {
  case blocks, relates, duplicates, blockedBy

  /// The words people type and read.
  public var name: String {
    switch self {
    case .blocks: "blocks"
    case .relates: "relates"
    case .duplicates: "duplicates"
    case .blockedBy: "blocked-by"
    }
  }
}
