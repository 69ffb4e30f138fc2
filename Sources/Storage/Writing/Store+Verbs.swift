public import Domain
internal import GRDB

extension Store {
  /// Does a verb to issues, as one step that one undo takes back.
  ///
  /// Throws `notFound` when a person, service or issue that the verb names does
  /// not exist, `refused` when a field cannot be so; then nothing was changed.
  public func perform(
    _ verb: IssueVerb, on issues: [EntityID], as author: EntityID?,
    progress: StepProgress = .unseen
  ) throws(StoreError) -> StepReport {
    try perform([verb], on: issues, as: author, progress: progress)
  }

  /// Does several verbs to issues, in order, as one step that one undo takes back.
  public func perform(
    _ verbs: [IssueVerb], on issues: [EntityID], as author: EntityID?,
    progress: StepProgress = .unseen
  ) throws(StoreError) -> StepReport {
    try write { db in try perform(verbs, on: issues, as: author, progress, db) }
  }

  private func perform(
    _ verbs: [IssueVerb], on issues: [EntityID], as author: EntityID?, _ progress: StepProgress,
    _ db: Database
  ) throws -> StepReport {
    var step = try Step(db, stamp: stamp(author))
    let verbs = try verbs.map { try settled($0, on: issues, Names(db: db, me: author)) }
    var warnings: [String] = []
    for (index, verb) in verbs.enumerated() {
      try perform(verb, on: issues, &step, Names(db: db, me: author), &warnings) { done in
        try progress.tell(index * issues.count + done, of: verbs.count * issues.count)
      }
    }
    // What is said beside a change is not what the change is called by.
    let named = verbs.count == 1 ? verbs : verbs.filter { !$0.isComment }
    let what = named.count == 1 ? named[0].past : "edited"
    let title = try "\(what) \(Store.subject(issues, db))"
    try step.finish(title: title)
    return StepReport(
      title: title, issues: Array(issues.prefix(1000)),
      operationCount: step.operationCount + warnings.count, warnings: warnings)
  }

  /// Opens a new issue; returns its id and key, and the step's report.
  public func create(
    _ draft: IssueDraft, as author: EntityID?
  ) throws(StoreError) -> (id: EntityID, key: IssueKey, report: StepReport) {
    try write { db in
      var step = try Step(db, stamp: stamp(author))
      let names = Names(db: db, me: author)
      let project = try names.project(draft.project)
      let number = try Store.allotNumber(in: project, db)
      let id = environment.newID()
      var fields: [Field: Value] = [
        .project: .reference(project), .number: .integer(Int64(number)), .kind: .integer(0),
        .title: .text(draft.title), .body: .text(draft.body),
        .status: .integer(Int64(draft.status.rawValue)),
        .priority: .integer(Int64(draft.priority.rawValue)),
      ]
      if let owner = draft.owner { fields[.owner] = .reference(try names.person(owner)) }
      if let service = draft.service { fields[.service] = .reference(try names.service(service)) }
      if let title = draft.milestone {
        fields[.milestone] = .reference(try milestone(title, in: project, &step, names))
      }
      if let due = draft.due { fields[.due] = .text(due.description) }
      if let demo = draft.demo { fields[.demo] = .text(demo) }
      fields[.assignees] = .references(try draft.assignees.map(names.person).sorted())
      fields[.labels] = .references(
        try draft.labels.map { try label($0, in: project, &step, names) }.sorted())
      try step.make(.create(CreateEntity(EntityRef(.issue, id), fields: fields)))
      let key = IssueKey(prefix: draft.project.uppercased(), number: number)
      let title = "opened \(key)"
      try step.finish(title: title)
      let report = StepReport(title: title, issues: [id], operationCount: step.operationCount)
      return (id, key, report)
    }
  }

  /// Does a verb to every issue a query matches, as one step.
  public func perform(
    _ verb: IssueVerb, onAll query: Query, in context: QueryContext, as author: EntityID?,
    progress: StepProgress = .unseen
  ) throws(StoreError) -> StepReport {
    // Found and changed on one state of the file, so that nothing is changed that matches no more.
    try write { db in
      try perform(
        [verb], on: Store.ids(matching: query, in: context, db), as: author, progress, db)
    }
  }

  /// A toggle as what it comes to: off when it is on for every issue, else on.
  private func settled(
    _ verb: IssueVerb, on issues: [EntityID], _ names: Names
  ) throws -> IssueVerb {
    guard case .toggleWatch(let handle) = verb else { return verb }
    let person = try names.person(handle)
    let isOn = try issues.allSatisfy { issue in
      let record = try RecordTable.load(EntityRef(.issue, issue), [.watchers], names.db)
      return record?[.watchers].references.contains(person) ?? true
    }
    return isOn ? .watch(add: [], remove: [handle]) : .watch(add: [handle], remove: [])
  }

