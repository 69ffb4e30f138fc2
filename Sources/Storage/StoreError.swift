internal import Domain

/// Why a workspace could not be opened, read or written; nothing was changed.
///
/// `description` is the one sentence people see: what, where, what to do.
public struct StoreError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of failure it is; the command line turns it into an exit code.
  public enum Code: Sendable, Equatable {
    /// There is no such file.
    case missing
    /// The file cannot be opened or written, or the disk is full.
    case unwritable
    /// The file is not a workspace, or is damaged.
    case corrupt
    /// A newer program wrote the file.
    case tooNew
    /// Another process held the file for too long.
    case busy
    /// Something named in a request does not exist.
    case notFound
    /// The request itself is wrong.
    case refused
    /// Somebody else has acted on what was to be undone.
    case answered
    /// The request is not for whoever acts.
    case notAllowed
    /// A record of an import cannot come in; the sentence names its line.
    case badRecord
    /// A long read was interrupted because its answer is no longer wanted.
    case interrupted
    /// SQLite reported something else.
    case failed
  }

  /// The kind of failure, for code that decides; people read `description`.
  public let code: Code
  /// The failure as one sentence for people; nothing decides by its wording.
  public let description: String

  /// An error with its sentence.
  public init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }

  static func missing(_ path: String) -> StoreError {
    StoreError(
      .missing, "there is no workspace at \(path); 'watchbill demo' or 'watchbill import' makes one"
    )
  }

  static func foreign(_ path: String) -> StoreError {
    StoreError(.corrupt, "\(path) is not a Watchbill workspace; it was left untouched")
  }

  static func corrupt(_ path: String) -> StoreError {
    StoreError(
      .corrupt,
      "\(path) is damaged and was left untouched; copy it and its -wal file first, then "
        + "'sqlite3 \(path) .recover | sqlite3 recovered.db' saves what can be read")
  }

  static func tooNew(_ path: String, found: Int) -> StoreError {
    StoreError(
      .tooNew,
      "\(path) has format \(found) and this watchbill knows up to \(Schema.version); "
        + "install the newer watchbill that wrote it")
  }
}
