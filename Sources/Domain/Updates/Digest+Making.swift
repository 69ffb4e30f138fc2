/// Everything raw that a digest is made from.
public struct DigestMaterial: Sendable {
  /// The prompt that was asked.
  public var prompt: Prompt
  /// The date it was asked about.
  public var date: CivilDate
  /// The people of the team, in the order they are to appear.
  public var members: [EntityID]
  /// Those of them who were not asked: away, on holiday, or up in the night.
  public var excused: Set<EntityID> = []
  /// The updates of the period; others are left out.
  public var updates: [Update] = []
  /// The team's blockers, open or not.
  public var blockers: [Blocker] = []
  /// What changed hands since the last digest.
  public var ownership: [HandoffFacts.OwnershipChange] = []
  /// The pager.
  public var onCall: OnCallTail?
  /// The team's working days, by which blockers age.
  public var week = WorkingWeek()

  /// A period of which nothing is known yet.
  public init(prompt: Prompt, date: CivilDate, members: [EntityID]) {
    self.prompt = prompt
    self.date = date
    self.members = members
  }
}

extension Digest {
  /// Makes a digest: blocked, asks, what changed, then the rest.
  ///
  /// Who was excused and did not write is not mentioned at all; who was asked and did not write is
  /// counted and not named. What somebody wrote about a blocker that is listed is not repeated.
  ///
  /// - Parameter wording: needed to know such a repetition when it is written out.
  public static func make(from material: DigestMaterial, _ wording: Wording) -> Digest {
    let updates = material.ordered
    let stuck = material.blockers.filter(\.isOpen).map { blocker in
      Stuck(
        blocker: blocker, age: blocker.age(on: material.date, week: material.week),
        isOverdue: blocker.isOverdue(on: material.date, week: material.week))
    }
    let listed = Set(stuck.map { $0.blocker.words(wording) })
    let answered = Set(updates.map(\.person))
    let others = updates.flatMap { $0.answers.map(\.question) }.filter {
      $0.role == .next || $0.role == .other
    }
    var questions = material.prompt.questions.filter { $0.role == .next || $0.role == .other }
    for question in others where !questions.contains(question) { questions.append(question) }
    return Digest(
      team: material.prompt.team, date: material.date,
      blocked: stuck.sorted { ($1.age, $0.blocker.id) < ($0.age, $1.blocker.id) },
      alsoBlocked: said(in: updates, without: listed) { $0.role == .blocked },
      asks: said(in: updates) { $0.role == .asks },
      changed: said(in: updates) { $0.role == .done },
      ownership: material.ownership.sorted { $0.at < $1.at },
      rest: questions.map { question in
        Section(question: question, said: said(in: updates) { $0 == question })
      }.filter { !$0.said.isEmpty },
      silent: material.members.count {
        !answered.contains($0) && !material.excused.contains($0)
      },
      onCall: material.onCall)
  }

  private static func said(
    in updates: [Update], without listed: Set<String> = [],
    where isWanted: (Prompt.Question) -> Bool
  ) -> [Said] {
    updates.compactMap { update in
      let points = update.answers.filter { isWanted($0.question) }.flatMap(\.points)
        .filter { !listed.contains($0) }
      guard !points.isEmpty else { return nil }
      return Said(person: update.person, points: points, isAmended: update.isAmended)
    }
  }
}

extension DigestMaterial {
  /// The updates of the period, one for each person, in the order of the team.
  fileprivate var ordered: [Update] {
    let fitting = updates.filter { $0.prompt == prompt.id && $0.period == date }
    let places = Dictionary(
      members.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var latest: [EntityID: Update] = [:]
    for update in fitting {
      guard let other = latest[update.person] else {
        latest[update.person] = update
        continue
      }
      if (other.changedAt, other.id) < (update.changedAt, update.id) {
        latest[update.person] = update
      }
    }
    return latest.values.sorted {
      (places[$0.person] ?? members.count, $0.person)
        < (places[$1.person] ?? members.count, $1.person)
    }
  }
}
