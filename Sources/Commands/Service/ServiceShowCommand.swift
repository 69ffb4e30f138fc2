internal import ArgumentParser
internal import Domain

/// `watchbill service show`.
struct ServiceShowCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a service: who owns it, who answers now, who did before.")

  @Argument(help: ArgumentHelp("The service.", valueName: "handle"))
  var handle: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let service = try open.service(handle)
    let row = try ServiceRow(service, in: open)
    if try output.form.print(one: row, .service(open.words), shell) { return }
    let pages = open.bill.pages.count { $0.isOpen && $0.service == service.id }
    let offer = open.bill.handoffs.first { $0.subject == .service(service.id) && !$0.state.isOver }
    try shell.print(facts: [
      ("handle", service.handle), ("name", service.name), ("team", service.team ?? "nobody's"),
      ("owner", service.owner.map { "@\($0)" } ?? ""),
      ("offered to", offer.map { open.words.receiver($0.receiver) } ?? ""),
      ("on call", row.onCall.isEmpty ? "" : open.mentions(row.onCall)),
      ("policy", service.policy ?? "that of its team"),
      ("issues", "\(row.open) open"), ("pages", pages == 0 ? "" : "\(pages) open"),
      ("last handoff", open.inWords(row.lastHandoff)),
    ])
    try shell.output.line()
    try open.printTimeline(of: EntityRef(.service, service.id), .text)
  }
}
