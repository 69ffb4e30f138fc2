/// What a draft of an update is written from: one person's own doings since the last one.
public struct UpdateMaterial: Sendable {
  /// What the person did, in any order.
  public var activity: [Activity] = []
  /// When they last posted, before which nothing is told; nil for never.
  public var since: Instant?
  /// The issues they own or work on that are open, with their status.
  public var open: [(issue: IssueTitle, status: Status)] = []
  /// Which of those wait for which others.
  public var waiting: [(issue: IssueTitle, for: IssueTitle)] = []
  /// What the person said blocks them.
  public var blockers: [Blocker] = []

  /// Nothing at all.
  public init() {}
}

extension Prompt {
  /// A draft that answers what the machine can know; the person edits it.
  ///
  /// A question about which nothing is known gets an empty answer. Of an issue that moved several
  /// times only the whole way counts, and one that came back to where it was is not told.
  public func draft(from material: UpdateMaterial, _ wording: Wording) -> [Update.Answer] {
    questions.map { question in
      let points: [String] =
        switch question.role {
        case .done: material.done(wording)
        case .next: material.next
        case .blocked: material.blocked(wording)
        case .asks, .other: []
        }
      return Update.Answer(question, points.map { "- \($0)" }.joined(separator: "\n"))
    }
  }
}

extension UpdateMaterial {
  /// Issues first (closed, in review, begun, opened, talked about), then pages, then handoffs.
  fileprivate func done(_ wording: Wording) -> [String] {
    let recent = activity.filter { entry in since.map { $0 < entry.at } ?? true }
      .sorted { $0.at < $1.at }
    let ways = ways(in: recent)
    var told = Set(ways.map(\.issue.key))
    var points = ways.sorted { $0.rank < $1.rank }.map(\.words)
    var discussed: [IssueKey] = []
    for case .opened(let issue) in recent.map(\.deed) where told.insert(issue.key).inserted {
      points.append("Opened \(issue.words)")
    }
    for case .commented(let issue) in recent.map(\.deed) where told.insert(issue.key).inserted {
      discussed.append(issue.key)
    }
    if !discussed.isEmpty {
      points.append("Commented on \(discussed.map(\.description).joinedInWords())")
    }
    return points + pages(in: recent, wording) + handoffs(in: recent, wording)
  }

  /// What is being done now, then what waits for a review; else the first things to begin.
  fileprivate var next: [String] {
    let doing = open.filter { $0.status == .doing }.map { "Go on with \($0.issue.words)" }
    let review = open.filter { $0.status == .review }
      .map { "Get \($0.issue.words) through review" }
    if !doing.isEmpty || !review.isEmpty { return doing + review }
    return open.filter { $0.status == .todo }.prefix(2).map { "Begin \($0.issue.words)" }
  }

  fileprivate func blocked(_ wording: Wording) -> [String] {
    blockers.filter(\.isOpen).map { $0.words(wording) }
      + waiting.map { "\($0.issue.key) waits for \($0.for.words)" }
  }

  /// The way each issue went, in the order of the last step; none for one that came back.
  private func ways(in recent: [Activity]) -> [Way] {
    var ways: [Way] = []
    for case .moved(let issue, let from, let to) in recent.map(\.deed) {
      if let index = ways.firstIndex(where: { $0.issue.key == issue.key }) {
        let way = ways.remove(at: index)
        ways.append(Way(issue: issue, from: way.from, to: to))
      } else {
        ways.append(Way(issue: issue, from: from, to: to))
      }
    }
    return ways.filter { $0.from != $0.to }
  }

  private func pages(in recent: [Activity], _ wording: Wording) -> [String] {
    var resolved: [EntityID: Bool] = [:]
    var services: [String] = []
    for case .held(let page, let service, let isResolved) in recent.map(\.deed) {
      resolved[page] = isResolved
      let name = wording.name(service)
      if !services.contains(name) { services.append(name) }
    }
    guard !resolved.isEmpty else { return [] }
    let open = resolved.values.count { !$0 }
    return [
      "Handled \(resolved.count.of("page")) on \(services.joinedInWords())"
        + (open > 0 ? ", \(open) still open" : "")
    ]
  }

  private func handoffs(in recent: [Activity], _ wording: Wording) -> [String] {
    recent.compactMap { entry in
      switch entry.deed {
      case .gave(let subject, let receiver):
        "Handed \(subject.onOneLine) to \(wording.receiver(receiver))"
      case .took(let subject, let giver):
        "Took over \(subject.onOneLine) from \(wording.mention(giver))"
      default: nil
      }
    }
  }
}

/// How far an issue came since the last update.
private struct Way {
  var issue: IssueTitle
  var from: Status
  var to: Status

  /// Closed first, then in review, then the rest.
  var rank: Int {
    switch to {
    case .done: 0
    case .dropped: 1
    case .review: 2
    case .doing: 3
    case .todo, .triage: 4
    }
  }

  var words: String {
    switch to {
    case .done: "Closed \(issue.words)"
    case .dropped: "Dropped \(issue.words)"
    case .review: "Put \(issue.words) into review"
    case .doing where from.isOpen && from < .doing: "Began \(issue.words)"
    case .doing, .todo, .triage:
      from.isOpen ? "Moved \(issue.words) to \(to.name)" : "Reopened \(issue.words)"
    }
  }
}
