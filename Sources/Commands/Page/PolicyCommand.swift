internal import ArgumentParser
internal import Canvas
internal import Domain

/// `watchbill page policy`.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Escalation policies: who is told of a page, in which order.",
    discussion: """
      A service without one pages who is on call for its team, and after ten minutes all of the \
      team. 'watchbill service edit SERVICE --policy NAME' gives it one.
      """,
    subcommands: [PolicyListCommand.self, PolicyShowCommand.self, PolicySetCommand.self],
    defaultSubcommand: PolicyListCommand.self)
}

/// `watchbill page policy list`.
struct PolicyListCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the escalation policies.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let policies = open.bill.policies
    if try output.form.print(policies, .policy(open.words), shell) { return }
    guard !policies.isEmpty else {
      return try shell.say(
        "there is no policy; services page who is on call for their team, then all of it")
    }
    var table = TextTable(["POLICY", "VERSION", "REPEATS", "SERVICES", "STEPS"])
    for named in policies {
      let services = open.bill.services.filter { $0.policy?.isSame(as: named.handle) ?? false }
      table.add([
        named.handle, "\(named.policy.version.number)", "\(named.policy.repeats)",
        services.map(\.handle).joined(separator: ", "),
        named.policy.steps.map { $0.inWords(open.words) }.joined(separator: ", then "),
      ])
    }
    try shell.print(table)
  }
}

/// `watchbill page policy show`.
struct PolicyShowCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a policy, and whom it would tell now.")

  @Argument(help: ArgumentHelp("The policy.", valueName: "name"))
  var name: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let named = try open.policy(name)
    if try output.form.print(one: named, .policy(open.words), shell) { return }
    let policy = named.policy
    try shell.output.line(
      CleanText("\(named.handle), version \(policy.version.number)").characters)
    for (index, step) in policy.steps.enumerated() {
      try shell.output.line(CleanText("  \(index + 1)  \(step.inWords(open.words))").characters)
    }
    let last = policy.lastResort.map { "last resort \(open.words.mention($0))" } ?? "no last resort"
    try shell.output.line(
      CleanText("  again \(policy.repeats) times; \(last)").characters)
    try shell.output.line("an urgent page now:")
    for firing in open.bill.plan(policy, .high, from: open.now).firings.prefix(6) {
      let wait = (firing.at.milliseconds - open.now.milliseconds).inWords
      try shell.output.line(
        CleanText("  after \(wait)  \(open.mentions(firing.people))").characters)
    }
  }
}

/// `watchbill page policy set`.
struct PolicySetCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Make a policy, or give a known one other steps.",
    discussion: """
      watchbill page policy set api --step 'api-primary 10m' --step '@eve team:api 15m' --repeat 2
      A step names schedules, people (@eve) and teams (team:api), and how long they have; with \
      round-robin it tells one of them, another each time. Open pages keep the version they began \
      with.
      """)

  @Argument(help: ArgumentHelp("The policy, in one word.", valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp("A step, in order.", valueName: "targets wait"))
  var step: [String] = []

  @Option(
    name: .customLong("repeat"),
    help: ArgumentHelp("How often the steps are gone through again, 0 to 9.", valueName: "count"))
  var repeats: Int?

  @Option(
    help: ArgumentHelp("Who is told when nobody can be; none for nobody.", valueName: "handle"))
  var lastResort: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let handle = try Commands.handle(name)
    let known = open.bill.policies.first { $0.handle.isSame(as: handle) }?.policy
    let steps = try step.map { try policyStep($0, open) }
    var last = known?.lastResort
    if let lastResort { last = try lastResort.orNone.map { try open.person($0) } }
    guard !steps.isEmpty || known != nil else {
      throw Failure(.usage, "say whom it tells: --step 'SCHEDULE 10m'")
    }
    let verb = WatchVerb.savePolicy(
      handle, steps.isEmpty ? known?.steps ?? [] : steps, repeats: repeats ?? known?.repeats ?? 0,
      lastResort: last)
    try open.perform(verb)
    let after = try OpenBill(open.workspace, shell)
    let named = try after.policy(handle)
    if try output.form.print(one: named, .policy(after.words), shell) { return }
    try shell.output.line(
      CleanText(
        "\(known == nil ? "made" : "changed") policy \(named.handle), version "
          + "\(named.policy.version.number)"
      ).characters)
  }

  /// A step from `api-primary @eve team:api 10m round-robin`.
  private func policyStep(
    _ text: String, _ open: OpenBill
  ) throws(Failure) -> EscalationPolicy.Step {
    var targets: [EscalationPolicy.Target] = []
    var wait: Int64?
    var manner = EscalationPolicy.Step.Manner.all
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      if word == EscalationPolicy.Step.Manner.roundRobin.name {
        manner = .roundRobin
      } else if word.first?.isNumber == true {
        wait = try duration(word, "--step")
      } else if word.hasPrefix("@") {
        targets.append(.person(try open.person(word)))
      } else if word.lowercased().hasPrefix("team:") {
        targets.append(.team(try open.team(String(word.dropFirst(5))).id))
      } else {
        targets.append(.schedule(try open.schedule(word).id))
      }
    }
    guard let wait else {
      throw Failure(.usage, "--step: say how long they have: --step '\(text.shown) 10m'")
    }
    return EscalationPolicy.Step(targets, wait: wait, manner: manner)
  }
}

extension EscalationPolicy.Step {
  /// The step in a line: `api-primary, @eve (10 min)`.
  func inWords(_ words: Wording) -> String {
    let turns = manner == .roundRobin ? "one of " : ""
    return turns + targets.map { $0.typed(words) }.joined(separator: ", ") + " (\(wait.inWords))"
  }
}

extension EscalationPolicy.Target {
  /// The target as `--step` takes it.
  func typed(_ words: Wording) -> String {
    switch self {
    case .schedule(let id): words.name(id)
    case .person(let id): words.mention(id)
    case .team(let id): "team:\(words.name(id))"
    }
  }
}

extension JSONShape where Thing == WatchBill.NamedPolicy {
  /// Policies as JSON.
  static func policy(_ words: Wording) -> JSONShape {
    JSONShape(
      kind: "a policy",
      fields: [
        ("policy", { $1.string($0.handle) }),
        ("version", { $1.integer($0.policy.version.number) }),
        (
          "steps",
          {
            $1.objects($0.policy.steps) { step, writer in
              writer.field("targets", step.targets.map { $0.typed(words) })
              writer.field("wait_seconds", Int(step.wait / 1000))
              writer.field("manner", step.manner.name)
            }
          }
        ),
        ("repeats", { $1.integer($0.policy.repeats) }),
        ("last_resort", { $1.optional($0.policy.lastResort.map(words.handle)) }),
        ("id", { $1.string($0.policy.version.policy.description) }),
      ])
  }
}
