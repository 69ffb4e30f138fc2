internal import Dispatch
internal import Domain
internal import Storage

/// Brings all records of a source into a workspace: one thread reads, this one stores.
///
/// The reading begins at once; `begin` waits for its first records, so that a source
/// that cannot be read at all is known before a workspace is made for it.
final class Intake {
  /// How an intake ended.
  enum Ending {
    case whole(InterchangeWarnings?)
    /// Ctrl-c: the batches so far stand.
    case interrupted
    /// The source could not be read on, or its records not be stored: the batches so far stand.
    case failed(Failure)
  }

  private let source: any RecordSource
  private let title: String
  private let check: ([IncomingRecord]) throws(Failure) -> Void
  private let handOver = HandOver<RecordPiece>(capacity: 4)
  private let interruption: Interruption
  private var progress: ProgressLine
  private var first: RecordPiece?

  /// An intake; `check` may refuse records before they are stored.
  init(
    _ source: any RecordSource, title: String, _ shell: Shell,
    checking check: @escaping ([IncomingRecord]) throws(Failure) -> Void = { _ in }
  ) {
    self.source = source
    self.title = title
    self.check = check
    progress = ProgressLine(title, total: source.total, unit: source.unit, shell)
    let handOver = handOver
    interruption = Interruption { handOver.interrupt() }
    DispatchQueue(label: "watchbill.reading").async { source.hand(to: handOver) }
  }

  deinit {
    handOver.close()
    interruption.end()
  }

  /// Waits for the first records; throws when there are none to be had.
  func begin() throws(Failure) {
    first = handOver.take()
    switch first {
    case .failed(let failure): throw failure
    case .batch(let records, _): try check(records)
    case .end, nil: return
    }
  }

  /// Feeds the importer until the end, a fault, or ctrl-c.
  func run(into importer: inout Importer) throws -> Ending {
    var items = 0
    while let piece = first ?? handOver.take() {
      first = nil
      switch piece {
      case .batch(let records, let done):
        do throws(Failure) {
          try check(records)
        } catch {
          try progress.end()
          return .failed(error)
        }
        do throws(StoreError) {
          try importer.take(records)
        } catch {
          try progress.end()
          guard error.code == .badRecord else { return .failed(Failure(error)) }
          return .failed(Failure(.badData, "\(title): \(error)"))
        }
        items += records.count
        try progress.show(done: done, items: items)
      case .failed(let failure):
        try progress.end()
        return .failed(failure)
      case .end(let warnings):
        try progress.end()
        return .whole(warnings)
      }
    }
    try progress.end()
    return .interrupted
  }
}
