internal import Domain

extension EntityKind {
  /// The table it stands in.
  var table: String {
    switch self {
    case .person, .team, .service, .project, .label, .milestone, .view, .issue, .comment: name
    default: "watch_" + name
    }
  }
}

/// Where the fields of one kind of entity stand in the file.
struct RecordTable {
  /// How a field is stored.
  enum Column {
    case plain(String)
    /// The row number of another entity.
    case reference(String, to: EntityKind)
    /// Rows of a table of their own: the owner's row number, the member's, and a fixed condition.
    case members(table: String, owner: String, member: String, of: EntityKind, kind: LinkKind?)
  }

  let name: String
  let columns: [Field: Column]

  static func of(_ kind: EntityKind) -> RecordTable { tables[kind.rawValue] }

  private static let tables: [RecordTable] = EntityKind.allCases.map { kind in
    var columns: [Field: Column] = [:]
    for rule in kind.rules {
      columns[rule.field] = column(rule.field, rule.shape, of: kind)
    }
    return RecordTable(name: kind.table, columns: columns)
  }

  private static func column(
    _ field: Field, _ shape: FieldRule.Shape, of kind: EntityKind
  ) -> Column {
    switch shape {
    case .text, .integer, .date:
      return .plain(field.rawValue)
    case .reference(let other):
      return .reference(field.rawValue + "_id", to: other)
    case .references(let other):
      switch field {
      case .members:
        return .members(
          table: "team_member", owner: "team_id", member: "person_id", of: other, kind: nil)
      case .labels:
        return .members(
          table: "issue_label", owner: "issue_id", member: "label_id", of: other, kind: nil)
      case .assignees:
        return .members(
          table: "issue_assignee", owner: "issue_id", member: "person_id", of: other, kind: nil)
      case .watchers:
        return .members(
          table: "issue_watcher", owner: "issue_id", member: "person_id", of: other, kind: nil)
      case .relates: return link(.relates)
      case .duplicates: return link(.duplicates)
      default: return link(.blocks)
      }
    }
  }

  private static func link(_ kind: LinkKind) -> Column {
    .members(
      table: "issue_link", owner: "issue_id", member: "other_id", of: .issue, kind: kind)
  }
}
