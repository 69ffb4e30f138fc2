internal import ArgumentParser
internal import Domain

/// `watchbill oncall coverage`.
struct CoverageCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "Find gaps in the cover to come; fails when there is one.",
    discussion: """
      gap: nobody is on call. empty: only people who may not be. unreachable: somebody without an \
      e-mail. doubled: one person in two steps of an escalation, that of a policy or of a team whose \
      services have none. Exit status 1 for a gap or an empty \
      shift, with --strict for any of them.
      """)

  @Argument(help: ArgumentHelp("Only this schedule.", valueName: "schedule"))
  var schedule: String?

  @Option(help: ArgumentHelp("Only the schedules of this team.", valueName: "handle"))
  var team: String?

  @Option(help: ArgumentHelp("How far to look ahead.", valueName: "days"))
  var days = 30

  @Flag(help: "Fail for anything that is found.")
  var strict = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    guard (1...366).contains(days) else {
      throw Failure(.usage, "--days: write a number from 1 to 366")
    }
    let open = try workspace.openBill(shell)
    let schedules = try schedule.map { [try open.schedule($0)] } ?? open.schedules(of: team)
    let findings = try open.coverage(of: schedules, days: days)
    try print(findings, open, schedules.isEmpty)
    try shell.output.flush()
    let grave = findings.count { strict || [.gap, .empty].contains($0.finding.kind) }
    guard grave == 0 else {
      let words = strict ? "finding" : "gap"
      throw Failure(
        .failed, "\(grave) \(words)\(grave == 1 ? "" : "s") in the next \(days) days")
    }
  }

  private func print(_ findings: [CoverageRow], _ open: OpenBill, _ isNothing: Bool) throws {
    if try output.form.print(findings, .coverage(open.words), open.shell) { return }
    guard !isNothing else { return try open.sayThereIsNoSchedule() }
    guard !findings.isEmpty else {
      return try open.shell.say("all is covered for the next \(days) days")
    }
    var table = TextTable(["WHAT", "WHERE", "FROM (\(open.zoneName))", "TO", "WHO"])
    for (row, others) in findings.gathered {
      let who = row.finding.people.isEmpty ? "" : open.mentions(row.finding.people)
      table.add([
        row.finding.kind.rawValue, row.place, open.words.moment(row.finding.period.start),
        open.words.moment(row.finding.period.end),
        who + (others > 0 ? ", and \(others) more times" : ""),
      ])
    }
    try open.shell.print(table)
  }
}

/// Something wrong with the cover to come, and where.
struct CoverageRow {
  /// A schedule, or for what is doubled a policy or a team.
  var place: String
  var finding: CoverageReport.Finding
}

extension [CoverageRow] {
  /// What is found again and again of the same people once, with how often besides; gaps each.
  fileprivate var gathered: [(row: CoverageRow, others: Int)] {
    var gathered: [(row: CoverageRow, others: Int)] = []
    for row in self {
      let known = gathered.firstIndex {
        $0.row.place == row.place && $0.row.finding.kind == row.finding.kind
          && $0.row.finding.people == row.finding.people
      }
      if let known, [.unreachable, .doubled].contains(row.finding.kind) {
        gathered[known].others += 1
      } else {
        gathered.append((row, 0))
      }
    }
    return gathered
  }
}

extension OpenBill {
  /// What is wrong with the cover of some schedules, and of the escalations that use them.
  func coverage(of schedules: [Schedule], days: Int) throws -> [CoverageRow] {
    let period = Period(now, now.advanced(by: Int64(days) * Instant.day))
    let unreachable = bill.unreachable
    var timelines: [EntityID: Timeline] = [:]
    var rows: [CoverageRow] = []
    for schedule in schedules {
      let resolver = try bill.resolver(of: schedule)
      timelines[schedule.id] = resolver.timeline(in: period)
      rows += resolver.coverage(now: now, days: days, unreachable: unreachable).findings
        .map { CoverageRow(place: schedule.name, finding: $0) }
    }
    for (place, policy) in bill.escalations where policy.uses(Set(timelines.keys)) {
      let steps = policy.steps.map {
        $0.targets.flatMap { bill.timelines(of: $0, timelines, period) }
      }
      rows += CoverageReport.doubled(steps: steps).map { CoverageRow(place: place, finding: $0) }
    }
    return rows.sorted {
      ($0.finding.kind.rank, $0.finding.period.start, $0.place)
        < ($1.finding.kind.rank, $1.finding.period.start, $1.place)
    }
  }
}

extension WatchBill {
  /// The policies, and what teams do whose services have none, each under the name it is found by.
  fileprivate var escalations: [(place: String, policy: EscalationPolicy)] {
    let named = policies.map { (place: "policy \($0.handle)", policy: $0.policy) }
    let bare = teams.compactMap { team -> (place: String, policy: EscalationPolicy)? in
      guard let service = services(of: team.id).first(where: { $0.policy == nil }) else {
        return nil
      }
      return policy(of: service.id).map { ("team \(team.handle)", $0) }
    }
    return named + bare
  }

  /// When a step tells whom: people always.
  ///
  /// A team of several is told besides whoever is on call, which doubles nobody; a team of one is
  /// that person.
  fileprivate func timelines(
    of target: EscalationPolicy.Target, _ known: [EntityID: Timeline], _ period: Period
  ) -> [Timeline] {
    switch target {
    case .schedule(let id): known[id].map { [$0] } ?? []
    case .person(let id): [Timeline(always: id, in: period)]
    case .team(let id):
      members(of: id).count == 1 ? members(of: id).map { Timeline(always: $0.id, in: period) } : []
    }
  }
}

extension Timeline {
  fileprivate init(always person: EntityID, in period: Period) {
    let holder = Holder(person: person, reason: Reason(.override))
    self.init(period: period, stretches: [Stretch(period: period, holders: [holder])])
  }
}

extension EscalationPolicy {
  fileprivate func uses(_ schedules: Set<EntityID>) -> Bool {
    steps.contains { step in
      step.targets.contains { target in
        if case .schedule(let id) = target { schedules.contains(id) } else { false }
      }
    }
  }
}

extension CoverageReport.Kind {
  /// What matters most comes first.
  fileprivate var rank: Int { CoverageReport.Kind.allCases.firstIndex(of: self) ?? 0 }
}

extension JSONShape where Thing == CoverageRow {
  /// Findings as JSON.
  static func coverage(_ words: Wording) -> JSONShape {
    JSONShape(
      kind: "a finding",
      fields: [
        ("kind", { $1.string($0.finding.kind.rawValue) }),
        ("where", { $1.string($0.place) }),
        ("start", { $1.instant($0.finding.period.start) }),
        ("end", { $1.instant($0.finding.period.end) }),
        ("people", { $1.list(words.handles($0.finding.people)) }),
      ])
  }
}
