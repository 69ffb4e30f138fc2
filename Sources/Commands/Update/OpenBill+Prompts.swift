internal import Domain

extension OpenBill {
  /// The prompt of a team, or without a name the one that is meant: the only one of whoever acts,
  /// or the only one that asks now and has no answer.
  func prompt(of team: String?) throws(Failure) -> Prompt {
    if let team {
      let known = try self.team(team)
      guard let prompt = bill.prompts.first(where: { $0.team == known.id }) else {
        throw Failure(
          .notFound,
          "team \(known.handle) is asked nothing; set it with 'watchbill status prompt set --team "
            + "\(known.handle)'")
      }
      return prompt
    }
    let prompts = bill.prompts(of: try acting())
    let due = prompts.filter(isDue)
    if let only = prompts.count == 1 ? prompts.first : due.count == 1 ? due.first : nil {
      return only
    }
    guard !prompts.isEmpty else {
      throw Failure(
        .notFound,
        "your teams are asked nothing; see 'watchbill status prompt show', or name a --team")
    }
    let names = prompts.compactMap { bill.team($0.team)?.handle }
    throw Failure(.usage, "several teams of yours are asked; say which: --team \(names.inWords)")
  }

  /// The date a prompt is about: the one typed, else the period that is present for somebody.
  func date(_ typed: String?, of prompt: Prompt, for person: EntityID) throws(Failure) -> CivilDate
  {
    if let typed { return try CivilDate(typed: typed) }
    guard let period = prompt.present(at: now, bill.calendar(of: prompt, for: person)) else {
      throw Failure(.notFound, "the prompt has not asked anything yet; name a date with --date")
    }
    return period.date
  }

  private func isDue(_ prompt: Prompt) -> Bool {
    guard let me = workspace.me,
      let period = prompt.present(at: now, bill.calendar(of: prompt, for: me))
    else { return false }
    return now < period.closesAt && bill.update(prompt.id, me, period.date) == nil
      && bill.skip(me, prompt, in: period) == nil
  }

  /// An update as text for people.
  func lines(of update: Update) -> [String] {
    let team = bill.prompts.first { $0.id == update.prompt }.flatMap { bill.team($0.team) }
    let marks = (update.isLate ? ", late" : "") + (update.isAmended ? ", amended" : "")
    let head =
      "\(words.mention(update.person)), \(words.day(update.period))"
      + (team.map { ", team \($0.handle)" } ?? "") + marks
    return [head]
      + update.answers.flatMap { answer in
        ["", answer.question.text]
          + answer.text.split(separator: "\n", omittingEmptySubsequences: false).map {
            "  " + String($0)
          }
      }
  }
}

extension JSONShape where Thing == Update {
  /// Updates as JSON.
  static func update(_ bill: WatchBill) -> JSONShape {
    let words = bill.wording(for: nil)
    let teams = Dictionary(
      bill.prompts.map { ($0.id, words.name($0.team)) }, uniquingKeysWith: { first, _ in first })
    return JSONShape(
      kind: "an update",
      fields: [
        ("id", { $1.string($0.id.description) }),
        ("team", { $1.optional(teams[$0.prompt]) }),
        ("person", { $1.string(words.handle($0.person)) }),
        ("date", { $1.string($0.period.description) }),
        ("posted", { $1.instant($0.postedAt) }),
        ("late", { $1.bool($0.isLate) }),
        ("edited", { $1.optional($0.editedAt) }),
        ("amended", { $1.optional($0.amendedAt) }),
        (
          "answers",
          {
            $1.objects($0.answers) { answer, writer in
              writer.field("question", answer.question.text)
              writer.field("role", answer.question.role.name)
              writer.field("text", answer.text)
            }
          }
        ),
      ])
  }
}
