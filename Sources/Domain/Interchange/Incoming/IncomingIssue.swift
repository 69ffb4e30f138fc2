/// An issue or a pull request as a file tells it.
public struct IncomingIssue: Sendable, Equatable {
  /// The line of the file on which it begins.
  public var line = 0
  /// Known only in our own format.
  public var id: EntityID?
  /// The project's prefix; nil for the project the file is imported into.
  public var prefix: String?
  /// The number in the source, which stays the number here; nil when the source gives none.
  public var number: Int?
  /// Whether it is work to do or a change under review elsewhere.
  public var kind = IssueKind.issue
  /// As it came; never empty once read.
  public var title = ""
  /// As it came, line ends included.
  public var body = ""
  /// Where it stands, in our words.
  public var status = Status.triage
  /// How soon it matters.
  public var priority = Priority.none
  /// The handle of who opened it; nil when the source does not say.
  public var author: String?
  /// The handle of the one accountable person.
  public var owner: String?
  /// Handles of those who help, in the order of the source.
  public var assignees: [String] = []
  /// Labels, with colours and descriptions when the source tells them here.
  public var labels: [IncomingLabel] = []
  /// Handles of those who follow it.
  public var watchers: [String] = []
  /// The handle of the service it concerns.
  public var service: String?
  /// The title of its milestone.
  public var milestone: String?
  /// When that milestone is due, when the source says so here.
  public var milestoneDue: CivilDate?
  /// When it is to be done.
  public var due: CivilDate?
  /// Where the work can be seen, a URL.
  public var demo: String?
  /// Keys of the issues that wait for this one.
  public var blocks: [IssueKey] = []
  /// Keys of issues that concern the same matter.
  public var relates: [IssueKey] = []
  /// Keys of the issues that say the same.
  public var duplicates: [IssueKey] = []
  /// Nil when the source does not say: the importer's own time.
  public var created: Instant?
  /// When it last changed there.
  public var updated: Instant?
  /// When it last left the open states.
  public var closed: Instant?
  /// The handle of who closed it.
  public var closedBy: String?
  /// What was said on it, in the order of the source.
  public var comments: [IncomingComment] = []
  /// Where it lives in its source, with every field we do not model in `extra`.
  public var foreign: Foreign?
  /// A stable hash of the record as it stood: equal means that nothing in it has changed.
  public var fingerprint: UInt64 = 0
  /// The fields the source speaks of; of the others it says nothing, not even that they are empty.
  ///
  /// A title is always told. Comments are only ever added and edited, so that they need no mark.
  public var told = Told.everything

  /// An issue of which nothing is known yet.
  public init() {}

  /// The key the source gives it; nil without a prefix or a number.
  public var key: IssueKey? {
    guard let prefix, let number else { return nil }
    return IssueKey(prefix: prefix, number: number)
  }
}

/// A comment, a review or a review's comment as a file tells it.
public struct IncomingComment: Sendable, Equatable {
  /// Known only in our own format.
  public var id: EntityID?
  /// Plain words, a verdict on a pull, or a remark within a review.
  public var kind = CommentKind.comment
  /// The author's handle; nil when the source does not say.
  public var author: String?
  /// As it came; empty in a verdict without words.
  public var body = ""
  /// Nil when the source does not say: the issue's own time.
  public var created: Instant?
  /// When it was last edited there.
  public var updated: Instant?
  /// When it was taken back.
  public var redacted: Instant?
  /// Where it lives in its source.
  ///
  /// When the source numbers no comments, the id is made of the issue's id, the
  /// kind, the time and the author, so that it is the same at every import.
  public var foreign: Foreign?

  /// A comment of which nothing is known yet.
  public init() {}
}
