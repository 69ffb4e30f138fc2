internal import Domain
internal import Storage

extension Shell {
  /// More issues than this take so long that it is said how far they are.
  private static let large = 2_000

  /// Makes a change; when it is a large one, says how far it is and lets ctrl-c end it.
  ///
  /// - Parameter title: what is done: `changing`.
  /// - Throws: what `change` throws, and `interrupted` after ctrl-c; then nothing was changed.
  func following<T>(
    _ title: String, _ change: (StepProgress) throws(StoreError) -> T
  ) throws -> T {
    let isInterrupted = Latch()
    var interruption: Interruption?
    var line: ProgressLine?
    defer {
      interruption?.end()
      try? line?.end()
    }
    let progress = StepProgress { done, total in
      guard total > Shell.large else { return true }
      if line == nil {
        line = ProgressLine(title, total: total, unit: .issues, self)
        interruption = Interruption { isInterrupted.raise() }
      }
      try? line?.show(done: done, items: done)
      return !isInterrupted.isRaised
    }
    return try change(progress)
  }
}
