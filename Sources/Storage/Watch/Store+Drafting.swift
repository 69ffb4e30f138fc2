public import Domain

extension Store {
  /// The answers that what a person did suggests for each prompt they are asked by.
  ///
  /// An update tells what was done since the last one to the same prompt, at most a week back.
  public func updateDrafts(
    for person: EntityID
  ) throws(StoreError) -> [EntityID: [Update.Answer]] {
    let now = environment.now()
    let bill = try watchBill(for: person)
    var drafts: [EntityID: [Update.Answer]] = [:]
    for prompt in bill.prompts(of: person) {
      let start = bill.draftStart(of: person, for: prompt.id, now: now)
      let material = try updateMaterial(of: person, since: start, in: bill)
      drafts[prompt.id] = prompt.draft(from: material, bill.wording(for: person))
    }
    return drafts
  }

  /// The issues a person touched from a moment on, each once, for the note of their shift.
  public func touchedIssues(
    by person: EntityID, since: Instant
  ) throws(StoreError) -> [HandoffFacts.TouchedIssue] {
    let bill = WatchBill()
    return try updateMaterial(of: person, since: since, in: bill).activity.touchedIssues
  }
}
