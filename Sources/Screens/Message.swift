public import Canvas
public import Domain

/// Something that happened, for the screen to take in.
public enum Message: Sendable, Equatable {
  /// The screen is open; asks for the views and the words there are.
  case opened(at: Instant)
  /// What somebody did, and when: ages are counted from it.
  case input(Input, at: Instant)
  case resized(Size)
  case page(IssuePage, generation: Int)
  case count(CappedCount, generation: Int)
  /// The counts of views, by their place in the line of views.
  case counts([Int: CappedCount])
  case preview(IssueDetail)
  case detail(IssueDetail)
  /// An issue that was asked for is not in the store any more.
  case gone(EntityID)
  /// The whole text of an issue, to be edited.
  case body(EntityID, String)
  case vocabulary(Vocabulary, WorkspaceWords)
  case views([SavedView])
  /// Who stands which watch, and what concerns me among issues.
  case watch(WatchBill, [InboxFact])
  /// What my updates can be filled with, by prompt.
  case updateDrafts([EntityID: [Update.Answer]])
  /// The issues that the giver of the note in sight touched.
  case touched([HandoffFacts.TouchedIssue])
  /// How many open issues services have, those without any left out.
  case serviceCounts([EntityID: CappedCount])
  case performed(StepReport)
  /// Something could not be done: one sentence that says what and why.
  case failed(String)
  /// The store cannot answer the query of this generation.
  case queryRefused(String, generation: Int)
  /// The editor is closed; nil when it left the text as it was, empty when it left none.
  case editorReturned(DraftSubject, String?)
  /// What is kept for a subject; nil when nothing is.
  case draft(DraftSubject, String?)
  /// The store is not what it was: this window changed it.
  case changed
  /// Another window or a command changed the store: anything in it may be new.
  case changedElsewhere
  /// The moment has come that the state waited for.
  case woke
  case notice(String)
  /// How far long work has come; nil when it is over.
  case progress(Progress?)
  /// How far a large change has come that goes on in the background.
  case changing(Progress)
  /// The large change is over; what came of it is told by a message of its own.
  case changeEnded(ChangeEnd)
}

/// How a large change ended.
public enum ChangeEnd: Sendable, Equatable {
  /// The step; nil when there was nothing to undo or redo.
  case made(StepReport?)
  /// Somebody stopped it; nothing was changed.
  case stopped
  case failed(String)
}

/// How far long work has come.
public struct Progress: Sendable, Equatable {
  /// What is going on: `Indexing the texts`.
  public var words: String
  /// How much is done.
  public var done: Int
  /// nil when nobody knows.
  public var total: Int?

  /// A state of progress.
  public init(_ words: String, done: Int, total: Int?) {
    self.words = words
    self.done = done
    self.total = total
  }
}

/// The people, labels and projects that pickers offer.
public struct WorkspaceWords: Sendable, Equatable {
  /// Everybody, the likeliest first.
  public var people: [Person]
  /// The labels with their colours, the likeliest first.
  public var labels: [Label]
  /// The projects, in the order they are offered for a new issue.
  public var projects: [Project]

  /// The words of a workspace.
  public init(people: [Person] = [], labels: [Label] = [], projects: [Project] = []) {
    self.people = people
    self.labels = labels
    self.projects = projects
  }
}
