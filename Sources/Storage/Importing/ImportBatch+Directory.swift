internal import Domain
internal import GRDB

/// People, teams, labels and the like: found by id or name, else made.
extension ImportBatch {
  mutating func take(_ incoming: IncomingPerson) throws {
    let fields: [Field: Value] = [
      .handle: .text(incoming.handle), .name: .text(incoming.name),
      .email: .optional(incoming.email), .zone: .optional(incoming.zone),
    ]
    let (row, isNew) = try settle(
      .person, incoming.id, named: ("handle", incoming.handle), fields, incoming.created)
    names.people[incoming.handle.nocase] = row
    if isNew { report.people += 1 }
    if let foreign = incoming.foreign {
      try db.cachedStatement(
        sql: """
          UPDATE person SET foreign_system = ?, foreign_id = ?, foreign_url = ?, foreign_extra = ?
          WHERE id = ?
          """
      ).execute(arguments: [foreign.system, foreign.id, foreign.url, foreign.extra, row])
    }
  }

  mutating func take(_ incoming: IncomingTeam) throws {
    let (row, isNew) = try settle(
      .team, incoming.id, named: ("handle", incoming.handle),
      [.handle: .text(incoming.handle), .name: .text(incoming.name)], incoming.created)
    names.teams[incoming.handle.nocase] = row
    if isNew { report.others += 1 }
    let team = EntityRef(.team, try uid("team", row))
    for handle in incoming.members {
      guard let person = try personRow(handle) else { continue }
      try change(.add(AddMember(team, .members, uid("person", person))))
    }
  }

  mutating func take(_ incoming: IncomingService) throws {
    let team = try teamRow(incoming.team).map { try uid("team", $0) }
    let owner = try personRow(incoming.owner).map { try uid("person", $0) }
    let policy = try policy(incoming.policy, line: incoming.line)
    let (row, isNew) = try settle(
      .service, incoming.id, named: ("handle", incoming.handle),
      [
        .handle: .text(incoming.handle), .name: .text(incoming.name), .team: .optional(team),
        .owner: .optional(owner), .policy: .optional(policy),
      ], incoming.created)
    names.services[incoming.handle.nocase] = row
    if isNew { report.others += 1 }
  }

  mutating func take(_ incoming: IncomingProject) throws {
    let team = try teamRow(incoming.team).map { try uid("team", $0) }
    let (row, isNew) = try settle(
      .project, incoming.id, named: ("prefix", incoming.prefix),
      [
        .prefix: .text(incoming.prefix.uppercased()), .name: .text(incoming.name),
        .team: .optional(team),
      ], incoming.created)
    names.projects[incoming.prefix.nocase] = row
    if let next = incoming.next {
      guard IncomingProject.nextNumbers.contains(next) else {
        throw badRecord(
          incoming.line,
          "field next: \(next) is no number of an issue; write a number from 1 to "
            + "\(IssueKey.numbers.upperBound)")
      }
      highest[row] = max(highest[row] ?? 0, Int64(next) - 1)
    }
    if isNew { report.others += 1 }
  }

  mutating func take(_ incoming: IncomingLabel) throws {
    let project = try projectRow(incoming.project)
    _ = try labelRow(incoming, project: project)
  }

  mutating func take(_ incoming: IncomingMilestone) throws {
    _ = try milestoneRow(incoming, project: projectRow(incoming.project))
  }

  mutating func take(_ incoming: IncomingView) throws {
    let (_, isNew) = try settle(
      .view, incoming.id, named: ("name", incoming.name),
      [
        .name: .text(incoming.name), .query: .text(incoming.query),
        .position: .integer(Int64(incoming.position ?? 0)),
      ], incoming.created)
    if isNew { report.others += 1 }
  }

  /// A person's row by handle, made when there is none; nil for nobody.
  mutating func personRow(_ handle: String?) throws -> Int64? {
    guard let handle, !handle.isEmpty else { return nil }
    if let known = names.people[handle] { return known }
    let key = handle.nocase
    if let known = names.people[key] { return known }
    let (row, isNew) = try settle(
      .person, nil, named: ("handle", handle),
      [.handle: .text(handle), .name: .text("")], nil)
    names.people[key] = row
    if isNew { report.people += 1 }
    return row
  }

