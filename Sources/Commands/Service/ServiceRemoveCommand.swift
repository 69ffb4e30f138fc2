internal import ArgumentParser
internal import Domain

/// `watchbill service remove`.
struct ServiceRemoveCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take a service out of every list; undo brings it back.",
    discussion: "While pages or issues of it are open it is refused, and said how many.")

  @Argument(help: ArgumentHelp("The service.", valueName: "handle"))
  var handle: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let open = try workspace.openBill(shell)
    let service = try open.service(handle)
    var ties = open.bill.ties(ofService: service.id)
    let issues = try open.openIssues("service:\(service.handle)")
    if issues != "0" {
      ties.append(
        "has \(issues) open: close them or edit their service, see 'watchbill issue list "
          + "service:\(service.handle)'")
    }
    try open.remove(EntityRef(.service, service.id), "service \(service.handle)", ties, output.form)
  }
}
