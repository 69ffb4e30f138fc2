extension WatchBill {
  /// What the answers of an update say blocks its writer, as far as they say on whom or what.
  ///
  /// A line of an answer about blockers counts when it begins with whom it waits for and a colon:
  ///
  ///     @bo: staging credentials      a person
  ///     team api: a decision          a team
  ///     API-42: the schema            an issue
  ///
  /// Other lines stay what they are, words. A name that nobody here has is no blockage either.
  public func blockages(in answers: [Update.Answer]) -> [Blockage] {
    answers.filter { $0.question.role == .blocked }.flatMap(\.points).compactMap(blockage)
  }

  private func blockage(_ point: String) -> Blockage? {
    let parts = point.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    guard parts.count == 2, let cause = cause(parts[0]) else { return nil }
    return Blockage(on: cause, parts[1])
  }

  private func cause(_ words: String) -> Blocker.Cause? {
    if words.hasPrefix("@") {
      let handle = words.dropFirst().lowercased()
      return people.first { $0.handle.lowercased() == handle }.map { .person($0.id) }
    }
    if words.lowercased().hasPrefix("team ") {
      return team(named: String(words.dropFirst(5)).trimmed).map { .team($0.id) }
    }
    return IssueKey(words).map { .issue($0) }
  }
}
