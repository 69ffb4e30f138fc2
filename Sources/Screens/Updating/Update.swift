import Canvas
public import Domain

/// Takes a message in and says what is to be done about it.
///
/// Pure: no clock, no store, no terminal. Whatever order messages come in,
/// the state stays one that can be drawn.
public func update(_ state: inout AppState, _ message: Message) -> [Effect] {
  let effects = state.take(message)
  state.isChangingMarked = state.isChangingMarked || effects.contains(where: state.changesMarked)
  return effects + state.settle()
}

/// The same at a moment, which whatever the screen says of time is counted from.
public func update(
  _ state: inout AppState, _ message: Message, at moment: Instant
) -> [Effect] {
  state.now = moment
  return update(&state, message)
}

extension AppState {
  fileprivate mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .opened(let moment):
      now = moment
      return [.setTitle("\(workspace) · watchbill"), .loadViews, .loadVocabulary, .loadWatch]
    case .input(let input, let moment):
      now = moment
      return take(input)
    case .resized(let size):
      self.size = size
      return []
    case .page(let page, let generation): return take(page, generation)
    case .count(let count, let generation):
      for index in sections.indices where sections[index].list.countGeneration == generation {
        sections[index].list.count = count
      }
      return []
    case .counts(let counts):
      isCountingViews = false
      for (index, count) in counts where sections.indices.contains(index) {
        sections[index].count = count
      }
      return []
    case .preview(let issue):
      guard preview.wanted == issue.issue.id else { return [] }
      preview.take(issue)
      return []
    case .gone(let id):
      closeDetail(of: id)
      return []
    case .body(let id, let text): return goOnEditing(id, text)
    case .detail(let issue): return take(detail: issue)
    case .vocabulary(let vocabulary, let words):
      self.vocabulary = vocabulary
      self.words = words
      for index in sections.indices { sections[index].list.doubts = nil }
      return []
    case .views(let views): return take(views)
    case .watch(let bill, let facts):
      inboxFacts = facts
      return take(bill)
    case .updateDrafts(let drafts): return take(updateDrafts: drafts)
    case .touched(let issues): return take(touched: issues)
    case .serviceCounts(let counts):
      serviceCounts = counts
      tabBasis = nil
      return []
    case .queryRefused(let reason, let generation): return refuse(generation, reason)
    case .editorReturned(let subject, let text): return takeEdited(subject, text)
    case .draft(let subject, let text): return takeDraft(subject, text)
    case .changed: return readAgain()
    case .changedElsewhere: return readAgain() + [.loadViews, .loadVocabulary]
    case .woke: return []
    case .performed(let report): return take(report)
    case .failed(let reason):
      status = StatusLine(text: reason, kind: .error)
      if let sending {
        keptDrafts.insert(sending)
        status.text += "; your text is kept"
      }
      sending = nil
      isGoing = false
      isReplaying = false
      isChangingMarked = false
      savedView = nil
      return []
    case .notice(let words):
      isReplaying = false
      say(words)
      return []
    case .changing(let progress):
      changing = progress
      return []
    case .changeEnded:
      changing = nil
      return []
    case .progress(let progress):
      self.progress = progress
      return []
    }
  }

  private mutating func take(_ report: StepReport) -> [Effect] {
    let isReplay = isReplaying
    isReplaying = false
    let wereMarked = isChangingMarked
    isChangingMarked = false
    guard report.operationCount > 0 else {
      say("nothing to change: \(report.title)")
      return settleSending()
    }
    status = StatusLine(
      text: ([report.title] + report.warnings).joined(separator: "; "), kind: .done,
      isUndoable: report.isStep)
    if report.isUndo { status.back = .redo }
    if isReplay || sending == .newIssue { wantedIssues = report.issues }
    isOfferingWanted = sending == .newIssue
    if wereMarked { list.takeMarksOff() }
    // A view, too, can have been saved or removed by what is undone.
    return settleSending() + (isReplay ? [.loadViews] : [])
  }

  /// The text that was sent is in the store: its draft has done its work.
  private mutating func settleSending() -> [Effect] {
    guard let subject = sending else { return [] }
    sending = nil
    keptDrafts.remove(subject)
    return discard(subject)
  }

  private mutating func take(detail issue: IssueDetail) -> [Effect] {
    let id = issue.issue.id
    if detail?.id != id {
      // Asked for by its key; any other is the answer to a wish that has passed.
      guard isGoing else { return [] }
      isGoing = false
      detail = DetailScreen(id: id, key: issue.issue.key)
    }
    detail?.reader.take(issue)
    return []
  }

  /// Whether an effect changes the issues that are marked.
  fileprivate func changesMarked(_ effect: Effect) -> Bool {
    switch effect {
    case .perform(_, let ids): !list.marks.isEmpty && list.marks == Set(ids)
    case .performOnQuery: list.hasAllMarked
    default: false
    }
  }

  /// Closes an issue that is gone; what was done to it is said already, if it was done here.
  private mutating func closeDetail(of id: EntityID) {
    if detail?.id == id { detail = nil }
    if editing?.subject == .body(id) { editing = nil }
    isGoing = false
    if status.kind != .done { complain("that issue is not here any more") }
  }

  private mutating func refuse(_ generation: Int, _ reason: String) -> [Effect] {
    for index in sections.indices
    where sections[index].list.reading?.generation == generation {
      sections[index].list.reading = nil
      sections[index].list.problem = reason
      sections[index].list.isStale = false
    }
    return []
  }

  /// Says something in the status line.
  mutating func say(_ words: String) {
    status = StatusLine(text: words)
  }

  /// Says why nothing was done.
  mutating func complain(_ words: String) {
    status = StatusLine(text: words, kind: .error)
  }
}