  mutating func projectRow(_ prefix: String?) throws -> Int64 {
    let key = (prefix ?? options.project).nocase
    if let known = names.projects[key] { return known }
    var project = IncomingProject()
    project.prefix = prefix ?? options.project
    if let row = try Int64.fetchOne(
      db,
      sql: "SELECT id FROM project WHERE prefix = ? ORDER BY trashed_at IS NOT NULL, id DESC",
      arguments: [project.prefix])
    {
      let ref = EntityRef(.project, try uid("project", row))
      if try RecordTable.load(ref, [.trashedAt], db)?.isTrashed == true {
        try change(.restore(RestoreEntity(ref)))
      }
      names.projects[key] = row
      return row
    }
    if prefix == nil { project.name = options.projectName }
    try take(project)
    return names.projects[key] ?? 0
  }

  mutating func labelRow(_ label: IncomingLabel, project: Int64) throws -> Int64 {
    let key = KnownNames.Scoped(project: project, name: label.name.nocase)
    if let known = names.labels[key], label.color == nil, label.id == nil { return known }
    if let known = names.labels[key], label.line == 0 { return known }
    var fields: [Field: Value] = [
      .project: .reference(try uid("project", project)), .name: .text(label.name),
    ]
    if let color = label.color { fields[.color] = .text(color) }
    if let description = label.description { fields[.description] = .text(description) }
    let (row, isNew) = try settle(
      .label, label.id, named: ("name", label.name), in: project, fields, label.created)
    names.labels[key] = row
    if isNew { report.labels += 1 }
    return row
  }

  mutating func milestoneRow(
    _ title: String?, due: CivilDate?, project: Int64
  ) throws -> Int64? {
    guard let title, !title.isEmpty else { return nil }
    let key = KnownNames.Scoped(project: project, name: title.nocase)
    if let known = names.milestones[key] { return known }
    var milestone = IncomingMilestone()
    milestone.title = title
    milestone.due = due
    return try milestoneRow(milestone, project: project)
  }

  private mutating func milestoneRow(
    _ milestone: IncomingMilestone, project: Int64
  ) throws -> Int64 {
    let fields: [Field: Value] = [
      .project: .reference(try uid("project", project)), .title: .text(milestone.title),
      .due: .optional(milestone.due?.description),
    ]
    let (row, isNew) = try settle(
      .milestone, milestone.id, named: ("title", milestone.title), in: project, fields,
      milestone.created)
    names.milestones[.init(project: project, name: milestone.title.nocase)] = row
    if isNew { report.others += 1 }
    return row
  }

  mutating func serviceRow(_ handle: String?) throws -> Int64? {
    try row(of: .service, handle, \.services)
  }

  private mutating func teamRow(_ handle: String?) throws -> Int64? {
    try row(of: .team, handle, \.teams)
  }

  /// The row of a service or team by handle, made when there is none; nil for none.
  private mutating func row(
    of kind: EntityKind, _ handle: String?, _ known: WritableKeyPath<KnownNames, [String: Int64]>
  ) throws -> Int64? {
    guard let handle, !handle.isEmpty else { return nil }
    let key = handle.nocase
    if let row = names[keyPath: known][key] { return row }
    let (row, isNew) = try settle(
      kind, nil, named: ("handle", handle), [.handle: .text(handle), .name: .text("")], nil)
    names[keyPath: known][key] = row
    if isNew { report.others += 1 }
    return row
  }

  /// The id of an escalation policy by handle; nil for none.
  private func policy(_ handle: String?, line: Int) throws -> EntityID? {
    guard let handle, !handle.isEmpty else { return nil }
    let policy = try EntityID.fetchOne(
      db.cachedStatement(
        sql: "SELECT uid FROM watch_policy WHERE handle = ? AND trashed_at IS NULL"),
      arguments: [handle])
    guard let policy else {
      throw badRecord(
        line,
        "field policy: there is no escalation policy \(handle), here or before it in the file; "
          + "bring that in first")
    }
    return policy
  }

