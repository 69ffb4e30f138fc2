internal import ArgumentParser
internal import Domain

/// `watchbill service list`.
struct ServiceListCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the services, who owns them and who is on call.")

  @Option(help: ArgumentHelp("Only those of this team.", valueName: "handle"))
  var team: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let services =
      try team.map { open.bill.services(of: try open.team($0).id) } ?? open.bill.services
    let rows = try services.map { try ServiceRow($0, in: open) }
    if try output.form.print(rows, .service(open.words), shell) { return }
    guard !rows.isEmpty else {
      return try shell.say("there is no service yet; add one with 'watchbill service add HANDLE'")
    }
    var table = TextTable(["HANDLE", "TEAM", "OWNER", "ON CALL", "OPEN", "LAST HANDOFF", "NAME"])
    for row in rows {
      table.add([
        row.service.handle, row.service.team ?? "", row.service.owner.map { "@\($0)" } ?? "",
        row.onCall.isEmpty ? "" : open.mentions(row.onCall), "\(row.open)",
        open.inWords(row.lastHandoff), row.service.name,
      ])
    }
    try shell.print(table)
  }
}
