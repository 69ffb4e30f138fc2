internal import ArgumentParser
internal import Domain
internal import Storage

/// `watchbill redo`.
struct RedoCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Make again the change you took back last.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let workspace = try workspace.open(shell)
    let report = try shell.following("redoing") { progress throws(StoreError) in
      try workspace.store.redo(as: workspace.me, progress: progress)
    }
    guard let report else {
      throw Failure(.notFound, "there is nothing to redo\(workspace.byWhom)")
    }
    try output.form.print(report, shell)
  }
}
