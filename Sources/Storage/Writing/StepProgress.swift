/// Hears how far a large step has come, on the thread that makes it, and can end it.
public struct StepProgress {
  private let hear: ((_ done: Int, _ total: Int) -> Bool)?

  /// Nobody listens.
  public static var unseen: StepProgress { StepProgress(nil) }

  private init(_ hear: ((Int, Int) -> Bool)?) { self.hear = hear }

  /// Somebody who is told now and then how much is done of how much.
  ///
  /// - Parameter hear: says whether to go on; if not, nothing of the step is kept, and it fails
  ///   with `.interrupted`.
  public init(hear: @escaping (_ done: Int, _ total: Int) -> Bool) { self.hear = hear }

  /// Told for each issue or operation; what is heard is every 256th.
  func tell(_ done: Int, of total: Int) throws {
    guard done % 256 == 0, let hear, !hear(done, total) else { return }
    throw StoreError(.interrupted, "stopped: nothing was changed")
  }
}
