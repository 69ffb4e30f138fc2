/// What the words in cells of other trackers mean here.
enum CSVText {
  /// Where an issue stands, in our words or in those other trackers use most.
  static func status(_ text: String) -> Status? {
    let word = text.lowercased().filter { $0.isLetter }
    switch word {
    case "triage", "new", "backlog", "unconfirmed", "untriaged": return .triage
    case "todo", "open", "opened", "reopened", "ready", "planned", "unstarted", "selected":
      return .todo
    case "doing", "inprogress", "started", "active", "wip", "assigned": return .doing
    case "review", "inreview", "codereview", "testing", "qa", "delivered": return .review
    case "done", "closed", "resolved", "fixed", "completed", "complete", "merged", "accepted",
      "verified":
      return .done
    case "dropped", "wontfix", "wontdo", "cancelled", "canceled", "invalid", "duplicate",
      "rejected", "notplanned", "abandoned":
      return .dropped
    default: return nil
    }
  }

  /// How soon an issue matters, in our words or in those other trackers use most.
  static func priority(_ text: String) -> Priority? {
    if let priority = Priority(name: text) { return priority }
    switch text.lowercased().filter({ $0.isLetter }) {
    case "critical", "blocker", "highest", "immediate": return .urgent
    case "major": return .high
    case "medium": return .normal
    case "minor", "lowest", "trivial": return .low
    case "unset", "nopriority": return Priority.none
    default: return nil
    }
  }
}
