internal import Domain
internal import Screens
internal import Storage

extension Program {
  /// Makes a change: at once, or in the background when it is a large one.
  func change(_ effect: Effect) {
    guard let author else {
      tell(
        .failed(
          "nobody said who you are: quit, and start with --as HANDLE or say it for good with "
            + "'watchbill person use HANDLE'"))
      return
    }
    guard largeChange == nil else {
      tell(.failed("a large change is under way; nothing else can be changed before it is done"))
      return
    }
    let (store, context) = (store, context)
    let make = { @Sendable (own: Store, progress: StepProgress) throws(StoreError) in
      try own.make(effect, in: context, as: author, progress)
    }
    do throws(StoreError) {
      if try isLarge(effect, context, author) {
        let words = effect.largeWords
        largeChange = LargeChange(words, store, mailbox, make)
        largeEffect = effect
        tell(.changing(Progress(words, done: 0, total: nil)))
        return
      }
      take(try make(store, .unseen), of: effect)
    } catch {
      tell(.failed(error.description))
    }
  }

  /// What came of a large change.
  func endLargeChange(_ end: ChangeEnd) {
    guard let effect = largeEffect else { return }
    largeChange = nil
    largeEffect = nil
    for write in waitingDrafts { quietly(write) }
    waitingDrafts = []
    switch end {
    case .made(let report): take(report, of: effect)
    case .stopped: tell(.failed("stopped: nothing was changed"))
    case .failed(let reason): tell(.failed(reason))
    }
  }

  private func take(_ report: StepReport?, of effect: Effect) {
    hearOwnBell()
    guard let report else {
      tell(.notice(effect == .undo ? "nothing to undo" : "nothing to redo"))
      return
    }
    log.note(report.operationCount)
    tell(.performed(report))
    switch effect {
    case .saveView, .removeView: perform(.loadViews)
    case .perform(.label, _), .performOnQuery(.label, _), .create, .undo, .redo:
      perform(.loadVocabulary)
    default: break
    }
    tell(.changed)
  }

  /// Whether a change takes longer than somebody waits for a key.
  private func isLarge(
    _ effect: Effect, _ context: QueryContext, _ author: EntityID
  ) throws(StoreError) -> Bool {
    switch effect {
    case .perform(_, let ids): ids.count > LargeChange.threshold
    case .performOnQuery(_, let query):
      try store.count(query, in: context, cap: LargeChange.threshold).isCapped
    case .undo, .redo:
      try store.replaySize(isUndo: effect == .undo, as: author) > LargeChange.threshold
    default: false
    }
  }

  /// Our own ring is no news to us.
  private func hearOwnBell() {
    if let bell { Doorbell.drain(bell) }
  }
}

extension Store {
  /// Makes the change that an effect asks for; nil when there is nothing to undo or redo.
  fileprivate func make(
    _ effect: Effect, in context: QueryContext, as author: EntityID, _ progress: StepProgress
  ) throws(StoreError) -> StepReport? {
    switch effect {
    case .perform(let verb, let ids):
      return try perform(verb, on: ids, as: author, progress: progress)
    case .performWatch(let verb): return try perform(verb, as: author)
    case .performOnQuery(let verb, let query):
      return try perform(verb, onAll: query, in: context, as: author, progress: progress)
    case .create(let draft): return try create(draft, as: author).report
    case .undo: return try undo(as: author, progress: progress)
    case .redo: return try redo(as: author, progress: progress)
    case .saveView(let name, let query): return try saveView(name, query: query, as: author)
    case .removeView(let id):
      return try perform(
        "removed a view", [.trash(TrashEntity(EntityRef(.view, id)))], as: author)
    default: return nil
    }
  }
}

extension Effect {
  /// What a large one is called while it goes on.
  fileprivate var largeWords: String {
    switch self {
    case .undo: "Undoing"
    case .redo: "Redoing"
    default: "Changing"
    }
  }
}
