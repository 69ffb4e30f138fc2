internal import ArgumentParser
internal import Storage

/// Which workspace, and who acts: the options every command shares.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The workspace's file; else WATCHBILL_WORKSPACE, else the one in your data folder.",
      valueName: "path"),
    completion: .file())
  var workspace: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who acts; else WATCHBILL_PERSON, else the workspace's own setting.", valueName: "handle"))
  var person: String?

  /// The options that name a file and leave the person to the environment.
  static func at(_ path: String) throws -> WorkspaceOptions {
    // Options that were not parsed cannot be read.
    try parse(["--workspace=\(path)"])
  }

  /// Opens the workspace, which must exist.
  func open(_ shell: Shell) throws -> Workspace {
    let path = try WorkspacePath(workspace, shell).path
    return try Workspace(Store.open(path: path, environment: shell.environment), self, shell)
  }

  /// Opens the workspace, making it and its folder first where there is none.
  func openOrCreate(_ shell: Shell) throws -> Workspace {
    let place = try WorkspacePath(workspace, shell)
    if !Store.fileExists(place.path) { try place.makeFolder() }
    let store = try Store.openOrCreate(path: place.path, environment: shell.environment)
    return try Workspace(store, self, shell)
  }
}
