/// What somebody wants a new issue to be, with everything by the name people type.
public struct IssueDraft: Sendable, Equatable {
  /// The project's prefix.
  public var project: String
  /// Must not be empty when the issue is opened.
  public var title: String
  /// GitHub-flavoured Markdown; empty when there is nothing more to say.
  public var body: String
  /// Where it starts; triage unless somebody decided already.
  public var status: Status
  /// How soon it matters; `none` leaves that to triage.
  public var priority: Priority
  /// The handle of the one accountable person, or `@me`; nil for nobody yet.
  public var owner: String?
  /// Handles of those who help, in any order.
  public var assignees: [String]
  /// Names of labels, in any order; one the project does not have is made.
  public var labels: [String]
  /// The handle of the service it concerns; nil for none.
  public var service: String?
  /// The title of its milestone, made when the project does not have it; nil for none.
  public var milestone: String?
  /// The last day on which it is in time, in no particular zone; nil for none.
  public var due: CivilDate?
  /// Where the work can be seen, a URL; nil for nowhere yet.
  public var demo: String?

  /// A new issue's wish list.
  public init(
    project: String, title: String, body: String = "", status: Status = .triage,
    priority: Priority = .none, owner: String? = nil, assignees: [String] = [],
    labels: [String] = [], service: String? = nil, milestone: String? = nil,
    due: CivilDate? = nil, demo: String? = nil
  ) {
    self.project = project
    self.title = title
    self.body = body
    self.status = status
    self.priority = priority
    self.owner = owner
    self.assignees = assignees
    self.labels = labels
    self.service = service
    self.milestone = milestone
    self.due = due
    self.demo = demo
  }
}
