internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill undo`.
struct UndoCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back your newest change, however large.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let workspace = try workspace.open(shell)
    let report = try shell.following("undoing") { progress throws(StoreError) in
      try workspace.store.undo(as: workspace.me, progress: progress)
    }
    guard let report else {
      throw Failure(.notFound, "there is nothing to undo\(workspace.byWhom)")
    }
    try output.form.print(report, shell)
  }
}
