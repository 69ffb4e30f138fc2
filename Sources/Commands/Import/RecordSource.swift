internal import Domain

/// What the thread that reads or makes records hands to the one that stores them.
enum RecordPiece: Sendable {
  /// Records, and how much of the whole lies behind them now.
  case batch([IncomingRecord], done: Int)
  /// The reading cannot go on.
  case failed(Failure)
  /// The end, with what was read but not quite as it stood.
  case end(InterchangeWarnings?)
}

/// Where records come from: a file, or the demo's generator.
protocol RecordSource: Sendable {
  /// How much there is, in the unit of `done`; nil when that is unknown.
  var total: Int? { get }
  /// What `done` counts.
  var unit: WorkProgress.Unit { get }
  /// Hands every record over, on a thread of its own, ending with `end` or `failed`.
  func hand(to handOver: HandOver<RecordPiece>)
}

extension RecordSource {
  /// How many records go over at a time: a transaction each.
  static var batchSize: Int { 1000 }
}
