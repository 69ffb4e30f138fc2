internal import Domain

/// Hands generated issues over in the order in which they were opened.
struct GeneratedSource: RecordSource {
  let generator: IssueGenerator
  let count: Int
  let shift: TimeShift

  var total: Int? { count }
  var unit: WorkProgress.Unit { .issues }

  func hand(to handOver: HandOver<RecordPiece>) {
    var done = 0
    var batch: [IncomingRecord] = []
    for index in order {
      batch.append(shift.moving(.issue(generator.issue(index))))
      done += 1
      guard batch.count >= Self.batchSize else { continue }
      guard handOver.give(.batch(batch, done: done)) else { return }
      batch = []
      batch.reserveCapacity(Self.batchSize)
    }
    guard batch.isEmpty || handOver.give(.batch(batch, done: done)) else { return }
    _ = handOver.give(.end(nil))
  }

  /// The indexes by time, so that rows grow with time as they do in a workspace that is lived in.
  private var order: [Int] {
    let times = (0..<count).map { generator.created($0).milliseconds }
    return times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
  }
}
