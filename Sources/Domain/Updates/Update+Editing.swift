extension Update {
  /// Why an update was not taken; nothing was changed.
  public enum Refusal: Error, Sendable, Equatable {
    case isEmpty
    /// The period opens later.
    case notOpenYet
    case notTheAuthor
    /// The two updates are not of one prompt, person and period.
    case notTheSame
  }

  /// A new update; late ones are taken and marked, one that comes before its period opens is not.
  public static func posted(
    _ answers: [Answer], to prompt: Prompt, in period: PromptPeriod, by person: EntityID,
    id: EntityID, at now: Instant
  ) throws(Refusal) -> Update {
    guard now >= period.opensAt else { throw .notOpenYet }
    let answers = answers.filter { !$0.text.trimmed.isEmpty }
    guard !answers.isEmpty else { throw .isEmpty }
    return Update(
      id: id, prompt: prompt.id, person: person, period: period.date, answers: answers,
      postedAt: now, isLate: now >= period.closesAt)
  }

  /// Replaces the answers.
  ///
  /// After the digest the update is marked as amended, and what the digest had shown is kept.
  public mutating func edit(
    _ answers: [Answer], by person: EntityID, digestAt: Instant, at now: Instant
  ) throws(Refusal) {
    guard person == self.person else { throw .notTheAuthor }
    let answers = answers.filter { !$0.text.trimmed.isEmpty }
    guard !answers.isEmpty else { throw .isEmpty }
    guard answers != self.answers else { return }
    if now < digestAt {
      editedAt = now
    } else {
      if amendedAt == nil, postedAt < digestAt { digested = self.answers }
      amendedAt = now
    }
    self.answers = answers
  }

  /// The two as one, whichever way round: the one that changed last shows, the other text is kept
  /// among the rivals.
  public func merged(with other: Update) throws(Refusal) -> Update {
    guard prompt == other.prompt, person == other.person, period == other.period else {
      throw .notTheSame
    }
    let isNewer = (changedAt, id) >= (other.changedAt, other.id)
    let (newer, older) = isNewer ? (self, other) : (other, self)
    var merged = newer
    for answers in newer.rivals + [older.answers] + older.rivals
    where answers != newer.answers && !merged.rivals.contains(answers) {
      merged.rivals.append(answers)
    }
    merged.postedAt = min(postedAt, other.postedAt)
    merged.isLate = isLate && other.isLate
    merged.digested = newer.digested ?? older.digested
    return merged
  }
}

extension Update.Refusal: CustomStringConvertible {
  /// The refusal as one sentence for people.
  public var description: String {
    switch self {
    case .isEmpty: "every answer is empty; write at least one, or skip this update"
    case .notOpenYet:
      "this update can be written from the end of the working day before; come back then"
    case .notTheAuthor: "only who wrote an update can change it; answer with one of your own"
    case .notTheSame: "the two updates answer different prompts and stay apart"
    }
  }
}