  /// Finds an entity by its id, else by its name, else makes it; then sets the fields that
  /// differ, except what somebody here has changed since.
  ///
  /// What was deleted makes room for what has taken its name since, and a name that another has
  /// here is not taken from it.
  private mutating func settle(
    _ kind: EntityKind, _ id: EntityID?, named name: (column: String, text: String),
    in project: Int64? = nil, _ fields: [Field: Value], _ created: Instant?
  ) throws -> (row: Int64, isNew: Bool) {
    let table = kind.name
    var fields = fields
    let namesake = try namesake(table, name, in: project)
    var row = namesake?.row
    if let id, let own = try RecordTable.row(of: EntityRef(kind, id), db), own != row {
      if let namesake, namesake.isLive {
        let isTrashed = try RecordTable.load(EntityRef(kind, id), [.trashedAt], db)?.isTrashed
        if isTrashed == false {
          row = own
          if let field = Field(rawValue: name.column) { fields[field] = nil }
        }
      } else {
        row = own
      }
    }
    if let row {
      let known = try uid(table, row)
      if let id, id != known { names.others[id] = known }
      try refresh(EntityRef(kind, known), with: fields, called: name.text)
      return (row, false)
    }
    let ref = EntityRef(kind, id ?? environment.newID())
    var first = fields.filter { $0.value != .null }
    first[.createdAt] = .optional(created ?? now)
    try step.make(.create(CreateEntity(ref, fields: first)))
    return (try RecordTable.existingRow(of: ref, db), true)
  }

  /// The row of that name: the one that is there, else the newest that was deleted.
  private func namesake(
    _ table: String, _ name: (column: String, text: String), in project: Int64?
  ) throws -> (row: Int64, isLive: Bool)? {
    let scope = project == nil ? "" : " AND project_id = ?"
    let arguments: [(any DatabaseValueConvertible)?] =
      project == nil ? [name.text] : [name.text, project]
    let found = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id, trashed_at IS NULL FROM \(table) WHERE \(name.column) = ?\(scope)
          ORDER BY trashed_at IS NOT NULL, id DESC LIMIT 1
          """),
      arguments: StatementArguments(arguments))
    guard let found else { return nil }
    return (found[0], found[1])
  }

  /// Sets the fields of an entity that the file says something newer about.
  ///
  /// A view that was deleted here stays so: nothing else needs it.
  private mutating func refresh(
    _ ref: EntityRef, with fields: [Field: Value], called name: String
  ) throws {
    if ref.kind == .view, try isLeftDeleted(ref, called: "view \(name)") { return }
    let settable = fields.filter { ref.kind.rule(of: $0.key)?.isSettable == true }
    guard
      let record = try RecordTable.load(
        ref, settable.keys.sorted { $0.rawValue < $1.rawValue } + [.trashedAt], db)
    else {
      return
    }
    if record.isTrashed { try change(.restore(RestoreEntity(ref))) }
    for (field, value) in settable.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where value != .null && value != .text("") && record[field] != value {
      // Names are found whatever their case; the case they have here is kept.
      if field == .handle || field == .prefix || (field == .name && ref.kind == .label) { continue }
      if (field == .name && ref.kind == .view) || field == .title,
        value.text?.nocase == record[field].text?.nocase
      {
        continue
      }
      guard try localChange(ref, field, now: record[field]) == nil else { continue }
      try change(.set(SetField(ref, field, to: value)))
    }
  }

  /// Makes a change of the directory and counts it.
  mutating func change(_ change: Change) throws {
    let before = step.operationCount
    try step.make(change)
    report.directoryChanges += step.operationCount - before
  }

  func uid(_ table: String, _ row: Int64) throws -> EntityID {
    guard
      let id = try EntityID.fetchOne(
        db.cachedStatement(sql: "SELECT uid FROM \(table) WHERE id = ?"), arguments: [row])
    else { throw StoreError(.failed, "\(table) \(row) has no id") }
    return id
  }
}
