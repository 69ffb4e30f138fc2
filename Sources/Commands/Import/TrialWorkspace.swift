internal import Glibc
internal import Storage

/// A workspace for a dry run where there is none yet: made in a folder of its own, and removed.
struct TrialWorkspace {
  /// The options that lead to it.
  let options: WorkspaceOptions
  private let folder: String

  /// Nil when the workspace exists, so that the dry run can look at that.
  init?(_ chosen: WorkspaceOptions, _ shell: Shell) throws {
    guard try !Store.fileExists(WorkspacePath(chosen.workspace, shell).path) else { return nil }
    var template = Array("\(shell.variable("TMPDIR") ?? "/tmp")/watchbill-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw Failure(.cannotWrite, "cannot make a folder for the dry run: \(systemReason())")
    }
    folder = String(cString: made)
    options = try WorkspaceOptions.at("\(folder)/workspace.db")
  }

  /// Removes the folder with what SQLite and the bell put into it.
  func remove() {
    for ending in ["", "-wal", "-shm", "-bell"] { unlink("\(folder)/workspace.db\(ending)") }
    rmdir(folder)
  }
}
