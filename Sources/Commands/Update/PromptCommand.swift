internal import ArgumentParser
internal import Canvas
internal import Domain
internal import Storage

/// `watchbill status prompt`.
struct PromptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prompt", abstract: "What teams are asked, and when.",
    subcommands: [PromptShowCommand.self, PromptSetCommand.self, PromptRemoveCommand.self],
    defaultSubcommand: PromptShowCommand.self)
}

/// `watchbill status prompt show`.
struct PromptShowCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what teams are asked.")

  @Option(help: ArgumentHelp("Only this team.", valueName: "handle"))
  var team: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let prompts = try team.map { [try open.prompt(of: $0)] } ?? open.bill.prompts
    if try output.form.print(prompts, .prompt(open.words), shell) { return }
    guard !prompts.isEmpty else {
      return try shell.say(
        "no team is asked anything; 'watchbill status prompt set --team TEAM' begins it")
    }
    for (index, prompt) in prompts.enumerated() {
      if index > 0 { try shell.output.line() }
      for line in prompt.lines(open.words) { try shell.output.line(CleanText(line).characters) }
    }
  }
}

/// `watchbill status prompt set`.
struct PromptSetCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Ask a team, or change what it is asked.",
    discussion: """
      watchbill status prompt set --team api --time 09:30 --days mon-fri --digest 12:00
      What is left out stays as it is; first it is done, next and blocked, at 09:30 on working days. \
      A question may say what it asks for: --question 'done:What shipped?'; the words are done, \
      next, blocked, asks and other.
      """)

  @Option(help: ArgumentHelp("The team.", valueName: "handle"))
  var team: String

  @Option(help: ArgumentHelp("When it asks.", valueName: "hh:mm"))
  var time: String?

  @Option(help: ArgumentHelp("On which days: mon-fri, mon,thu, daily.", valueName: "days"))
  var days: String?

  @Option(help: ArgumentHelp("A question, one to five in all.", valueName: "text"))
  var question: [String] = []

  @Option(help: ArgumentHelp("When the digest is made, in the team's zone.", valueName: "hh:mm"))
  var digest: String?

  @Option(
    help: ArgumentHelp("On whose clock it asks: person or team.", valueName: "whose"),
    completion: .list(Prompt.Zone.allCases.map(\.name)))
  var zone: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let team = try open.team(team)
    let known = open.bill.prompts.first { $0.team == team.id }
    let questions = try question.map { try Prompt.Question(typed: $0) }
    let days = try self.days.map(weekdays)
    let asked = try time.map { try minute($0, "--time") }
    let digested = try digest.map { try minute($0, "--digest") }
    let clock = try zone.map(whose)
    let prompt: Prompt
    do throws(Prompt.Flaw) {
      prompt = try Prompt(
        id: known?.id ?? open.workspace.store.environment.newID(), team: team.id,
        questions: questions.isEmpty ? known?.questions ?? Prompt.Question.usual : questions,
        days: days ?? known?.days ?? [1, 2, 3, 4, 5],
        minute: asked ?? known?.minute ?? 9 * 60 + 30,
        zone: clock ?? known?.zone ?? .person,
        digestMinute: digested ?? known?.digestMinute ?? 12 * 60)
    } catch {
      throw Failure(.usage, error.description)
    }
    try save(prompt, open)
  }

  private func save(_ prompt: Prompt, _ open: OpenBill) throws {
    try open.perform(.savePrompt(prompt))
    if try output.form.print(one: prompt, .prompt(open.words), open.shell) { return }
    for line in prompt.lines(open.words) {
      try open.shell.output.line(CleanText(line).characters)
    }
  }
}

/// `watchbill status prompt remove`.
struct PromptRemoveCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Ask a team no more; what was posted stays.")

  @Option(help: ArgumentHelp("The team.", valueName: "handle"))
  var team: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    try open.perform(.removePrompt(try open.prompt(of: team).id), output.form)
  }
}
