internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill demo`.
struct DemoCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Look around in the workspace of a made-up company.",
    discussion: "It is a file of its own; nothing you do there touches your workspace.")

  @Option(help: ArgumentHelp("Also so many generated issues, any number.", valueName: "count"))
  var issues = 0

  @Option(help: ArgumentHelp("The same seed gives the same issues.", valueName: "number"))
  var seed: UInt64 = 1

  @Flag(help: "Do not open the screen.")
  var noOpen = false

  @OptionGroup var workspace: WorkspaceOptions

  func run(in shell: Shell) throws {
    guard (0...10_000_000).contains(issues) else {
      throw Failure(.usage, "--issues takes a number from 0 to 10,000,000")
    }
    let path = try WorkspacePath(workspace.workspace, shell, special: "demo.db").path
    let company = try DemoCompany.shipped()
    let demo = try DemoWorkspace(company, at: path, shell)
    if issues > 0 { try demo.generate(issues, seed: seed) }
    _ = try Indexing(store: demo.store, shell: shell).run()
    try tell(demo, shell)
    try shell.output.flush()
    guard !noOpen, shell.isInputTerminal, shell.isOutputTerminal else { return }
    let screen = ScreenOptions(
      workspace: demo.store.path, person: workspace.person ?? shell.variable("WATCHBILL_PERSON"))
    let status = try MainActor.assumeIsolated { try openScreen(screen) }
    guard status == 0 else { throw ExitCode(status) }
  }

  private func tell(_ demo: DemoWorkspace, _ shell: Shell) throws {
    let path = demo.store.path
    try shell.output.line(
      demo.isNew ? "made the demo company Harbourline in \(path)" : "the demo is in \(path)")
    guard demo.isNew else { return }
    try shell.output.line(
      """
      you are \(DemoCompany.person); to go on from this shell:
        export WATCHBILL_WORKSPACE='\(path)'
        watchbill                                     the screen
        watchbill issue list 'is:mine sort:priority'
        watchbill search certificate
        watchbill oncall now
        watchbill issue close --query 'is:mine status:review'
        watchbill undo
      """)
  }
}
