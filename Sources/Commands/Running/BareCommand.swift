internal import Storage

/// `watchbill` alone, perhaps with where, who and how it looks: opens the screen.
///
/// It is read here by hand because the argument parser costs more than the whole
/// way to the first frame may take.
struct BareCommand: Equatable {
  var workspace: String?
  var person: String?
  var theme: String?

  /// The options, or nil when the arguments ask for anything else.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      let names = ["--workspace", "--as", "--theme"]
      guard let name = names.first(where: { word == $0 || word.hasPrefix($0 + "=") }) else {
        return nil
      }
      let value: String
      if word != name {
        value = String(word.dropFirst(name.count + 1))
      } else if let next = rest.popFirst() {
        value = next
      } else {
        return nil
      }
      switch name {
      case "--workspace": workspace = value
      case "--as": person = value
      default: theme = value
      }
    }
  }

  /// Opens the screen on the workspace, or welcomes whoever has none yet.
  @MainActor
  func open() throws -> Int32 {
    let shell = Shell.live
    let path = try WorkspacePath(workspace, shell).path
    guard Store.fileExists(path) else {
      return try Welcome(shell: shell, path: path, person: person, theme: theme).begin()
    }
    guard shell.isInputTerminal, shell.isOutputTerminal else {
      throw Failure(
        .usage, "the screen needs a terminal; in a script use 'watchbill issue list' and the like")
    }
    return try openScreen(screen(path, shell))
  }

  private func screen(_ path: String, _ shell: Shell) -> ScreenOptions {
    ScreenOptions(
      workspace: path, person: person ?? shell.variable("WATCHBILL_PERSON"), theme: theme)
  }
}
