internal import Glibc

/// Where the workspace's file is: as the command says, else the environment, else the settings,
/// else as usual.
struct WorkspacePath: Equatable {
  let path: String

  /// The place of a workspace.
  ///
  /// - Parameter special: the file name in our data folder of one that is not somebody's own, such
  ///   as the demo's; settings do not move it.
  init(_ chosen: String?, _ shell: Shell, special: String? = nil) throws(Failure) {
    if let path = chosen ?? shell.variable("WATCHBILL_WORKSPACE") {
      self.path = path
      return
    }
    let home = shell.variable("HOME") ?? "."
    if special == nil, let path = try shell.settings().workspace(home: home) {
      self.path = path
      return
    }
    let data = shell.variable("XDG_DATA_HOME") ?? "\(home)/.local/share"
    path = "\(data)/watchbill/\(special ?? "workspace.db")"
  }

  /// Makes the folders above the file, for the user alone.
  func makeFolder() throws(Failure) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for count in parts.indices.map({ $0 + 1 }) {
      let folder = parts[..<count].joined(separator: "/")
      guard !folder.isEmpty, mkdir(folder, 0o700) != 0, errno != EEXIST, access(folder, F_OK) != 0
      else { continue }
      throw Failure(.cannotWrite, "cannot make the folder \(folder): \(systemReason())")
    }
  }
}
