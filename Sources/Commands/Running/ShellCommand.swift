internal import ArgumentParser
internal import Domain
internal import Storage

/// A command of ours: it does its work in a shell, and what fails is a `Failure`.
protocol ShellCommand: ParsableCommand {
  /// Does what the command is for.
  func run(in shell: Shell) throws
}

extension ShellCommand {
  func run() throws {
    let shell = Shell.live
    try run(in: shell)
    try shell.output.flush()
    try shell.errors.flush()
  }
}

extension Failure {
  /// Any error of ours as a failure; nil for those of the argument parser.
  init?(_ error: any Error) {
    if let failure = error as? Failure {
      self = failure
    } else if let error = error as? StoreError {
      self.init(error)
    } else if let error = error as? WatchRefusal {
      self.init(error.isAboutActor ? .notAllowed : .failed, error.description)
    } else if let error = error as? ZoneError {
      self.init(.failed, error.description)
    } else {
      return nil
    }
  }
}
