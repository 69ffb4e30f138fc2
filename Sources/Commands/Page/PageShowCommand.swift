internal import ArgumentParser
internal import Canvas
internal import Domain
internal import Storage

/// `watchbill page show`.
struct PageShowCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a page, who is told when, and what happened to it.")

  @OptionGroup var choice: PageChoice
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let page = try choice.page(in: open, to: .show)
    if try output.form.print(one: page, .page(open.words), shell) { return }
    try shell.output.line(CleanText(page.summary).characters)
    let labels = page.labels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    try shell.print(facts: [
      ("service", open.words.name(page.service)), ("state", page.stateName),
      ("severity", "\(page.severity.name), urgency \(page.urgency.name)"),
      ("who", open.holders(of: page)), ("next", open.next(of: page)),
      ("since", open.words.moment(page.firstSeen)),
      ("signals", page.count == 1 ? "" : "\(page.count), last \(open.words.moment(page.lastSeen))"),
      ("repeats", page.repeats == 0 ? "" : "\(page.repeats) in the 24 hours before"),
      ("key", page.key?.text ?? ""), ("labels", labels.joined(separator: ", ")),
      ("id", page.id.description),
    ])
    for firing in open.bill.plan(of: page, until: open.now.advanced(by: 2 * Instant.hour)) {
      try shell.output.line(
        CleanText("\(open.words.moment(firing.at))  would tell \(open.mentions(firing.people))")
          .characters)
    }
    let history = try open.history(of: EntityRef(.page, page.id))
    guard !history.isEmpty else { return }
    try shell.output.line()
    for line in history { try shell.output.line(line) }
  }
}
