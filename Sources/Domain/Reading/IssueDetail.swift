/// One issue with everything its full screen shows.
public struct IssueDetail: Sendable, Equatable {
  /// Its fields; a very long body may be cut.
  public var issue: Issue
  /// Oldest first; at most the newest `limit` of them, see `hiddenComments`.
  public var comments: [Comment]
  /// How many older comments were left out.
  public var hiddenComments: Int
  /// What happened to it, oldest first.
  public var timeline: [TimelineEntry]

  /// An issue with its comments and timeline.
  public init(
    issue: Issue, comments: [Comment], hiddenComments: Int = 0, timeline: [TimelineEntry] = []
  ) {
    self.issue = issue
    self.comments = comments
    self.hiddenComments = hiddenComments
    self.timeline = timeline
  }
}

/// One line of an issue's history, read from the journal, in words.
public struct TimelineEntry: Sendable, Equatable {
  /// When it happened, by the clock of the device where it did.
  public var at: Instant
  /// The handle of who did it; nil for imports and the program.
  public var author: String?
  /// What was done, in the past tense: `closed this`, `added label bug`.
  public var words: String
  /// Whether an undo took it back.
  public var isUndone: Bool

  /// A line of history.
  public init(at: Instant, author: String?, words: String, isUndone: Bool = false) {
    self.at = at
    self.author = author
    self.words = words
    self.isUndone = isUndone
  }
}
