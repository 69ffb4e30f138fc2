internal import ArgumentParser
internal import Canvas
internal import Domain

/// `watchbill status show`.
struct UpdateShowCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what somebody posted, newest unless you name the day.")

  @Argument(help: ArgumentHelp("Whose.", valueName: "handle"))
  var person = "@me"

  @Argument(help: ArgumentHelp("Of which day: 2026-03-11.", valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp("To which team.", valueName: "handle"))
  var team: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let id = try open.person(person)
    let day = try date.map { try CivilDate(typed: $0) }
    let prompt = try team.map { try open.prompt(of: $0).id }
    let updates = open.bill.updates.filter { update in
      update.person == id && day.map { update.period == $0 } ?? true
        && prompt.map { update.prompt == $0 } ?? true
    }
    guard let newest = updates.first else {
      throw Failure(
        .notFound,
        "\(open.words.mention(id)) posted nothing \(day.map { "on \($0)" } ?? "in the last 5 weeks")"
      )
    }
    // Of one day there may be an update to each of several teams.
    let shown = updates.filter { $0.period == newest.period }
    if output.form != .text {
      if shown.count == 1, case .json = output.form {
        _ = try output.form.print(one: newest, .update(open.bill), shell)
      } else {
        _ = try output.form.print(shown, .update(open.bill), shell)
      }
      return
    }
    for (index, update) in shown.enumerated() {
      if index > 0 { try shell.output.line() }
      for line in open.lines(of: update) { try shell.output.line(CleanText(line).characters) }
    }
  }
}
