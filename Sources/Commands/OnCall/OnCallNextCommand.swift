internal import ArgumentParser
internal import Domain

/// `watchbill oncall next`.
struct OnCallNextCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "List somebody's next shifts, yours unless you name them.")

  @Argument(help: ArgumentHelp("Whose.", valueName: "handle"))
  var person = "@me"

  @Option(help: ArgumentHelp("How far to look ahead.", valueName: "weeks"))
  var weeks = 8

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    guard (1...520).contains(weeks) else {
      throw Failure(.usage, "--weeks: write a number from 1 to 520")
    }
    let open = try workspace.openBill(shell)
    let id = try open.person(person)
    let shifts = try open.shifts(of: id, in: open.bill.schedules, weeks: weeks)
    if try output.form.print(shifts, .shift, shell) { return }
    guard !shifts.isEmpty else {
      return try shell.say(
        "\(open.words.mention(id)) is not on call within the next \(weeks) weeks")
    }
    try shell.print(open.table(of: shifts))
  }
}
