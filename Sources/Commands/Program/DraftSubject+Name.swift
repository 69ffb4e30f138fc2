internal import Domain
internal import Screens

extension DraftSubject {
  /// The subject as the store keeps it.
  var name: String {
    switch self {
    case .comment(let issue): "comment \(issue)"
    case .commentOnMany: "comment on many"
    case .body(let issue): "body \(issue)"
    case .bodyBase(let issue): "body base \(issue)"
    case .title(let issue): "title \(issue)"
    case .newIssue: "new issue"
    case .update(let prompt, let date): "update \(prompt) \(date)"
    case .note(let schedule, let at, let part): "note \(schedule) \(at.milliseconds) \(part)"
    case .roster(_, let layer): "roster \(layer)"
    case .cover(let schedule): "cover \(schedule)"
    case .absence(let schedule, let at): "absence \(schedule) \(at.milliseconds)"
    case .trouble(let service): "trouble \(service)"
    case .offer(let subject): "offer \(subject)"
    case .decline(let handoff): "decline \(handoff)"
    }
  }
}
