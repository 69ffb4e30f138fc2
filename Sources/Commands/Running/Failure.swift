internal import Domain
internal import Storage

/// Why a command did not do what it was asked: an exit status and one line for people.
struct Failure: Error, Equatable {
  let status: ExitStatus
  /// What, where and what to do, in one line.
  let message: String
  /// Further lines that point at the place: a query with its caret.
  var details: [String] = []

  init(_ status: ExitStatus, _ message: String, details: [String] = []) {
    self.status = status
    self.message = message
    self.details = details
  }
}

extension Failure {
  /// What the store said, with the exit status for it: the only place where the two meet.
  init(_ error: StoreError) {
    let status: ExitStatus =
      switch error.code {
      case .missing, .notFound: .notFound
      case .unwritable: .cannotWrite
      case .corrupt, .tooNew, .badRecord: .badData
      case .interrupted: .interrupted
      case .notAllowed: .notAllowed
      case .busy, .refused, .answered, .failed: .failed
      }
    self.init(status, error.description)
  }

  /// What a reader said about a file, with the file's name before it.
  init(_ error: InterchangeError, file: String) {
    self.init(.badData, "\(file): \(error.description)")
  }
}