  /// Does a verb; `warnings` gets a sentence for each change that no undo takes back.
  private func perform(
    _ verb: IssueVerb, on issues: [EntityID], _ step: inout Step, _ names: Names,
    _ warnings: inout [String], _ tell: (Int) throws -> Void
  ) throws {
    for (done, issue) in issues.enumerated() {
      try tell(done)
      let ref = EntityRef(.issue, issue)
      switch verb {
      case .assign(let add, let remove):
        try change(.assignees, of: ref, add, remove, &step) { try names.person($0) }
      case .watch(let add, let remove):
        try change(.watchers, of: ref, add, remove, &step) { try names.person($0) }
      case .label(let add, let remove):
        let project = try names.project(of: issue)
        for name in add {
          let label = try label(name, in: project, &step, names)
          try step.make(.add(AddMember(ref, .labels, label)))
        }
        for name in remove {
          guard let label = try names.label(name, in: project) else { continue }
          try step.make(.remove(RemoveMember(ref, .labels, label)))
        }
      case .link(let kind, let key):
        let (from, field, to) = link(issue, kind, try names.issue(key))
        try step.make(.add(AddMember(EntityRef(.issue, from), field, to)))
      case .unlink(let kind, let key):
        if try PendingLinks.forget(kind, key, of: issue, names.db) {
          warnings.append("\(key) is not here, so that no undo brings this link back")
          continue
        }
        let (from, field, to) = link(issue, kind, try names.issue(key))
        try step.make(.remove(RemoveMember(EntityRef(.issue, from), field, to)))
      case .comment(let body):
        try step.make(.addComment(AddComment(environment.newID(), on: issue, body: body)))
      case .trash: try step.make(.trash(TrashEntity(ref)))
      default:
        guard let (field, value) = try assignment(verb, to: issue, &step, names) else { continue }
        try step.make(.set(SetField(ref, field, to: value)))
      }
    }
  }

  /// The field a verb sets and its value; nil when there is nothing to do.
  private func assignment(
    _ verb: IssueVerb, to issue: EntityID, _ step: inout Step, _ names: Names
  ) throws -> (Field, Value)? {
    switch verb {
    case .close(let status), .status(let status):
      return (.status, .integer(Int64(status.rawValue)))
    case .reopen:
      let record = try RecordTable.load(EntityRef(.issue, issue), [.status], names.db)
      guard let status = record?[.status].integer, status >= Status.done.rawValue else {
        return nil
      }
      return (.status, .integer(Int64(Status.todo.rawValue)))
    case .priority(let priority): return (.priority, .integer(Int64(priority.rawValue)))
    case .retitle(let title): return (.title, .text(title))
    case .rewrite(let body, let begun):
      let now = try RecordTable.load(EntityRef(.issue, issue), [.body], names.db)?[.body].text
      guard begun == nil || begun == now else {
        throw StoreError(
          .refused, "somebody changed the description meanwhile; look at it and edit again")
      }
      return (.body, .text(body))
    case .own(let handle):
      let person: EntityID? = try handle.map { try names.person($0) }
      return (.owner, .optional(person))
    case .service(let handle):
      let service: EntityID? = try handle.map { try names.service($0) }
      return (.service, .optional(service))
    case .milestone(let title):
      guard let title else { return (.milestone, .null) }
      let project = try names.project(of: issue)
      return (.milestone, .reference(try milestone(title, in: project, &step, names)))
    case .due(let date): return (.due, .optional(date?.description))
    case .demo(let url): return (.demo, .optional(url))
    default: return nil
    }
  }

  /// Adds to and removes from a set what `find` makes of each name.
  private func change(
    _ field: Field, of issue: EntityRef, _ add: [String], _ remove: [String],
    _ step: inout Step, _ find: (String) throws -> EntityID
  ) throws {
    for name in add { try step.make(.add(AddMember(issue, field, find(name)))) }
    for name in remove { try step.make(.remove(RemoveMember(issue, field, find(name)))) }
  }

  /// "Blocked by" is kept as "blocks" on the other side.
  private func link(
    _ issue: EntityID, _ kind: LinkKind, _ other: EntityID
  ) -> (EntityID, Field, EntityID) {
    switch kind {
    case .blocks: (issue, .blocks, other)
    case .relates: (issue, .relates, other)
    case .duplicates: (issue, .duplicates, other)
    case .blockedBy: (other, .blocks, issue)
    }
  }

  /// A label of a project, made when there is none of that name.
  private func label(
    _ name: String, in project: EntityID, _ step: inout Step, _ names: Names
  ) throws -> EntityID {
    try names.label(name, in: project) ?? make(.label, .name, name, in: project, &step, names)
  }

  /// A milestone of a project, made when there is none of that title.
  private func milestone(
    _ title: String, in project: EntityID, _ step: inout Step, _ names: Names
  ) throws -> EntityID {
    try names.milestone(title, in: project)
      ?? make(.milestone, .title, title, in: project, &step, names)
  }

  /// Makes a thing of a project by its name, or brings back the one that was deleted.
  private func make(
    _ kind: EntityKind, _ field: Field, _ name: String, in project: EntityID, _ step: inout Step,
    _ names: Names
  ) throws -> EntityID {
    if let trashed = try names.trashed(kind, name, in: project) {
      try step.make(.restore(RestoreEntity(trashed)))
      return trashed.id
    }
    let id = environment.newID()
    try step.make(
      .create(
        CreateEntity(
          EntityRef(kind, id), fields: [.project: .reference(project), field: .text(name)])))
    return id
  }

  /// The next number of a project; numbers are never given twice, gaps are accepted.
  static func allotNumber(in project: EntityID, _ db: Database) throws -> Int {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT prefix, next_number FROM project WHERE uid = ?"),
      arguments: [project.blob])
    guard let row else { throw Refusal.missing(EntityRef(.project, project)) }
    let number = try PendingLinks.numberNobodyWaits(for: row[0], from: row[1], db)
    try db.cachedStatement(sql: "UPDATE project SET next_number = ? WHERE uid = ?")
      .execute(arguments: [number + 1, project.blob])
    return Int(number)
  }

  /// The issue's key, or how many there are.
  private static func subject(_ issues: [EntityID], _ db: Database) throws -> String {
    guard issues.count == 1 else { return "\(issues.count.grouped) issues" }
    return try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT project.prefix || '-' || issue.number FROM issue
          JOIN project ON project.id = issue.project_id WHERE issue.uid = ?
          """),
      arguments: [issues[0].blob]) ?? "issue"
  }
}
