/// What somebody wants a new issue to be, with everything by the name people type.
public struct IssueDraft: Sendable, Equatable {
  /// The project's prefix.
  public var project: String
  public var title: String
  public var body: String
  public var status: Status
  public var priority: Priority
  public var owner: String?
  public var assignees: [String]
  public var labels: [String]
  public var service: String?
  public var milestone: String?
  public var due: CivilDate?
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
