internal import Domain
internal import Storage
internal import Synchronization

/// Puts the words of new issues into the search index, with its own progress.
struct Indexing {
  let store: Store
  let shell: Shell

  /// How many issues are indexed in one transaction.
  private static let batchSize = 10_000

  /// Indexes all that is left; false when ctrl-c ended it early.
  func run() throws -> Bool {
    guard try store.hasIndexingLeft() else { return true }
    let isInterrupted = Latch()
    let interruption = Interruption { isInterrupted.raise() }
    defer { interruption.end() }
    if let backlog = try store.indexBacklog() {
      let begun = Int(backlog.done)
      var progress = ProgressLine(
        "indexing", total: Int(backlog.total) - begun, unit: .issues, shell)
      while !isInterrupted.isRaised, let step = try store.indexText(Indexing.batchSize) {
        let done = Int(step.done) - begun
        try progress.show(done: done, items: done)
      }
      try progress.end()
    }
    while !isInterrupted.isRaised, try store.tidyText() {}
    return !isInterrupted.isRaised
  }
}

/// Something that happens once, seen from any thread.
final class Latch: Sendable {
  private let value = Atomic(false)

  /// Whether it has happened.
  var isRaised: Bool { value.load(ordering: .relaxed) }

  /// Says that it has happened.
  func raise() {
    value.store(true, ordering: .relaxed)
  }
}
