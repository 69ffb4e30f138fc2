internal import ArgumentParser
internal import Canvas
internal import Domain
internal import Storage

/// `watchbill status post`.
struct UpdatePostCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "post", abstract: "Post your update, drafted from what you did.",
    discussion: """
      On a terminal it opens the draft in your editor. Answers given here stand in the place of \
      those that were drafted; --drafted posts the rest as it is. A blocker that begins with whom it \
      waits for is told to them at once:
      watchbill status post --done 'Closed API-42' --blocked '@bo: staging credentials'
      watchbill status post --dry-run > update.md, and watchbill status post - < update.md
      """)

  @Argument(
    help: ArgumentHelp("- reads what --dry-run printed, as you changed it.", valueName: "-"))
  var source: String?

  @Option(help: ArgumentHelp("To which team; needed when several ask.", valueName: "handle"))
  var team: String?

  @Option(help: ArgumentHelp("For which day, when it is not the present one.", valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp("Something you got done.", valueName: "text"))
  var done: [String] = []

  @Option(help: ArgumentHelp("What is next.", valueName: "text"))
  var next: [String] = []

  @Option(help: ArgumentHelp("What blocks you.", valueName: "text"))
  var blocked: [String] = []

  @Option(help: ArgumentHelp("What you ask of the others.", valueName: "text"))
  var asks: [String] = []

  @Flag(help: "Post the draft as it is, without an editor.")
  var drafted = false

  @Flag(help: "Only print the draft.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard source == nil || source == "-" else {
      throw ValidationError("'\(source ?? "")' is nothing to read from; write - for standard input")
    }
  }

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let me = try open.acting()
    let prompt = try open.prompt(of: team)
    let date = try open.date(date, of: prompt, for: me)
    let answers = try draft(of: prompt, date, open)
    let isGiven = drafted || ![done, next, blocked, asks].allSatisfy(\.isEmpty)
    if dryRun {
      let draft = UpdateOutline(prompt: prompt, date: date, answers: answers)
      if try output.form.print(one: draft, .outline(open.words), shell) { return }
      for line in CleanText.lines(answers.writing) { try shell.output.line(line.characters) }
    } else if source != nil {
      try post(prompt.answers(in: try InputFile.text("-")), prompt, date, open)
    } else if isGiven {
      try post(answers, prompt, date, open)
    } else if shell.isInputTerminal, shell.isOutputTerminal {
      try Editor(shell).edit(answers.writing) { text in
        try post(prompt.answers(in: text), prompt, date, open)
      }
    } else {
      throw Failure(
        .usage, "say something: --done, --next, --blocked, or --drafted for the draft as it is")
    }
  }

  /// What was posted for the day already, else what is known; with what was said here.
  private func draft(
    of prompt: Prompt, _ date: CivilDate, _ open: OpenBill
  ) throws -> [Update.Answer] {
    let me = try open.acting()
    var answers: [Update.Answer]
    if let known = open.bill.update(prompt.id, me, date) {
      answers = prompt.questions.map { question in
        known.answers.first { $0.question == question } ?? Update.Answer(question, "")
      }
    } else {
      answers = try open.workspace.store.updateDrafts(for: me)[prompt.id] ?? prompt.answers(in: "")
    }
    let said: [(Prompt.Question.Role, [String])] = [
      (.done, done), (.next, next), (.blocked, blocked), (.asks, asks),
    ]
    for (role, texts) in said where !texts.isEmpty {
      guard let index = answers.firstIndex(where: { $0.question.role == role }) else {
        throw Failure(
          .usage, "--\(role.name): the prompt does not ask that; see 'watchbill status prompt show'"
        )
      }
      answers[index].text = texts.map { "- \($0)" }.joined(separator: "\n")
    }
    return answers
  }

  private func post(
    _ answers: [Update.Answer], _ prompt: Prompt, _ date: CivilDate, _ open: OpenBill
  ) throws {
    let verb = WatchVerb.post(
      prompt: prompt.id, date, answers, blocked: open.bill.blockages(in: answers))
    let report = try open.perform(verb)
    let after = try OpenBill(open.workspace, open.shell)
    guard let update = after.bill.update(prompt.id, try open.acting(), date) else { return }
    if try output.form.print(one: update, .update(after.bill), open.shell) { return }
    for line in after.lines(of: update) { try open.shell.output.line(CleanText(line).characters) }
    try open.shell.output.flush()
    try open.shell.say(CleanText(report.title).characters)
  }
}
