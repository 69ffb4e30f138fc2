internal import Domain

/// Makes believable issues, any number of them: the same seed and place give the same issue.
///
/// An issue depends on nothing but the seed and its index, so that a thousand issues
/// are the first thousand of a million, and generating more adds only what is missing.
struct IssueGenerator: Sendable {
  let phrases: Phrases
  let streams: [DemoCompany.Stream]
  let seed: UInt64
  /// The present of the generated world: nothing in it is later.
  let base: Instant

  /// How far back it reaches: three years.
  private static let span = 3 * 365 * Instant.day

  /// When an issue was opened; the nearer the present, the more of them.
  func created(_ index: Int) -> Instant {
    var random = SplitMix(seed: seed, index: index)
    let share = Double(random.next() >> 11) / Double(1 << 53)
    let age = Double(IssueGenerator.span) * share * share.squareRoot()
    return base.advanced(by: -Int64(age) - Instant.minute)
  }

  /// The issue at an index.
  func issue(_ index: Int) -> IncomingIssue {
    var random = SplitMix(seed: seed, index: index)
    _ = random.next()  // the draw of `created`
    let stream = streams[random.below(streams.count)]
    var issue = IncomingIssue()
    let created = created(index)
    issue.id = EntityID(at: created, random: (random.next(), random.next()))
    issue.fingerprint = seed &+ UInt64(index) &+ 1 == 0 ? 1 : seed &+ UInt64(index) &+ 1
    issue.prefix = stream.prefix
    issue.created = created
    issue.title = title(&random)
    issue.body = body(&random)
    issue.author = random.pick(stream.people)
    issue.priority = [.urgent, .high, .normal, .low, .none][random.weighted([2, 10, 28, 20, 40])]
    issue.status =
      [.triage, .todo, .doing, .review, .done, .dropped][random.weighted([8, 12, 6, 4, 60, 10])]
    people(of: &issue, stream, &random)
    issue.labels = labels(stream, &random)
    if random.chance(55) { issue.service = random.pick(stream.services) }
    if random.chance(15) { issue.milestone = random.pick(stream.milestones) }
    history(of: &issue, stream, &random)
    return issue
  }

  private func people(
    of issue: inout IncomingIssue, _ stream: DemoCompany.Stream, _ random: inout SplitMix
  ) {
    if random.chance(issue.status == .triage ? 15 : 80) {
      issue.owner = random.pick(stream.people)
    }
    if random.chance(30), let helper = random.pick(stream.people) { issue.assignees = [helper] }
    if random.chance(40), let author = issue.author { issue.watchers = [author] }
  }

  private func labels(
    _ stream: DemoCompany.Stream, _ random: inout SplitMix
  ) -> [IncomingLabel] {
    let count = random.weighted([25, 45, 22, 8])
    guard count > 0, !stream.labels.isEmpty else { return [] }
    let first = random.below(stream.labels.count)
    let step = 1 + random.below(3)
    var names: [String] = []
    for index in 0..<count {
      let name = stream.labels[(first + index * step) % stream.labels.count]
      if !names.contains(name) { names.append(name) }
    }
    return names.map { IncomingLabel(name: $0) }
  }

  /// The comments, and the times that follow from them.
  private func history(
    of issue: inout IncomingIssue, _ stream: DemoCompany.Stream, _ random: inout SplitMix
  ) {
    var now = issue.created ?? base
    var count = random.weighted([44, 33, 12, 5, 3, 3])
    if count == 5 { count += random.below(8) }
    issue.comments.reserveCapacity(count)
    for _ in 0..<count {
      now = later(now, within: 2 * Instant.day, &random)
      var comment = IncomingComment()
      comment.id = EntityID(at: now, random: (random.next(), random.next()))
      comment.author = random.pick(stream.people)
      comment.body = random.pick(phrases.comments) ?? ""
      if random.chance(30), let more = random.pick(phrases.details) { comment.body += " " + more }
      comment.created = now
      comment.updated = now
      issue.comments.append(comment)
    }
    if !issue.status.isOpen {
      now = later(now, within: Instant.week, &random)
      issue.closed = now
      issue.closedBy = issue.owner ?? random.pick(stream.people)
    } else if random.chance(8) {
      issue.due = CivilDate(daysSinceEpoch: base.utcDate.daysSinceEpoch + random.below(60) - 10)
    }
    issue.updated = now
  }

  private func later(_ instant: Instant, within span: Int64, _ random: inout SplitMix) -> Instant {
    let room = max(1, min(span, base.milliseconds - instant.milliseconds))
    return instant.advanced(by: Int64(random.below(Int(room))))
  }
}
