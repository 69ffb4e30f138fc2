internal import ArgumentParser
internal import Domain
internal import Storage

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
    let pages = open.bill.pages.count { $0.isOpen && $0.service == service.id }
    let offer = open.bill.handoffs.first { $0.subject == .service(service.id) && !$0.state.isOver }
    guard output.form == .text else {
      let receiver = offer.map { open.words.receiver($0.receiver) }
      let history = try open.workspace.store.timeline(of: EntityRef(.service, service.id))
      let more: [(name: String, write: JSONShape<ServiceRow>.Writing)] = [
        ("offered_to", { $1.optional(receiver) }), ("open_pages", { $1.integer(pages) }),
        ("history", { $1.history(history) }),
      ]
      let shape = JSONShape.service(open.words)
      _ = try output.form.print(
        one: row, JSONShape(kind: shape.kind, fields: shape.fields + more), shell)
      return
    }
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
